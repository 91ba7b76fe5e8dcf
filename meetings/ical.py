"""Meetings as calendar programs read them (RFC 5545). Texts are in the active language, or else as written.

The agenda is not in it: it changes until the last day, and calendars are told of a change of hours and place only.
"""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration, vText, vUri

from core import languages
from meetings.models import Meeting, MeetingFormat, MeetingState
from meetings.vtimezone import vtimezone

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//SSTC Portal//Meetings//EN"
# How often programs shall ask again.
REFRESH = timedelta(hours=1)
# What was longer ago stands on the pages.
KEPT = timedelta(days=730)

STATUS = {MeetingState.DRAFT: "TENTATIVE", MeetingState.CANCELLED: "CANCELLED"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def uid_of(meeting):
    """The same for ever, whatever becomes of title, date and address: programs know a meeting by it."""
    return f"meeting-{meeting.pk}@{settings.CALENDAR_HOST}"


def in_feeds(user):
    """What was announced to the person, from two years ago on."""
    since = datetime.now(UTC).date() - KEPT
    announced = Meeting.objects.visible_to(user).exclude(state=MeetingState.DRAFT)
    return announced.filter(date__gte=since).order_by("date", "start_time", "pk")


def feed(meetings, *, for_members, name):
    """A calendar to subscribe to. The same meetings give the same bytes."""
    calendar = empty_calendar()
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    return filled(calendar, [event_of(meeting, for_members=for_members) for meeting in meetings])


def one(meeting, *, for_members):
    return filled(empty_calendar(), [event_of(meeting, for_members=for_members)])


def empty_calendar(method=""):
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if method:
        calendar.add("method", method)
    return calendar


def filled(calendar, events):
    """The bytes of the calendar with the events and the rules of the zones that they name."""
    for zone, years in sorted(years_by_zone(events).items()):
        calendar.add_component(vtimezone(zone, min(years), max(years)))
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def years_by_zone(events):
    years = {}
    for event in events:
        start = event.start
        if isinstance(start, datetime) and start.tzinfo.key != "UTC":
            years.setdefault(start.tzinfo.key, set()).add(start.year)
    return years


def event_of(meeting, *, for_members, stamp=None):
    """`stamp` is the moment at which a message is written; without it, that of the last change."""
    event = Event()
    event.add("uid", uid_of(meeting))
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", stamp or meeting.updated_at)
    event.add("created", meeting.created_at)
    event.add("last-modified", meeting.updated_at)
    add_hours(event, meeting)
    event.add("status", STATUS.get(meeting.state, "CONFIRMED"))
    event.add("class", "PUBLIC" if meeting.is_public else "PRIVATE")
    add_words(event, meeting, for_members)
    event.add("url", settings.SITE_URL + meeting.get_absolute_url())
    if for_members and meeting.joining_link:
        event.add("conference", vUri(meeting.joining_link), parameters={"VALUE": "URI", "FEATURE": "VIDEO"})
    return event


def add_hours(event, meeting):
    """Without stated hours, the whole day; it keeps nobody's calendar busy."""
    if meeting.has_hours:
        zone = ZoneInfo(meeting.time_zone)
        event.add("dtstart", datetime.combine(meeting.date, meeting.start_time, zone))
        event.add("dtend", datetime.combine(meeting.date, meeting.end_time, zone))
    else:
        event.add("dtstart", meeting.date)
        event.add("dtend", meeting.date + timedelta(days=1))
    is_busy = meeting.has_hours and meeting.state != MeetingState.CANCELLED
    event.add("transp", "OPAQUE" if is_busy else "TRANSPARENT")


def add_words(event, meeting, for_members):
    title, language = languages.shown(meeting, "title")
    title = title or meeting.slug
    if meeting.state == MeetingState.CANCELLED:
        # Some programs do not show the status of what one subscribes to.
        title = _("Cancelled: {title}").format(title=title)
    add_text(event, "summary", title, language)
    place, language = languages.shown(meeting, "place")
    if place:
        add_text(event, "location", place, language)
    elif meeting.format == MeetingFormat.ONLINE:
        add_text(event, "location", meeting.get_format_display(), languages.current())
    add_text(event, "description", description(meeting, for_members), languages.shown(meeting, "purpose")[1])


def description(meeting, for_members):
    parts = [meeting.cancelled_because, languages.text_of(meeting, "purpose")]
    if for_members and meeting.joining_link:
        parts.append(_("To join: {link}").format(link=meeting.joining_link))
    # Again, because not all programs show the property.
    parts.append(settings.SITE_URL + meeting.get_absolute_url())
    return "\n\n".join(part for part in parts if part)


def add_text(event, name, text, language):
    event.add(name, vText(CONTROL.sub("", text)), parameters={"LANGUAGE": language.html})
