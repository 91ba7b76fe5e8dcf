from core.models.content import TranslatedModel, VersionedModel
from core.models.drafts import Draft
from core.models.events import TransitionEvent
from core.models.files import File, FileState, TextState
from core.models.imports import Import, ImportRow, ImportState, RowState
from core.models.jobs import Job, JobState
from core.models.mail import Mail, MailState
from core.models.notifications import Notification, NotificationChoice
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
from core.models.search import SearchEntry

__all__ = [
    "Country",
    "CountryGroup",
    "Draft",
    "File",
    "FileState",
    "Goal",
    "GroupMembership",
    "Import",
    "ImportRow",
    "ImportState",
    "Job",
    "JobState",
    "Mail",
    "MailState",
    "Modality",
    "Notification",
    "NotificationChoice",
    "Process",
    "Region",
    "RowState",
    "SearchEntry",
    "Target",
    "TextState",
    "Theme",
    "TransitionEvent",
    "TranslatedModel",
    "VersionedModel",
]
