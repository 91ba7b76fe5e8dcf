"""What the page of a meeting says about its record."""

from meetings.models import RecordRevision
from meetings.record import WITH_RECORD, is_read_from_rows


def context(meeting, user):
    """`has_record`: the person may read it, in whatever state; `record_revision`: the latest that was circulated."""
    if meeting.state not in WITH_RECORD:
        return {}
    revisions = RecordRevision.objects.visible_to(user).filter(record__meeting=meeting)
    latest = revisions.select_related("record__meeting").defer("snapshot").order_by("-number").first()
    return {"record_revision": latest, "has_record": bool(latest or is_read_from_rows(meeting, user))}
