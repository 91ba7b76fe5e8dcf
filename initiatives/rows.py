"""Initiatives as rows of a list: one statement, only the columns that a row shows, names from the held tables."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef

from core import languages, reference
from entities.models import Entity
from initiatives.choices import CooperationType
from initiatives.models import InitiativeGoal, Participation

SHOWN_COUNTRIES = 4
ALL_GOALS = 17
COLUMNS = (
    "pk",
    "code",
    "slug",
    "state",
    "original_language",
    "working_translations",
    "cooperation_type",
    "status",
    "start",
    "start_precision",
    "end",
    "end_precision",
    "updated_at",
    "is_demo",
    "good_practice",
    "replaces",
    "lead",
    *languages.columns("title", "summary"),
)


def with_row_data(queryset):
    """Adds what the methods below read; anything else of the record would cost a query per row."""
    mine = {"initiative": OuterRef("pk")}
    parties = Participation.objects.filter(**mine).order_by("position", "pk")
    goals = InitiativeGoal.objects.filter(**mine).order_by("-is_primary", "goal__number")
    return queryset.only(*COLUMNS).annotate(
        lead_code=F("lead__code"),
        goal_numbers=ArraySubquery(goals.values("goal__number")),
        country_codes=ArraySubquery(parties.filter(country__isnull=False).values("country__iso3")),
        region_codes=ArraySubquery(parties.filter(region__isnull=False).values("region__code")),
        entity_codes=ArraySubquery(parties.filter(entity__isnull=False).values("entity__code")),
    )


def complete(initiatives):
    """Puts the words of a row beside each record of with_row_data()."""
    for initiative in initiatives:
        codes = list(dict.fromkeys([initiative.lead_code, *initiative.entity_codes]))
        initiative.entity_names = [acronym(code) for code in codes]
        places = [reference.country_name(iso3) for iso3 in dict.fromkeys(initiative.country_codes)]
        places = places or [reference.region_name(code) for code in dict.fromkeys(initiative.region_codes)]
        initiative.places, initiative.more_places = places[:SHOWN_COUNTRIES], max(0, len(places) - SHOWN_COUNTRIES)
        initiative.covers_all_goals = len(initiative.goal_numbers) == ALL_GOALS
        type_known = initiative.cooperation_type in CooperationType.values
        initiative.type_label = CooperationType(initiative.cooperation_type).label if type_known else ""
    return initiatives


def acronym(code):
    return reference.text(reference.names(Entity, field="acronym").get(code, {})) or code
