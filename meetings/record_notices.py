"""What people are told about records. Imported by MeetingsConfig.ready."""

from django.utils.translation import gettext_lazy as _

from core import languages
from core.outbox import notifications
from core.outbox.delivery import When
from meetings.models import Objection, Proposal, Record


def title_of_record(record):
    return languages.marked(record.meeting, "title") or record.meeting.slug


def plain_title_of_said(said):
    return str(said.revision.record)


def title_of_said(said):
    return title_of_record(said.revision.record)


notifications.register_naming(Record, marked=title_of_record, related=("meeting",))
for said in (Proposal, Objection):
    notifications.register_naming(
        said, plain=plain_title_of_said, marked=title_of_said, related=("revision__record__meeting",)
    )
notifications.register_kind(
    "record",
    "journal-text",
    _("Records of meetings"),
    _("A record waits for clearance, somebody proposes or objects, or it is adopted."),
    When.AT_ONCE,
)
for key, sentence in {
    "record_circulated": _("The record of a meeting is circulated: please clear what your entity said."),
    "record_reminder": _("The record of a meeting waits for your entity."),
    "record_taken_back": _("The record is taken back and will be circulated again."),
    "record_adopted": _("The record is adopted."),
    "record_stuck": _("The deadline of a record has passed, and something is still open."),
    "record_proposal": _("An entity proposes another wording."),
    "record_objection": _("An entity objects to a record."),
    "record_comment": _("There is a new comment on a record."),
    "record_corrigendum": _("A corrigendum to a record is published."),
}.items():
    notifications.register_sentence(key, sentence)
