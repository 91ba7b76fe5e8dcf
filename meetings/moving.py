"""An announced meeting gets another day or other hours: the old slot says where it went, and people are told."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from core.outbox.notifications import notify
from meetings.inviting import people_invited
from meetings.models import SLOT, EarlierSlot, Meeting


@transaction.atomic
def move(meeting, by, reason):
    """Saves the day and the hours that now stand on the meeting, and keeps those that were stored.

    Raises PermissionDenied where the meeting is not announced, or not any more, StaleVersion where somebody saved it
    meanwhile.
    """
    stored = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if not stored.can_be_moved:
        raise PermissionDenied
    meeting.save()
    meeting.refresh_from_db(fields=["sequence"])
    held = {name: getattr(stored, name) for name in SLOT}
    slot = EarlierSlot.objects.create(meeting=meeting, moved_by=by, reason=reason, **held)
    people = people_invited(meeting)
    notify(people, "meeting", meeting, key=f"moved:{slot.pk}", by=by, sentence="meeting_moved", reason=reason)
    return slot
