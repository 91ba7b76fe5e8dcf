"""Answers to an invitation: from the page, from a mail, from a calendar program, or by the secretariat on behalf.

All of them come through `answer`, so that the rules are the same.
"""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Case, IntegerField, When
from django.utils import timezone
from django.utils.translation import gettext as _

from core.locks import wait_for_turn
from core.outbox.notifications import notify
from entities.models import FOCAL_ROLES, Appointment, Entity, Role, User
from entities.people import officers
from entities.roles import focal_ids, is_focal, is_secretariat
from meetings import times
from meetings.models import Answer, Attendance, Meeting, MeetingState, Mode
from meetings.models.invitations import entities_invited

COMING = (Answer.YES, Answer.MAYBE, Answer.REPLACED)


class AnswerRefused(Exception):
    """The answer is not taken. `reasons` are sentences for the person who gave it."""

    def __init__(self, reasons):
        super().__init__(" ".join(str(reason) for reason in reasons))
        self.reasons = list(reasons)


def takes_answers(meeting):
    """From the announcement until the meeting begins; without stated hours, until it is opened or its day is over."""
    if meeting.state != MeetingState.SCHEDULED:
        return False
    if meeting.has_hours:
        return timezone.now() < meeting.starts_at
    return times.today_in(meeting.time_zone or times.SECRETARIAT_ZONE) <= meeting.date


def may_answer(entity, user):
    """Focal points and alternates for their entity, whoever of it is meant; the secretariat on behalf."""
    return is_secretariat(user) or is_focal(user, entity.pk)


def lock(meeting):
    """Two windows, or a mail and a page at once, would write the first line of a person twice."""
    wait_for_turn(f"attendance:{meeting.pk}")


@transaction.atomic
def answer(meeting, entity, person, answer, mode="", replaced_by="", note="", *, by=None, at=None):
    """Writes whether `person` of `entity` attends, and returns the line of the attendance.

    `person` is an account or, of somebody who has none, the name. `by` is who answers, where it is somebody else.
    `mode` is "room", "online" or "" and means nothing to who does not attend; `replaced_by` is a name.
    `at` is when the answer was given, where that was before now.
    Raises PermissionDenied, or AnswerRefused with sentences that say why.
    """
    by = by or person
    if not may_answer(entity, by):
        raise PermissionDenied
    lock(meeting)
    meeting = Meeting.objects.get(pk=meeting.pk)
    refuse_where(reasons_against(meeting, entity, person))
    line = line_of(meeting, entity, person)
    given = {
        "answer": answer,
        "mode": mode if answer in COMING else "",
        "replaced_by": replaced_by.strip() if answer == Answer.REPLACED else "",
        "answer_note": note.strip(),
    }
    if all(getattr(line, name) == value for name, value in given.items()) and not can_be_confirmed(line, by):
        return line
    for name, value in given.items():
        setattr(line, name, value)
    line.answered_at, line.answered_by = at or timezone.now(), by
    line.is_on_behalf = not is_focal(by, entity.pk)
    save(line)
    tell_officers(meeting, by)
    return line


def can_be_confirmed(line, by):
    """The same answer says something new: it was given for another time, or on behalf and now by the entity."""
    return is_before_move(line) or (line.is_on_behalf and is_focal(by, line.entity_id))


def is_before_move(line):
    """The meeting has moved since this was answered."""
    return line.meeting.earlier_slots.filter(moved_at__gte=line.answered_at).exists()


def reasons_against(meeting, entity, person):
    reasons = []
    if not takes_answers(meeting):
        reasons.append(_("The meeting takes no answers now."))
    elif not entities_invited(meeting).filter(pk=entity.pk).exists():
        reasons.append(_("{entity} is not invited to this meeting.").format(entity=entity))
    if isinstance(person, User) and not people_of([entity.pk], meeting.date).filter(user=person).exists():
        reasons.append(_("{person} does not serve {entity} on that day.").format(person=person, entity=entity))
    return reasons


def refuse_where(reasons):
    if reasons:
        raise AnswerRefused(reasons)


def save(line):
    try:
        line.full_clean()
    except ValidationError as refusal:
        raise AnswerRefused(refusal.messages) from None
    line.save()


def line_of(meeting, entity, person):
    """The line of a person of the entity, new where there is none. Who was listed by name before got an account."""
    lines = meeting.attendance.filter(entity=entity)
    name = str(person).strip()
    if isinstance(person, User):
        line = (
            lines.filter(person=person).first() or lines.filter(person=None).exclude(person_name="").named(name).first()
        )
    else:
        line = lines.named(name).first()
    line = line or Attendance(meeting=meeting, entity=entity, person_name=name)
    if isinstance(person, User):
        line.person = person
    return line


def tell_officers(meeting, by):
    """Once a day for each meeting: the page of the invitations says who answered what."""
    if not is_secretariat(by):
        key = f"answers:{meeting.pk}:{times.today_in().isoformat()}"
        notify(officers(), "meeting", meeting, key=key, by=by, sentence="meeting_answered")


def people_of(entities, day):
    """Appointments of those who serve the entities on a day, focal points first."""
    return (
        Appointment.objects.valid_on(day)
        .filter(entity__in=entities, user__is_active=True)
        .select_related("user")
        .order_by("entity__code", in_order_of_roles(), "user__full_name", "pk")
    )


def in_order_of_roles():
    return Case(*[When(role=role, then=place) for place, role in enumerate(Role)], output_field=IntegerField())


# What is read


@dataclass
class EntityAnswers:
    """What an entity answered: the lines with an answer, in the order of the list."""

    entity: Entity
    lines: list = field(default_factory=list)
    can_answer: bool = False

    @property
    def has_answered(self):
        return bool(self.lines)


def answers_to(meeting, user):
    """[EntityAnswers] of all entities invited that the person may know of, in the order of their codes."""
    lines = Attendance.objects.visible_to(user).filter(meeting=meeting, entity__isnull=False).answered()
    by_entity = {}
    for line in lines.select_related("answered_by"):
        by_entity.setdefault(line.entity_id, []).append(line)
    is_open, officer, focal = takes_answers(meeting), is_secretariat(user), focal_ids(user)
    return [
        EntityAnswers(entity, by_entity.get(entity.pk, []), is_open and (officer or entity.pk in focal))
        for entity in entities_invited(meeting).order_by("code")
    ]


def figures_of(rows):
    """[(label, number of people)], for the size of the room; whoever is replaced counts for the replacement."""
    lines = [line for row in rows for line in row.lines]
    coming = [line.mode for line in lines if line.answer in (Answer.YES, Answer.REPLACED)]
    others = [line.answer for line in lines]
    return [
        (Mode.ROOM.label, coming.count(Mode.ROOM)),
        (Mode.ONLINE.label, coming.count(Mode.ONLINE)),
        (_("Not stated how"), coming.count("")),
        (Answer.MAYBE.label, others.count(Answer.MAYBE)),
        (Answer.NO.label, others.count(Answer.NO)),
    ]


def focal_people_of(entities, day):
    return people_of(entities, day).filter(role__in=FOCAL_ROLES)
