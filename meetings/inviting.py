"""Inviting entities to a meeting: who is on the list, who is told, who is reminded."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.locks import wait_for_turn
from core.models import Notification
from core.outbox.notifications import notify
from entities.people import focal_points
from meetings import times
from meetings.models import Attendance, Invitation, MeetingState
from meetings.models.invitations import FOR_ALL, entities_invited


class NobodyInvited(Exception):
    """The list would be empty, which would invite again whom the meeting proposes."""

    def __str__(self):
        return nobody_invited()


def nobody_invited():
    return _("No entity is invited: choose them first.")


def people_invited(meeting):
    """Focal points and alternates of today, of the entities invited: whom an announcement, a change and a
    cancellation are told."""
    return focal_points(entities_invited(meeting))


def missing_to_announce(meeting):
    """A meeting of the whole Mechanism may be announced before anybody is appointed; others need somebody to come."""
    if meeting.kind in FOR_ALL or entities_invited(meeting).exists():
        return []
    return [nobody_invited()]


def send_invitations(meeting, by, reason=""):
    """When the meeting is announced: its list stands from now on, whoever joins the Mechanism later."""
    now = timezone.now()
    listed = set(meeting.invitations.values_list("entity", flat=True))
    if not listed:
        new = [Invitation(meeting=meeting, entity=entity) for entity in entities_invited(meeting)]
        Invitation.objects.bulk_create(new)
    meeting.invitations.filter(invited_at=None).update(invited_at=now, invited_by=by)


@transaction.atomic
def change_list(meeting, chosen, shown, by):
    """Adds what was ticked and removes what was unticked since the page was `shown`; both are sets of entity ids.

    What another officer did meanwhile stays. Returns (number added, number removed). Raises NobodyInvited where nobody
    would be left.
    """
    wait_for_turn(f"invitations:{meeting.pk}")
    listed = {entity.pk for entity in entities_invited(meeting)}
    wanted = (listed | (chosen - shown)) - (shown - chosen)
    if not wanted:
        raise NobodyInvited
    stored = set(meeting.invitations.values_list("entity", flat=True))
    announced = meeting.state != MeetingState.DRAFT
    added = [
        Invitation(
            meeting=meeting,
            entity_id=entity,
            invited_at=timezone.now() if announced else None,
            invited_by=by if announced else None,
        )
        for entity in sorted(wanted - stored)
    ]
    Invitation.objects.bulk_create(added)
    removed = listed - wanted
    meeting.invitations.filter(entity__in=removed).delete()
    if announced:
        tell(meeting, wanted - listed, by, "meeting_invited")
        tell(meeting, removed, by, "meeting_uninvited")
    return len(wanted - listed), len(removed)


def tell(meeting, entities, by, sentence):
    if entities:
        key = f"{sentence}:{meeting.pk}:{timezone.now().isoformat()}"
        notify(focal_points(entities), "meeting", meeting, key=key, by=by, sentence=sentence)


def silent_entities(meeting):
    """Invited, and nobody of them has answered."""
    answered = Attendance.objects.filter(meeting=meeting, entity__isnull=False).answered()
    return entities_invited(meeting).exclude(pk__in=answered.values("entity")).order_by("code")


def remind(meeting, by):
    """Tells those who have not answered, each at most once a day. Returns how many entities that concerns."""
    silent = list(silent_entities(meeting))
    key = f"{reminder_key(meeting)}{times.today_in().isoformat()}"
    notify(focal_points(silent), "meeting", meeting, key=key, by=by, sentence="meeting_answer_missing")
    return len(silent)


def reminder_key(meeting):
    return f"answer_reminder:{meeting.pk}:"


def call_back_reminders(meeting):
    """Of a meeting that is cancelled: what still waits for its reader asks for an answer that nobody needs."""
    Notification.objects.filter(kind="meeting", key__startswith=reminder_key(meeting)).mark_read()
