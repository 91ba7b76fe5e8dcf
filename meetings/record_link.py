"""What the page of a meeting says about its record."""

from entities.roles import is_secretariat
from meetings.models import MeetingState, RecordRevision

# Before that there is none.
WITH_RECORD = (MeetingState.RECORD_PREPARATION, MeetingState.CLEARANCE, MeetingState.ADOPTED)


def context(meeting, user):
    """`has_record`: the person may read it, in whatever state; `record_revision`: the latest that was circulated."""
    if meeting.state not in WITH_RECORD:
        return {}
    revisions = RecordRevision.objects.visible_to(user).filter(record__meeting=meeting)
    latest = revisions.select_related("record__meeting").defer("snapshot").order_by("-number").first()
    reads_draft = is_secretariat(user) and meeting.state == MeetingState.RECORD_PREPARATION
    return {
        "record_revision": latest,
        "has_record": bool(latest or reads_draft or meeting.state == MeetingState.ADOPTED),
    }
