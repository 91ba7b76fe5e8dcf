"""What the worker does about circulated records: adopts them, reminds entities, calls the secretariat.

meetings/tasks.py asks every minute; each step may be made twice without harm, and late without another result.
"""

from datetime import timedelta

from django.utils import timezone

from core.workflow import AlreadyMoved, TransitionRefused
from entities.people import focal_points, officers
from meetings.clearance_answers import silent_entities
from meetings.clearing import tell
from meetings.models import RecordRevision
from meetings.workflow import MEETING

# Days before the deadline on which entities that have not answered are reminded.
REMINDERS = (1, 2)


def look_after_records():
    revisions = RecordRevision.objects.open().select_related("record__meeting").defer("snapshot")
    for revision in revisions:
        if revision.is_past_deadline:
            adopt_or_call(revision)
        else:
            remind(revision, timezone.now())


def adopt_or_call(revision):
    """The secretariat is called once where something is open; when it is settled, the record is adopted."""
    try:
        MEETING.perform(revision.record.meeting, "adopt", by=None)
    except AlreadyMoved:
        pass  # taken back at this moment
    except TransitionRefused:
        tell(revision, officers(), "record_stuck")


def remind(revision, now):
    """Those that are silent, two days and one day before; a worker that slept leaves out what is no longer true."""
    left = revision.deadline - now
    given = revision.deadline - revision.circulated_at
    due = [days for days in REMINDERS if left <= timedelta(days=days) < given]
    if due:
        people = focal_points(silent_entities(revision))
        tell(revision, people, "record_reminder", key=f"reminder:{min(due)}")
