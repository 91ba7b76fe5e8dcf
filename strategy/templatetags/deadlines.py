"""{% last_moment cycle day %}: by 23:59 of 15 December in New York, with the reader's own time where it differs."""

import datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils import timezone

register = template.Library()
LAST_MINUTE = datetime.timedelta(minutes=1)


@register.inclusion_tag("strategy/_last_moment.html", takes_context=True)
def last_moment(context, cycle, day):
    last = cycle.end_of(day) - LAST_MINUTE
    user = getattr(context.get("request"), "user", None)
    return {
        "day": day,
        "place": cycle.place,
        "clock": last.astimezone(ZoneInfo(cycle.time_zone)).time(),
        # Visitors have no time of their own.
        "own": last if user and user.is_authenticated and is_elsewhere(last, cycle.time_zone) else None,
    }


def is_elsewhere(moment, zone):
    return timezone.localtime(moment).utcoffset() != moment.astimezone(ZoneInfo(zone)).utcoffset()
