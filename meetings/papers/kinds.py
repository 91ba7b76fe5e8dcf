"""Which papers there are of a meeting, and which a person gets."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from entities.roles import is_member
from meetings.papers.agenda import agenda_paper
from meetings.papers.outcomes import action_list
from meetings.papers.record import has_record, record_paper


@dataclass(frozen=True)
class PaperKind:
    """`name` stands in the address: <meeting>/agenda.pdf. `is_for(meeting, user)`: is there such a paper for them?

    Where it `has_revisions`, an earlier one can be asked for: <meeting>/record.pdf?revision=1.
    """

    name: str
    label: str
    make: Callable
    is_for: Callable
    has_revisions: bool = False


def always(meeting, user):
    return True


def has_action_points(meeting, user):
    return is_member(user) and meeting.action_points.exists()


KINDS = {
    kind.name: kind
    for kind in [
        PaperKind("agenda", _("Agenda"), agenda_paper, always),
        PaperKind("record", _("Record of the meeting"), record_paper, has_record, has_revisions=True),
        PaperKind("action-points", _("Action points"), action_list, has_action_points),
    ]
}
FORMAT_NAMES = {"pdf": "PDF", "docx": "Word"}


def kinds_for(meeting, user):
    """The papers of a meeting that this person may have; the meeting itself they see."""
    return [kind for kind in KINDS.values() if kind.is_for(meeting, user)]
