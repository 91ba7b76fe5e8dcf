"""The order of a questionnaire: sections and their questions in one list, written under a lock on the questionnaire.

A section moves with its questions. Nothing moves before the answer that it waits for.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from core import order
from core.access import ensure
from core.order import LineButtons, OrderChanged
from strategy.models import Choice, Column, Question, Questionnaire, Section


class CannotMove(Exception):
    """A question would stand before the answer that it waits for. `reasons` say which."""

    def __init__(self, reasons):
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass
class Line(LineButtons):
    """A section or a question on the page. `place` is counted from 0; the first question cannot leave the sections."""

    record: Section | Question
    place: int
    is_first: bool
    is_last: bool

    @property
    def is_section(self):
        return isinstance(self.record, Section)

    @property
    def key(self):
        return key_of(self.record)


def key_of(record):
    """How a form names a line: s3 for a section, q7 for a question."""
    return f"{'s' if isinstance(record, Section) else 'q'}{record.pk}"


def records_of(questionnaire):
    """Sections and questions as they follow each other. Free after with_questions()."""
    return [record for section in questionnaire.sections.all() for record in (section, *section.questions.all())]


def lines_of(questionnaire):
    records = records_of(questionnaire)
    sections = [record for record in records if isinstance(record, Section)]
    return [
        Line(
            record,
            place,
            is_first=place == 0 if isinstance(record, Section) else place == 1,
            is_last=record == sections[-1] if isinstance(record, Section) else place == len(records) - 1,
        )
        for place, record in enumerate(records)
    ]


def token_of(questionnaire):
    return order.token_of(key_of(record) for record in records_of(questionnaire))


def lock(questionnaire):
    """Two people who build at once come one after the other. What entities were asked with is not built any more."""
    held = Questionnaire.objects.select_for_update(of=("self",)).get(pk=questionnaire.pk)
    ensure(not held.is_in_use)
    return Questionnaire.objects.with_questions().get(pk=questionnaire.pk)


@transaction.atomic
def move(questionnaire, key, to, seen):
    """Puts a line at a place, counted from 0 without it, and returns the place that it had. Raises OrderChanged or
    CannotMove."""
    held = lock(questionnaire)
    records = records_of(held)
    record = next((record for record in records if key_of(record) == key), None)
    if record is None or token_of(held) != seen:
        raise OrderChanged
    place = records.index(record)
    ordered = moved_section(records, place, to) if isinstance(record, Section) else moved_question(records, place, to)
    reasons = too_early(ordered)
    if reasons:
        raise CannotMove(reasons)
    write(ordered)
    return place


def moved_question(records, place, to):
    rest = [*records[:place], *records[place + 1 :]]
    rest.insert(max(to, 1), records[place])
    return rest


def moved_section(records, place, to):
    """Over whole sections: before the one that stands at the new place, or after it when it goes down."""
    blocks = blocks_of(records)
    own = next(block for block in blocks if block[0] == records[place])
    others = [block for block in blocks if block is not own]
    number = blocks.index(own)
    at = section_at(records, blocks, to if to < place else to + 1)
    if to > place:
        at = max(at, number + 1)
    others.insert(min(at, len(others)), own)
    return [record for block in others for record in block]


def section_at(records, blocks, place):
    record = records[min(place, len(records) - 1)]
    return next(number for number, block in enumerate(blocks) if record in block)


def blocks_of(records):
    """[[section, its questions …]]"""
    blocks = []
    for record in records:
        if isinstance(record, Section):
            blocks.append([record])
        else:
            blocks[-1].append(record)
    return blocks


def too_early(records):
    """Sentences on the questions that stand before what they wait for."""
    places = {key_of(record): place for place, record in enumerate(records)}
    return [
        _("Question {code} waits for an answer to {other} and must come after it.").format(
            code=record.code, other=record.condition_question.code
        )
        for place, record in enumerate(records)
        if isinstance(record, Question)
        and record.condition_question_id
        and places[key_of(record.condition_question)] > place
    ]


def write(records):
    """To be called under the lock."""
    sections, questions = [], []
    for number, block in enumerate(blocks_of(records)):
        section, *own = block
        if section.position != number:
            section.position = number
            sections.append(section)
        questions += [question for place, question in enumerate(own) if _is_placed_anew(question, section, place)]
    Section.objects.bulk_update(sections, ["position"])
    Question.objects.bulk_update(questions, ["section", "position"])


def _is_placed_anew(question, section, place):
    if (question.section_id, question.position) == (section.pk, place):
        return False
    question.section, question.position = section, place
    return True


def place_last(question, section):
    """At the end of a section, before it is saved."""
    last = section.questions.exclude(pk=question.pk).order_by("position").last()
    question.section, question.position = section, last.position + 1 if last else 0


# Taking out


def remove(record):
    """With all that hangs on it. Whether it may go is asked before: keeping.missing_to_delete."""
    questions = record.questions.all() if isinstance(record, Section) else [record]
    # The last first: a question that waits for another goes before it.
    for question in reversed(list(questions)):
        Choice.objects.filter(question=question).delete()
        Column.objects.filter(question=question).delete()
        question.delete()
    if isinstance(record, Section):
        record.delete()
