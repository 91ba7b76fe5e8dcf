"""Makers of initiatives. `complete=True` has all that a submission needs; texts differ per language."""

from datetime import date

from initiatives.choices import State
from initiatives.models import Initiative, InitiativeGoal, Participation
from tests.factory import in_six_languages

COMPLETE = {
    "cooperation_type": "triangular",
    "instrument": "project",
    "method": "interregional",
    "status": "implementation",
    "start": date(2023, 1, 1),
    "start_precision": "year",
    "contact": "sstc@ilo.example",
}


def make_initiative(make, state=State.PUBLISHED, lead=None, complete=True, title="Water", **fields):
    """A triangular project of ILO: Brazil shares, Mozambique receives, the lead facilitates.

    `goals`, `themes`, `modalities` take codes, `participations` a list of dicts; `complete=False` makes a bare draft
    with a title only.
    """
    goals = fields.pop("goals", [8] if complete else [])
    themes = fields.pop("themes", ["decent-work"] if complete else [])
    modalities = fields.pop("modalities", ["training"] if complete else [])
    parties = fields.pop("participations", None)
    lead = lead or make.entity(code="ILO")
    texts = in_six_languages("title", title) | in_six_languages("short_title", f"{title} in short")
    if complete:
        texts |= in_six_languages("summary", f"{title} summary")
    values = (COMPLETE if complete else {}) | texts | fields
    initiative = Initiative.objects.create(lead=lead, state=state, **values)
    if parties is None and complete:
        parties = [
            {"role": "pivotal", "country": make.country("BRA")},
            {"role": "beneficiary", "country": make.country("MOZ")},
            {"role": "facilitator", "entity": lead},
        ]
    for position, party in enumerate(parties or []):
        Participation.objects.create(initiative=initiative, position=position, **party)
    for number in goals:
        InitiativeGoal.objects.create(initiative=initiative, goal=make.goal(number))
    initiative.themes.set([make.theme(code) for code in themes])
    initiative.modalities.set([make.modality(code) for code in modalities])
    return initiative
