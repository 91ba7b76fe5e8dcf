"""The item that fills itself: what earlier meetings asked for and is still open, and what its owners answer."""

from dataclasses import dataclass, field

from django.db.models import Prefetch, Q

from meetings.models import ActionPoint, Meeting, MeetingState, ProgressNote
from meetings.models.outcomes import ENDED_STATES


@dataclass
class FollowUpRow:
    """One action point. `answers` are the notes written for this meeting, `last_note` the latest of the others."""

    point: ActionPoint
    answers: list = field(default_factory=list)
    last_note: ProgressNote | None = None
    may_answer: bool = False


@dataclass
class FollowUp:
    rows: list = field(default_factory=list)
    may_answer: bool = False  # one of them at least, now

    @property
    def answered(self):
        return sum(1 for row in self.rows if row.answers)


def earlier_meetings(meeting):
    """Of the same series; without a series, of the same kind and organizer. Other strands have their own follow-up."""
    if meeting.series_id:
        same = Meeting.objects.filter(series=meeting.series_id)
    else:
        same = Meeting.objects.filter(series=None, kind=meeting.kind, organizer=meeting.organizer_id)
    return same.filter(date__lt=meeting.date)


def points_for(meeting, user):
    """What the reader may see of what was open on the day of the meeting, the most urgent first.

    A point that was verified after that day was open on it. Of one that was withdrawn only the answers given for the
    meeting are known: it is shown where there is one.
    """
    points = ActionPoint.objects.visible_to(user).filter(meeting__in=earlier_meetings(meeting))
    was_open = ~Q(state__in=ENDED_STATES) | Q(verified_at__date__gt=meeting.date)
    answered = Q(pk__in=ProgressNote.objects.filter(meeting=meeting).values("action_point"))
    return points.filter(was_open | answered).order_by("due", "year", "serial")


def takes_follow_up(meeting):
    """From its announcement until it is closed; after that a note is added on the page of the action point."""
    return meeting.state in (MeetingState.SCHEDULED, MeetingState.IN_PROGRESS)


def follow_up_of(meeting, user):
    """Nothing for visitors, who see no action points."""
    notes = Prefetch("notes", ProgressNote.objects.select_related("entity").order_by("written_on", "pk"))
    points = list(points_for(meeting, user).select_related("meeting").prefetch_related("owners", notes))
    mine = set()
    if points and takes_follow_up(meeting):
        mine = set(
            ActionPoint.objects.reportable_by(user)
            .filter(pk__in=[point.pk for point in points])
            .values_list("pk", flat=True)
        )
    return FollowUp([row_of(point, meeting, point.pk in mine) for point in points], bool(mine))


def row_of(point, meeting, may_answer):
    notes = list(point.notes.all())
    answers = [note for note in notes if note.meeting_id == meeting.pk]
    others = [note for note in notes if note.meeting_id != meeting.pk and was_known(note, meeting)]
    return FollowUpRow(point, answers, others[-1] if others else None, may_answer)


def was_known(note, meeting):
    """The page of a past meeting does not show what came afterwards."""
    return takes_follow_up(meeting) or note.written_on <= meeting.date
