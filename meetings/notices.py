"""What people are told about meetings and action points. Imported by MeetingsConfig.ready."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import languages
from core.outbox import notifications
from core.outbox.delivery import When
from meetings.models import ActionPoint, Meeting


def name_of_point(point):
    return gettext("Action point {number}").format(number=point.number)


notifications.register_naming(Meeting, marked=lambda meeting: languages.marked(meeting, "title") or meeting.slug)
notifications.register_naming(ActionPoint, plain=name_of_point, marked=name_of_point)
notifications.register_kind(
    "meeting", "calendar-event", _("Meetings"), _("A meeting is announced or cancelled."), When.AT_ONCE
)
