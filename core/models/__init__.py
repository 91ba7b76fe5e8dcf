from core.models.content import TranslatedModel, VersionedModel
from core.models.events import TransitionEvent
from core.models.jobs import Job, JobState
from core.models.reference import (
    Country,
    CountryGroup,
    Goal,
    GroupMembership,
    Modality,
    Process,
    Region,
    Target,
    Theme,
)

__all__ = [
    "Country",
    "CountryGroup",
    "Goal",
    "GroupMembership",
    "Job",
    "JobState",
    "Modality",
    "Process",
    "Region",
    "Target",
    "Theme",
    "TransitionEvent",
    "TranslatedModel",
    "VersionedModel",
]
