"""Invitation and attendance on the page of a meeting."""

from dataclasses import dataclass

from entities.roles import is_secretariat, represented_ids
from meetings.answering import answers_to, takes_answers
from meetings.marking import may_mark
from meetings.models import Answer, Attendance, MeetingFormat, MeetingState, Mode


@dataclass(frozen=True)
class Tap:
    """An answer that is one tap away."""

    answer: str
    mode: str
    icon: str

    @property
    def label(self):
        return Mode(self.mode).label if self.mode else Answer(self.answer).label


ROOM = Tap(Answer.YES, Mode.ROOM, "people")
ONLINE = Tap(Answer.YES, Mode.ONLINE, "camera-video")
MAYBE = Tap(Answer.MAYBE, "", "question-circle")
NO = Tap(Answer.NO, "", "x-lg")
TAPS = {MeetingFormat.IN_PERSON: (ROOM, MAYBE, NO), MeetingFormat.ONLINE: (ONLINE, MAYBE, NO)}


@dataclass
class OwnAnswers:
    """What an entity that the person serves has answered. `taps` are [(tap, is it the person's answer?)]."""

    entity: object
    lines: list
    own: Attendance | None
    can_answer: bool
    taps: list


def context(meeting, user):
    """For templates/meetings/_own_answers.html and _attendance.html."""
    attendance = Attendance.objects.visible_to(user).filter(meeting=meeting).select_related("entity")
    lines = list(attendance)
    return {
        "is_recorded": any(line.presence for line in lines),
        "attendance": attendance_by_entity(line for line in lines if line.entity_id and (line.presence or line.answer)),
        "guests": [line for line in lines if line.is_guest],
        "can_mark": may_mark(meeting, user),
        **answers(meeting, user),
    }


def answers(meeting, user):
    """The answers of the person's entities; for the secretariat, how many have answered."""
    served = represented_ids(user)
    asks = meeting.state == MeetingState.SCHEDULED and (served or is_secretariat(user))
    rows = answers_to(meeting, user) if asks else []
    return {
        "own_answers": [of_mine(row, meeting, user) for row in rows if row.entity.pk in served],
        "answered": sum(row.has_answered for row in rows),
        "invited": len(rows),
        "takes_answers": takes_answers(meeting),
        "can_invite": is_secretariat(user),
    }


def of_mine(row, meeting, user):
    own = next((line for line in row.lines if line.person_id == user.pk), None)
    given = (own.answer, own.mode) if own else None
    taps = [(tap, given == (tap.answer, tap.mode)) for tap in TAPS.get(meeting.format, (ROOM, ONLINE, MAYBE, NO))]
    return OwnAnswers(row.entity, row.lines, own, row.can_answer, taps)


def attendance_by_entity(attendance):
    """[(entity, its lines, whether anybody was there)], in the order of the list."""
    by_entity = {}
    for line in attendance:
        by_entity.setdefault(line.entity, []).append(line)
    return [(entity, lines, any(line.was_present for line in lines)) for entity, lines in by_entity.items()]
