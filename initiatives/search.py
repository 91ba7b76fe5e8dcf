"""What the search finds of this room. What only members read (contributions, the contact) is not indexed."""

from django.utils.translation import gettext_lazy as _

from core import search
from initiatives.models import Initiative

# How people write a Goal: "SDG 13", and in the other languages their own letters too.
GOAL = {
    "en": "Goal, SDG",
    "fr": "Objectif, ODD/SDG",
    "es": "Objetivo, ODS/SDG",
    "ru": "Цель, ЦУР/SDG",
    "ar": "هدف التنمية المستدامة، SDG",
    "zh-hans": "可持续发展目标/SDG",
}


def _visible(kind, user):
    """A working copy of a published record would show the same initiative twice."""
    return Initiative.objects.visible_to(user).filter(replaces=None)


search.register(
    search.Kind(
        "initiatives",
        Initiative,
        _("Initiatives"),
        "diagram-3",
        title="title",
        names=("short_title", "code"),
        summary=("summary",),
        body=(
            "challenge", "solution", "south_south_element", "results", "innovation", "sustainability", "replicability",
            "keywords", "lead_note", "period_note", "status_note", "budget_note", "confidence_note",
            "lead__name", "lead__acronym", "participations__country__name", "participations__region__name",
            "participations__entity__name", "participations__entity__acronym", "participations__organization__name",
            "participations__group_text", "participations__note", "themes__name", "modalities__name",
            search.Labelled("goals__goal__number", GOAL), "goals__goal__name", "targets__code", "budgets__note",
            "identifiers__value",
        ),
        sources=("links__caption", "citations__title"),
        related=("lead",),
        visible=_visible,
        where=lambda initiative: initiative.lead,
    )
)  # fmt: skip
