"""What people are told about meetings and action points. Imported by MeetingsConfig.ready."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import languages
from core.outbox import notifications
from core.outbox.delivery import When
from meetings.models import ActionPoint, AgendaProposal, Meeting


def name_of_point(point):
    return gettext("Action point {number}").format(number=point.number)


notifications.register_naming(Meeting, marked=lambda meeting: languages.marked(meeting, "title") or meeting.slug)
notifications.register_naming(ActionPoint, plain=name_of_point, marked=name_of_point)
notifications.register_naming(
    AgendaProposal, marked=lambda proposal: languages.marked(proposal, "title"), related=("meeting",)
)
notifications.register_sentence("agenda_proposed", _("An item is proposed for an agenda."))
notifications.register_kind(
    "meeting",
    "calendar-event",
    _("Meetings"),
    _("A meeting is announced, moved or cancelled, or its agenda circulated."),
    When.AT_ONCE,
)
notifications.register_sentence("owns_action_point", _("Your entity owns this action point."))
notifications.register_sentence("due_passed", _("It was due and is not reported done."))
notifications.register_sentence("overdue", _("It is overdue."))
notifications.register_sentence("due_moved", _("It is due on another day."))
notifications.register_sentence("meeting_invited", _("Your entity is invited to this meeting."))
notifications.register_sentence("meeting_uninvited", _("Your entity is not invited to this meeting any more."))
notifications.register_sentence("meeting_answer_missing", _("Your entity has not answered the invitation yet."))
notifications.register_sentence("meeting_answered", _("Entities have answered the invitation."))
notifications.register_sentence("meeting_moved", _("The meeting is moved."))
