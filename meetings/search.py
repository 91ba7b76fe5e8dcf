"""What the search finds of this room. Joining links and the names of those who attended are not indexed."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import search
from meetings.models import (
    ActionPoint,
    AgendaItem,
    AgendaProposal,
    Corrigendum,
    Decision,
    Intervention,
    Meeting,
    MeetingDocument,
    RecordPart,
    Series,
)


def _meeting(record):
    return record.meeting


def _corrigendum(record):
    return gettext("Corrigendum {number}").format(number=record.number)


search.register(
    search.Kind(
        "meetings",
        Meeting,
        _("Meetings"),
        "calendar-event",
        title="title",
        names=("symbol", "date"),
        summary=("purpose",),
        body=("place", "note", "cancelled_because", "organizer__name", "organizer__acronym"),
        sources=("source_title",),
    ),
    search.Kind(
        "series",
        Series,
        _("Series of meetings"),
        "arrow-repeat",
        title="title",
        summary=("purpose",),
        body=("place", "organizer__name", "organizer__acronym"),
    ),
    search.Kind(
        "agenda",
        AgendaItem,
        _("Agenda items"),
        "list-ol",
        title="title",
        summary=("summary",),
        body=("presenters__entity__name", "presenters__entity__acronym"),
        related=("meeting",),
        where=_meeting,
    ),
    search.Kind(
        "agenda_proposals",
        AgendaProposal,
        _("Proposals for the agenda"),
        "chat-left-text",
        title="title",
        summary=("reason",),
        body=("entity__name", "entity__acronym"),
        related=("entity",),
    ),
    search.Kind(
        "interventions",
        Intervention,
        _("Interventions"),
        "mic",
        summary=("text",),
        body=(
            "entity__name", "entity__acronym", "unit", "speaker_name", "speaker_title", "note", "processes__name",
            "goals__name",
        ),
        related=("meeting", "entity"),
        where=_meeting,
    ),
    search.Kind(
        "decisions",
        Decision,
        _("Decisions"),
        "check2-all",
        names=("number",),
        summary=("text",),
        related=("meeting",),
        where=_meeting,
    ),
    search.Kind(
        "action_points",
        ActionPoint,
        _("Action points"),
        "flag",
        names=("number",),
        summary=("text",),
        body=("owners__name", "owners__acronym"),
        related=("meeting",),
        where=_meeting,
    ),
    search.Kind(
        "records",
        RecordPart,
        _("Records of meetings"),
        "journal-text",
        summary=("body",),
        related=("record__meeting", "item"),
        where=lambda part: part.record.meeting,
    ),
    search.Kind(
        "corrigenda",
        Corrigendum,
        _("Corrigenda"),
        "journal-text",
        summary=("text",),
        body=("reason",),
        related=("record__meeting", "item"),
        heading=_corrigendum,
        where=lambda corrigendum: corrigendum.record.meeting,
    ),
    search.Kind(
        "documents",
        MeetingDocument,
        _("Documents of meetings"),
        "file-earmark-text",
        title="title",
        body=(search.In("file__text", "language"),),
        related=("meeting",),
        where=_meeting,
    ),
)  # fmt: skip
