"""Which fields of initiatives are multilingual; after that, what has a history."""

from modeltranslation.translator import TranslationOptions, register

from core.history.tracking import track
from initiatives.models import (
    Budget,
    Citation,
    Contribution,
    ExternalIdentifier,
    Initiative,
    InitiativeGoal,
    InitiativeRelation,
    Link,
    Organization,
    Participation,
)


@register(Initiative)
class InitiativeTranslation(TranslationOptions):
    fields = (
        "title",
        "short_title",
        "summary",
        "challenge",
        "solution",
        "south_south_element",
        "results",
        "innovation",
        "sustainability",
        "replicability",
        "keywords",
        "lead_note",
        "period_note",
        "status_note",
        "budget_note",
        "confidence_note",
    )


@register(Organization)
class OrganizationTranslation(TranslationOptions):
    fields = ("name",)


@register(Participation)
class ParticipationTranslation(TranslationOptions):
    fields = ("group_text", "note")


@register(Budget)
class BudgetTranslation(TranslationOptions):
    fields = ("note",)


@register(Link)
class LinkTranslation(TranslationOptions):
    fields = ("caption",)


track(Initiative)
track(Organization)
for row in (
    InitiativeGoal,
    Participation,
    Budget,
    Contribution,
    ExternalIdentifier,
    Link,
    Citation,
    InitiativeRelation,
):
    track(row, parent="initiative")
