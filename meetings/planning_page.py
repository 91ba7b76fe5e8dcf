"""What the page of a meeting says of its place in a series, where it was before, and what the clocks did meanwhile."""

from entities.roles import is_secretariat
from meetings.clock_changes import shifts
from meetings.models import EarlierSlot, Meeting, MeetingState, Series

STILL_TO_COME = (MeetingState.DRAFT, MeetingState.SCHEDULED, MeetingState.IN_PROGRESS)


def context(meeting, user):
    series = Series.objects.visible_to(user).filter(pk=meeting.series_id).first() if meeting.series_id else None
    previous = previous_in_series(meeting, user)
    own_zone = user.time_zone if user.is_authenticated else ""
    return {
        "series": series,
        "earlier_slots": EarlierSlot.objects.visible_to(user).filter(meeting=meeting),
        "previous_meeting": previous,
        "clock_shifts": shifts(previous, meeting, own_zone) if previous else [],
        "can_plan": is_secretariat(user),
        "next_free": series.next_free_date() if series and is_secretariat(user) else None,
    }


def previous_in_series(meeting, user):
    """The meeting with whose hours people compare this one, while it is still to come."""
    if not meeting.series_id or meeting.state not in STILL_TO_COME:
        return None
    others = Meeting.objects.visible_to(user).filter(series=meeting.series_id, date__lt=meeting.date)
    return others.exclude(state=MeetingState.CANCELLED).order_by("-date", "-start_time", "-pk").first()
