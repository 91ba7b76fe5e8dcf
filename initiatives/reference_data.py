"""Loads initiatives/data: 43 initiatives compiled from public records, each with its sources.

A record is created once. Afterwards its lead entity keeps it current, so loading again changes nothing.
They are published as they are: what their sources do not state stays empty.
"""

from pathlib import Path

from django.db import transaction

from core import languages
from core.loading import read, texts
from core.models import Country, Goal, Modality, Region, Target, Theme
from core.partial_dates import partial_date
from entities.models import Entity
from initiatives.choices import Origin, State
from initiatives.models import (
    Budget,
    Citation,
    ExternalIdentifier,
    Initiative,
    InitiativeGoal,
    Organization,
    Participation,
)

DATA = Path(__file__).parent / "data"
TEXTS = (
    "title",
    "short_title",
    "summary",
    "keywords",
    "lead_note",
    "period_note",
    "status_note",
    "budget_note",
    "confidence_note",
)
PLAIN = ("code", "slug", "cooperation_type", "type_as_stated", "instrument", "status", "confidence")
# English is the language of the sources. The other texts are translations that language staff have not reviewed.
WORKING = [code for code in languages.CODES if code != languages.DEFAULT]


def load():
    known = set(Initiative.objects.values_list("code", flat=True))
    new = [row for path in sorted(DATA.glob("*.json")) for row in read(path) if row["code"] not in known]
    if new:
        parties = Parties()
        for row in new:
            with transaction.atomic():
                create(row, parties)


class Parties:
    """The records that rows refer to, by their codes."""

    def __init__(self):
        self.countries = {country.iso3: country for country in Country.objects.all()}
        self.regions = {region.code: region for region in Region.objects.all()}
        self.entities = {entity.code: entity for entity in Entity.objects.all()}
        self.goals = {goal.number: goal for goal in Goal.objects.all()}

    def of(self, row):
        if "country" in row:
            return {"country": self.countries[row["country"]]}
        if "region" in row:
            return {"region": self.regions[row["region"]]}
        if "entity" in row:
            return {"entity": self.entities[row["entity"]]}
        if "organization" in row:
            return {"organization": organization(**row["organization"])}
        return texts(group_text=row["group"])


def organization(name, type):
    return Organization.objects.called(name["en"]) or Organization.objects.create(type=type, **texts(name=name))


def create(row, parties):
    start, start_precision = partial_date(row["start"])
    end, end_precision = partial_date(row["end"], last=True)
    initiative = Initiative.objects.create(
        **{name: row[name] or "" for name in PLAIN},
        method=row["method"] or "",
        lead=parties.entities[row["lead"]],
        start=start,
        start_precision=start_precision,
        end=end,
        end_precision=end_precision,
        state=State.PUBLISHED,
        origin=Origin.PUBLIC_RECORDS,
        working_translations=WORKING,
        **texts(**{name: row[name] for name in TEXTS}),
    )
    initiative.themes.set(Theme.objects.filter(code__in=row["themes"]))
    initiative.modalities.set(Modality.objects.filter(code__in=row["modalities"]))
    initiative.targets.set(Target.objects.filter(code__in=row["targets"]))
    create_rows(initiative, row, parties)


def create_rows(initiative, row, parties):
    InitiativeGoal.objects.bulk_create(
        InitiativeGoal(
            initiative=initiative, goal=parties.goals[sdg["goal"]], is_primary=sdg["primary"], basis=sdg["basis"]
        )
        for sdg in row["sdgs"]
    )
    Participation.objects.bulk_create(
        Participation(
            initiative=initiative,
            position=position,
            role=party["role"],
            **texts(note=party.get("note")),
            **parties.of(party),
        )
        for position, party in enumerate(row["participations"])
    )
    Budget.objects.bulk_create(
        Budget(
            initiative=initiative,
            position=position,
            amount=budget["amount"],
            currency=budget["currency"],
            year_from=budget["from"],
            year_to=budget["to"],
            **texts(note=budget["note"]),
        )
        for position, budget in enumerate(row["budgets"])
    )
    ExternalIdentifier.objects.bulk_create(
        ExternalIdentifier(initiative=initiative, position=position, **identifier)
        for position, identifier in enumerate(row["identifiers"])
    )
    Citation.objects.bulk_create(
        Citation(initiative=initiative, position=position, **source) for position, source in enumerate(row["sources"])
    )
