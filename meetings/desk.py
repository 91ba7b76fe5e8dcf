"""What waits for a person in this room, as light rows for the desk: nothing here counts or shows what the person may
not see."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse

from core import languages
from entities.models import Entity
from entities.roles import focal_ids, is_secretariat, represented_ids
from meetings import questions
from meetings.answering import takes_answers
from meetings.matrix import absent_running, held
from meetings.models import (
    PLANNING_STATES,
    RECORDING_STATES,
    ActionPoint,
    ActionPointState,
    AgendaProposal,
    AgendaProposalState,
    Attendance,
    Intervention,
    Invitation,
    Meeting,
    MeetingState,
)


@dataclass(frozen=True)
class DeskRow:
    """`kind`: action_point, verification, meeting, invitation, intervention, question, questions, proposal, record,
    clearance or decision; the last two are of record_desk.py."""

    kind: str
    title: str
    url: str
    due: date | None = None
    detail: str = ""
    is_late: bool = False


def action_points_for(user):
    """What the person's entities owe, the most urgent first; for the secretariat, what it must verify."""
    owed = ActionPoint.objects.visible_to(user).owed().owned_by(represented_ids(user))
    rows = [point_row("action_point", point) for point in owed.order_by("due", "year", "serial")]
    if is_secretariat(user):
        reported = ActionPoint.objects.filter(state=ActionPointState.REPORTED_DONE).exclude(reported_by=user)
        rows += [point_row("verification", point) for point in reported]
    return rows


def point_row(kind, point):
    return DeskRow(
        kind, languages.marked(point, "text"), point.get_absolute_url(), point.due, point.number, point.is_overdue
    )


def title_of(meeting):
    return languages.marked(meeting, "title")


def meeting_row(kind, meeting, detail=""):
    return DeskRow(kind, title_of(meeting), meeting.get_absolute_url(), meeting.date, detail)


def upcoming_for(user, limit=5):
    """The next meetings that the person sees."""
    meetings = Meeting.objects.visible_to(user).upcoming().exclude(state=MeetingState.CANCELLED)[:limit]
    return [meeting_row("meeting", meeting) for meeting in meetings]


def interventions_to_write(user):
    """Drafts of the person's entities that are not on record yet, in meetings whose record is still open;
    and, for focal points, such meetings in which their entity has nothing on record."""
    drafts = (
        Intervention.objects.editable_by(user)
        .filter(is_draft=True, entity__in=represented_ids(user))
        .select_related("meeting", "entity")
    )
    rows = [
        DeskRow("intervention", title_of(draft.meeting), draft.get_edit_url(), draft.meeting.date, str(draft.entity))
        for draft in drafts
    ]
    served = focal_ids(user)
    if served:
        spoken = Intervention.objects.filter(entity__in=served).values("meeting")
        silent = Meeting.objects.visible_to(user).filter(state__in=RECORDING_STATES).exclude(pk__in=spoken)
        rows += [meeting_row("intervention", meeting) for meeting in silent]
    return rows


def questions_to_answer(user):
    """Each question that was put to one of the person's entities; for the secretariat, the meetings that have some."""
    rows = [
        DeskRow(
            "question",
            languages.marked(question, "text"),
            f"{reverse('meetings:intervention_create', args=[question.meeting.slug])}?answers={question.pk}",
            question.meeting.date,
            str(question.entity),
        )
        for question in questions.waiting_for(user)
    ]
    for meeting, number in questions.meetings_with_open_questions(user):
        address = f"{meeting.get_absolute_url()}#questions"
        rows.append(DeskRow("questions", title_of(meeting), address, meeting.date, str(number)))
    return rows


def answers_to_give(user):
    """For focal points: invitations of their entities that nobody has answered and that can be answered still."""
    answered = Attendance.objects.answered().filter(meeting=OuterRef("meeting"), entity=OuterRef("entity"))
    silent = (
        Invitation.objects.filter(~Exists(answered), entity__in=focal_ids(user))
        .filter(meeting__in=Meeting.objects.visible_to(user).upcoming().filter(state=MeetingState.SCHEDULED))
        .select_related("meeting", "entity")
        .order_by("meeting__date", "entity__code")
    )
    return [
        DeskRow(
            "invitation",
            title_of(invitation.meeting),
            invitation.meeting.get_absolute_url() + "#answers",
            invitation.meeting.date,
            str(invitation.entity),
        )
        for invitation in silent
        if takes_answers(invitation.meeting)
    ]


def entities_absent(user):
    """For the secretariat: entities that missed the last three meetings without a word, by code."""
    if not is_secretariat(user):
        return []
    return list(Entity.objects.filter(pk__in=absent_running(held(user))).order_by("code"))


def proposals_to_answer(user):
    """For the secretariat: what entities propose for meetings whose agenda still takes items, the oldest first."""
    if not is_secretariat(user):
        return []
    proposed = (
        AgendaProposal.objects.filter(state=AgendaProposalState.PROPOSED, meeting__state__in=PLANNING_STATES)
        .select_related("meeting", "entity")
        .order_by("created_at", "pk")
    )
    return [
        DeskRow(
            "proposal",
            languages.marked(proposal, "title"),
            proposal.get_absolute_url(),
            proposal.meeting.date,
            str(proposal.entity),
        )
        for proposal in proposed
    ]


def records_to_finish(user):
    """For the secretariat: meetings that are over and whose record is not adopted."""
    if not is_secretariat(user):
        return []
    meetings = (
        Meeting.objects.past()
        .filter(state__in=[MeetingState.SCHEDULED, *RECORDING_STATES, MeetingState.CLEARANCE])
        .order_by("date")
    )
    return [meeting_row("record", meeting, meeting.state) for meeting in meetings]
