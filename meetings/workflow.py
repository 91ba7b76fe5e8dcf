"""How a meeting and an action point live: one table each, read from top to bottom."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.workflow import Transition, Workflow
from entities.people import by_secretariat, focal_points, officers
from entities.roles import is_secretariat
from meetings import clearing, inviting, reminders
from meetings.agenda_changes import missing_to_circulate
from meetings.live import stop_clock
from meetings.models import ActionPoint, ActionPointState, CirculatedAgenda, Meeting, MeetingState, ProgressNote
from meetings.proposals import carry_over

SECRETARIAT = "the secretariat"


# Meetings


def tell_invited(meeting, by):
    return inviting.people_invited(meeting)


def keep_cancellation(meeting, by, reason):
    meeting.cancelled_because = reason
    inviting.call_back_reminders(meeting)
    return end_planning(meeting, by, reason)


def end_planning(meeting, by, reason):
    """Saved first: proposals are carried over from a meeting that takes none any more."""
    meeting.save()
    carry_over(meeting, by)
    return meeting


def end_meeting(meeting, by, reason):
    stop_clock(meeting, by, reason)
    return end_planning(meeting, by, reason)


def keep_agenda(meeting, by, reason):
    CirculatedAgenda.objects.keep(meeting, by)


def by_the_clock(meeting, user):
    """The worker, when the deadline has passed: no person adopts a record."""
    return user is None


MEETING = Workflow(
    name="meeting",
    title="Meeting",
    states=MeetingState,
    model=Meeting,
    transitions=[
        Transition(
            event="schedule",
            sources=(MeetingState.DRAFT,),
            target=MeetingState.SCHEDULED,
            label=_("Announce the meeting"),
            done=_("The meeting is announced."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            consequence=_(
                "All members see the meeting and its agenda, and so do visitors where it is public. "
                "Focal points are told by mail."
            ),
            missing=inviting.missing_to_announce,
            tone="primary",
            effect=inviting.send_invitations,
            recipients=tell_invited,
            kind="meeting",
            told="focal points and alternates of the entities invited",
        ),
        Transition(
            event="circulate_agenda",
            sources=(MeetingState.SCHEDULED,),
            target=MeetingState.SCHEDULED,
            label=_("Circulate the agenda"),
            done=_("The agenda is circulated."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            missing=missing_to_circulate,
            consequence=_(
                "The agenda is kept as it stands now, and focal points are told by mail. "
                "What you change later is marked as changed until you circulate it again."
            ),
            effect=keep_agenda,
            recipients=tell_invited,
            kind="meeting",
            told="focal points and alternates of the entities invited",
        ),
        Transition(
            event="begin",
            sources=(MeetingState.SCHEDULED,),
            target=MeetingState.IN_PROGRESS,
            label=_("Open the meeting"),
            done=_("The meeting is open. Interventions, decisions and action points can be recorded."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            missing=Meeting.missing_to_begin,
            tone="primary",
        ),
        Transition(
            event="close",
            sources=(MeetingState.IN_PROGRESS,),
            target=MeetingState.RECORD_PREPARATION,
            label=_("Close the meeting"),
            done=_("The meeting is closed. Its record is in preparation."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            missing=Meeting.missing_to_close,
            tone="primary",
            effect=end_meeting,
        ),
        Transition(
            event="circulate",
            sources=(MeetingState.RECORD_PREPARATION,),
            target=MeetingState.CLEARANCE,
            label=_("Circulate the record"),
            done=_("The record is open for comment."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            missing=clearing.missing_to_circulate,
            consequence=_(
                "The text is frozen and all members can read it. Focal points of the entities are told to clear it. "
                "Without an objection it is adopted by itself when the deadline has passed."
            ),
            tone="primary",
            effect=clearing.circulate,
            told="focal points and alternates of the entities that took part",
        ),
        Transition(
            event="take_back",
            sources=(MeetingState.CLEARANCE,),
            target=MeetingState.RECORD_PREPARATION,
            label=_("Take the record back"),
            done=_("The record is in preparation again."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            needs_reason=True,
            effect=clearing.take_back,
            told="focal points and alternates of the entities that took part",
        ),
        Transition(
            event="adopt",
            sources=(MeetingState.CLEARANCE,),
            target=MeetingState.ADOPTED,
            label=_("Adopt the record"),
            done=_("The record is adopted."),
            who="the portal, once the deadline has passed and nothing is open",
            allowed=by_the_clock,
            missing=clearing.missing_to_adopt,
            is_automatic=True,
            effect=clearing.adopt,
            told="focal points and alternates of the entities that took part; the secretariat",
        ),
        Transition(
            event="cancel",
            sources=(MeetingState.SCHEDULED,),
            target=MeetingState.CANCELLED,
            label=_("Cancel the meeting"),
            done=_("The meeting is cancelled."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            needs_reason=True,
            consequence=_("The page stays and says why. Focal points are told by mail."),
            tone="danger",
            effect=keep_cancellation,
            recipients=tell_invited,
            kind="meeting",
            told="focal points and alternates of the entities invited",
        ),
    ],
)


# Action points


def by_owner(point, user):
    return point.may_be_reported_by(user)


def by_officer_for_an_owner(point, user):
    """Of what others owe: what the secretariat itself owes it reports as an owner."""
    return is_secretariat(user) and not point.may_be_reported_by(user)


def by_another_officer(point, user):
    return is_secretariat(user) and point.reported_by_id != user.pk


def tell_owners(point, by):
    return focal_points(point.owners.all())


def keep_report(point, by, evidence):
    """What was done becomes a note on progress too, so that the page tells the whole story in order."""
    point.reported_by, point.reported_at = by, timezone.now()
    reminders.call_back(point)
    note = ProgressNote(
        action_point=point, author=by, original_language=by.language, entity=reporting_entity(point, by)
    )
    note.set_text(evidence)
    note.save()


def keep_report_on_behalf(point, by, reason):
    """What the owner told stands in a note already, with the way by which it came."""
    point.reported_by, point.reported_at = by, timezone.now()
    reminders.call_back(point)


def reporting_entity(point, by):
    """The owner for which the person speaks; an officer of the secretariat speaks for the coordinator."""
    return next((entity for entity in point.owners.all() if point.is_spoken_for(entity, by)), None)


def keep_verification(point, by, reason):
    point.verified_by, point.verified_at = by, timezone.now()


def forget_report(point, by, reason):
    """The events keep who had reported and verified it."""
    point.reported_by = point.reported_at = point.verified_by = point.verified_at = None
    point.withdrawn_because = ""


def keep_withdrawal(point, by, reason):
    point.withdrawn_because = reason
    reminders.call_back(point)


ACTION_POINT = Workflow(
    name="action_point",
    title="Action point",
    states=ActionPointState,
    model=ActionPoint,
    transitions=[
        Transition(
            event="start",
            sources=(ActionPointState.OPEN,),
            target=ActionPointState.IN_PROGRESS,
            label=_("Start work"),
            done=_("The action point is in progress."),
            who="a focal point of an owner; the secretariat where it owns the action point",
            allowed=by_owner,
        ),
        Transition(
            event="report_done",
            sources=(ActionPointState.OPEN, ActionPointState.IN_PROGRESS),
            target=ActionPointState.REPORTED_DONE,
            label=_("Report it done"),
            done=_("The action point is reported done. The secretariat verifies it."),
            who="a focal point of an owner; the secretariat where it owns the action point",
            allowed=by_owner,
            needs_reason=True,
            reason_label=_("What was done, and where it can be seen"),
            missing=ActionPoint.missing_to_report,
            tone="primary",
            effect=keep_report,
            recipients=officers,
            kind="task",
            told=SECRETARIAT,
        ),
        Transition(
            event="report_on_behalf",
            sources=(ActionPointState.OPEN, ActionPointState.IN_PROGRESS),
            target=ActionPointState.REPORTED_DONE,
            label=_("Report it done for the owner"),
            done=_("The action point is reported done. The secretariat verifies it."),
            who="the secretariat, for an owner that told it what was done",
            allowed=by_officer_for_an_owner,
            missing=ActionPoint.missing_to_report_on_behalf,
            consequence=_("You report it, so another officer verifies it."),
            effect=keep_report_on_behalf,
            recipients=tell_owners,
            told="focal points and alternates of the owners",
        ),
        Transition(
            event="verify",
            sources=(ActionPointState.REPORTED_DONE,),
            target=ActionPointState.VERIFIED,
            label=_("Verify it"),
            done=_("The action point is verified."),
            who="the secretariat, but not the person who reported it",
            allowed=by_another_officer,
            tone="primary",
            effect=keep_verification,
            recipients=tell_owners,
            told="focal points and alternates of the owners",
        ),
        Transition(
            event="reopen",
            sources=(ActionPointState.REPORTED_DONE, ActionPointState.VERIFIED, ActionPointState.WITHDRAWN),
            target=ActionPointState.OPEN,
            label=_("Reopen it"),
            done=_("The action point is open again."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            needs_reason=True,
            effect=forget_report,
            recipients=tell_owners,
            kind="task",
            told="focal points and alternates of the owners",
        ),
        Transition(
            event="withdraw",
            sources=(ActionPointState.OPEN, ActionPointState.IN_PROGRESS, ActionPointState.REPORTED_DONE),
            target=ActionPointState.WITHDRAWN,
            label=_("Withdraw it"),
            done=_("The action point is withdrawn."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            needs_reason=True,
            tone="danger",
            effect=keep_withdrawal,
            recipients=tell_owners,
            told="focal points and alternates of the owners",
        ),
    ],
)
