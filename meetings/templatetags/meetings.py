"""Parts that show a meeting."""

from django import template

from entities.roles import is_member
from meetings import times

register = template.Library()


register.filter("city", times.city)


def clocks_for(context, meeting):
    user = context["request"].user
    return times.clocks(meeting, user.time_zone if user.is_authenticated else "")


@register.inclusion_tag("meetings/_clocks.html", takes_context=True)
def meeting_clocks(context, meeting):
    """The hours in the meeting's city, in UTC and in the reader's zone, as items of a list."""
    return {"clocks": clocks_for(context, meeting), "meeting": meeting}


@register.inclusion_tag("meetings/_hours.html", takes_context=True)
def meeting_hours(context, meeting):
    """One line for a row: the hours in the city and, where they differ, the reader's."""
    clocks = clocks_for(context, meeting)
    return {
        "here": clocks[0] if clocks else None,
        "mine": next((clock for clock in clocks if clock.is_mine), None),
    }


@register.inclusion_tag("meetings/_room_nav.html", takes_context=True)
def meetings_nav(context, here):
    """The lists of this room, under the head of each. `here`: meetings, decisions, points, attendance or series."""
    return {"here": here, "is_member": is_member(context["request"].user)}
