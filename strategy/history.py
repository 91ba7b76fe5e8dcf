"""Who reads how much of the history of reports and answers, and of what the secretariat keeps."""

import functools

from django.utils.translation import gettext as _

from core.history.kinds import EVERYTHING, Kind, Opening, Part, refuse, register, texts
from core.models import TransitionEvent
from entities.history import for_the_secretariat
from entities.roles import is_secretariat, represents
from strategy.models import (
    WITH_THE_ENTITY,
    Answer,
    AnswerReview,
    Channel,
    Choice,
    Column,
    ConsolidatedReport,
    Cycle,
    Evidence,
    Extension,
    Framework,
    Indicator,
    IndicatorValue,
    NarrativeChoice,
    Node,
    Question,
    Questionnaire,
    Report,
    Section,
    SectionAssignment,
)
from strategy.templatetags.answers import answer_words


def opening_of_report(report, user):
    """The entity's people read everything; the secretariat what was submitted to it, and what it entered itself."""
    if represents(user, report.entity_id):
        return EVERYTHING
    if not is_secretariat(user):
        return refuse()
    taken_back = functools.cache(number_taken_back)

    def was_with_the_secretariat(row):
        if row["channel"] == Channel.SECRETARIAT:
            return True
        return row["state"] not in WITH_THE_ENTITY and row["number"] != taken_back(report)

    return Opening(was_with_the_secretariat, reads=("state", "channel", "number"))


def number_taken_back(report):
    """What the entity recalled is its own again until it submits anew."""
    last = TransitionEvent.objects.of(report).last()
    is_open = report.state in WITH_THE_ENTITY and last is not None and last.event == "recall"
    return report.number if is_open else None


def opening_of_answer(answer, user):
    """For the entity's people. The secretariat reads answers in the history of their report, as they came to it."""
    report = answer.report
    typed_it = report.channel == Channel.SECRETARIAT and is_secretariat(user)
    return EVERYTHING if typed_it or represents(user, report.entity_id) else refuse()


def opening_of_extension(extension, user):
    """Why an entity needs more time is between it and the secretariat."""
    reads = is_secretariat(user) or represents(user, extension.entity_id)
    return EVERYTHING if reads else refuse()


def value_in_words(row, names):
    """Labels of what was chosen; the questions are read once for the page."""
    if row.value is None:
        return ""
    if not hasattr(names, "questions"):
        wanted = Question.objects.filter(pk__in=names.wanted.get(Question, ()))
        names.questions = {question.pk: question for question in wanted.prefetch_related("choices", "columns")}
    question = names.questions.get(row.question_id)
    return answer_words(question, row.value) if question else _("an answer to a question that is gone")


def note_the_writer(answer, user):
    answer.changed_by = user


EVIDENCE = ("initiative", "url", "file")
SAID = {(Answer, "value"): value_in_words}
register(
    Kind(
        Report,
        opening_of_report,
        parts=(
            Part(Answer, "report", ("question",)),
            Part(Evidence, "answer", EVIDENCE, of=Answer),
            Part(SectionAssignment, "report", ("section",)),
        ),
        shown=SAID,
    )
)
register(
    Kind(
        Answer,
        opening_of_answer,
        parts=(Part(Evidence, "answer", EVIDENCE),),
        restores=("value", "text", "text_language", "not_applicable", "reason"),
        touch=note_the_writer,
        shown=SAID,
    )
)
register(Kind(Extension, opening_of_extension))
# Marks that were taken back stand nowhere else.
register(Kind(AnswerReview, for_the_secretariat))
PARTS = {
    ConsolidatedReport: (Part(NarrativeChoice, "consolidated", ("question",)),),
    Indicator: (Part(IndicatorValue, "indicator", ("year",)),),
    Question: (Part(Choice, "question", ("code",)), Part(Column, "question", ("code",))),
}
for model in (
    Framework,
    Node,
    Indicator,
    IndicatorValue,
    Questionnaire,
    Section,
    Question,
    Choice,
    Column,
    Cycle,
    ConsolidatedReport,
    NarrativeChoice,
):
    register(Kind(model, for_the_secretariat, PARTS.get(model, ()), restores=texts(model)))
