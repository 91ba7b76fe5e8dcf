from initiatives.models.details import (
    Budget,
    CatalogueVersion,
    Citation,
    Contribution,
    ExternalIdentifier,
    InitiativeGoal,
    InitiativeRelation,
    Link,
)
from initiatives.models.initiative import Initiative, InitiativeQuerySet, may_create
from initiatives.models.participation import Organization, Participation

__all__ = [
    "Budget",
    "CatalogueVersion",
    "Citation",
    "Contribution",
    "ExternalIdentifier",
    "Initiative",
    "InitiativeGoal",
    "InitiativeQuerySet",
    "InitiativeRelation",
    "Link",
    "Organization",
    "Participation",
    "may_create",
]
