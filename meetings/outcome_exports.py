"""The columns of the lists that are given as files. Texts are those that the reader sees; see core/exports.py."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import languages
from core.exports import Column


def text(name):
    return lambda record: languages.text_of(record, name)


def address(record):
    return settings.SITE_URL + record.get_absolute_url()


def item_in_words(record):
    return str(record.item) if record.item_id else ""


def presence(meeting):
    """`lines` are those of one entity, prefetched."""
    return list(dict.fromkeys(line.get_presence_display() for line in meeting.lines))


MEETING = [
    Column("meeting", _("Meeting"), lambda record: languages.text_of(record.meeting, "title"), 40),
    Column("meeting_date", _("Date of the meeting"), lambda record: record.meeting.date, 14),
]
ITEM = Column("item", _("Agenda item"), item_in_words, 40)
ADDRESS = Column("url", _("Address"), address, 40)

ACTION_POINTS = [
    Column("number", pgettext_lazy("reference", "Number"), lambda point: point.number, 14),
    Column("text", _("What is to be done"), text("text"), 60),
    Column("owners", _("Owners"), lambda point: [str(owner) for owner in point.owners.all()], 20),
    Column("due", pgettext_lazy("date", "Due"), lambda point: point.due, 14),
    Column("state", _("State"), lambda point: point.get_state_display(), 16),
    Column("overdue", pgettext_lazy("state", "Overdue"), lambda point: point.is_overdue, 10),
    Column("important", _("Important"), lambda point: point.is_important, 10),
    *MEETING,
    Column("decision", _("Decision"), lambda point: point.shown_decision and point.shown_decision.number, 12),
    Column("reported_at", _("Reported done"), lambda point: point.reported_at, 18),
    Column("verified_at", pgettext_lazy("state", "Verified"), lambda point: point.verified_at, 18),
    ADDRESS,
]

DECISIONS = [
    Column("number", pgettext_lazy("reference", "Number"), lambda decision: decision.number, 12),
    Column("text", _("Decision"), text("text"), 80),
    *MEETING,
    ITEM,
    ADDRESS,
]

INTERVENTIONS = [
    *MEETING,
    ITEM,
    Column("entity", _("Entity"), lambda said: str(said.entity), 14),
    Column("speaker", _("Speaker"), lambda said: said.speaker_name, 24),
    Column("function", _("Function of the speaker"), text("speaker_title"), 24),
    Column("kind", _("Kind"), lambda said: said.get_kind_display(), 14),
    Column("text", _("What was said"), text("text"), 80),
    Column("summary", _("Summary"), lambda said: said.is_summary, 10),
    Column("draft", pgettext_lazy("state", "Draft"), lambda said: said.is_draft, 10),
    Column("initiatives", _("Initiatives"), lambda said: [one.code for one in said.shown_initiatives], 20),
    Column("processes", _("Processes and events"), lambda said: [str(one) for one in said.processes.all()], 24),
    Column("goals", _("Goals"), lambda said: [one.number for one in said.goals.all()], 12),
    ADDRESS,
]

ATTENDED = [
    Column("meeting", _("Meeting"), text("title"), 40),
    Column("meeting_date", _("Date of the meeting"), lambda meeting: meeting.date, 14),
    Column("presence", _("Presence"), presence, 24),
    Column("url", _("Address"), address, 40),
]
# Who came is said to members alone.
PEOPLE = Column(
    "people", _("People"), lambda meeting: [line.person_name for line in meeting.lines if line.person_name], 40
)
