"""One question over the cycles in which it was asked: what stands beside what, what may be joined by a line, and the
figure of those who answered both times. The rules: docs/aggregates.md."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import F, Prefetch
from django.db.models.fields.json import KeyTransform

from entities.models import Entity
from entities.roles import is_member
from strategy import aggregates
from strategy.aggregates import Break
from strategy.editions import breaks_trend, kinds_between
from strategy.models import (
    Cycle,
    IndicatorUnit,
    Question,
    Questionnaire,
    QuestionType,
    Report,
    consent_levels,
)
from strategy.results import QuestionResult, method_of, result_of


@dataclass
class Round:
    """One question in one published cycle."""

    cycle: Cycle
    question: Question
    result: QuestionResult

    @property
    def name(self):
        return str(self.cycle.year)

    @property
    def value(self):
        return self.result.value


@dataclass(frozen=True)
class Panel:
    """Those who answered both times: what they said then and now."""

    before: object
    after: object
    answered: int


@dataclass
class Step:
    """From one round to the next. `names`: the reader may know which entities were asked."""

    before: Round
    after: Round
    broken: Break
    panel: Panel | None = None
    names: bool = False

    @property
    def is_of_all(self):
        """Did all who answered answer both times?"""
        wholes = {self.before.result.figure.answered, self.after.result.figure.answered}
        return wholes == {self.panel.answered}

    @property
    def joined(self):
        return sorted(self.broken.joined)

    @property
    def left(self):
        return sorted(self.broken.left)


@dataclass
class Series:
    """The rounds of one question, the oldest first. Rounds of the demonstration are a series of their own."""

    rounds: list[Round]
    is_demo: bool = False
    names: bool = False

    @property
    def latest(self):
        return self.rounds[-1]

    @property
    def key(self):
        """Of this series on a page, for links."""
        demo = "demo-" if self.is_demo else ""
        return f"{demo}{self.question.section.questionnaire.code}-{self.question.code}"

    @property
    def question(self):
        """As it was asked last."""
        return self.latest.question

    @cached_property
    def steps(self):
        return [self._step(before, after) for before, after in zip(self.rounds, self.rounds[1:], strict=False)]

    def _step(self, before, after):
        wording = breaks_trend(kinds_between(before.question, after.question))
        broken = aggregates.break_between(before.result.asked_codes, after.result.asked_codes, wording)
        return Step(before, after, broken, None if wording else self._panel(before, after), self.names)

    def _panel(self, before, after):
        """None where nobody answered twice, or where the public could take it from the whole."""
        method = method_of(after.question)
        if method is None or method != method_of(before.question):
            return None
        both = aggregates.panel(before.result.reported, after.result.reported)
        answered = len(both[0])
        wholes = [before.result.figure.answered, after.result.figure.answered]
        if not answered or not (self.names or all(aggregates.may_show(answered, whole) for whole in wholes)):
            return None
        return Panel(*(aggregates.compute(method, answers) for answers in both), answered)

    @property
    def broken_steps(self):
        return [step for step in self.steps if step.broken]

    @property
    def rows(self):
        """[(round, the step that led to it or None)], the newest first."""
        return list(zip(self.rounds, [None, *self.steps], strict=True))[::-1]

    # For the chart

    @property
    def unit(self):
        """What stands behind the figures."""
        if self.latest.result.figure.method == aggregates.SHARE_OF_YES or self.question.type == QuestionType.PERCENT:
            return "%"
        return self.indicator.unit_sign if self.indicator and self.indicator.unit == IndicatorUnit.USD else ""

    @property
    def points(self):
        return [(each.name, None if each.value is None else in_chart(each.value)) for each in self.rounds]

    @property
    def breaks(self):
        """Places of the rounds that are not joined to the one before."""
        return [place for place, step in enumerate(self.steps, start=1) if step.broken]

    @property
    def panel_lines(self):
        """[(place, then, now)] where those who answered both times are not simply all."""
        return [
            (place, in_chart(step.panel.before), in_chart(step.panel.after))
            for place, step in enumerate(self.steps, start=1)
            if step.panel and not step.is_of_all
        ]

    # Against baseline and target

    @property
    def indicator(self):
        return self.question.indicator if self.question.indicator_id else None

    @property
    def is_measured(self):
        """Is the figure of the kind that the indicator's baseline and target are of?"""
        method = self.latest.result.figure.method
        if self.indicator is None or method is None:
            return False
        kind = {self.indicator.aggregation, method}
        is_percent = self.indicator.unit == IndicatorUnit.PERCENT
        return is_percent == (self.unit == "%") and (len(kind) == 1 or kind == {"mean", "share_of_yes"})

    @property
    def baseline(self):
        return self.indicator.baseline_value if self.is_measured else None

    @property
    def target(self):
        return self.indicator.target_value if self.is_measured else None

    @property
    def status(self):
        """Of the latest round; "" where there is nothing to measure it by."""
        if not self.is_measured or self.latest.result.is_hidden:
            return ""
        return self.indicator.status_of(self.latest.value, self.latest.cycle.year)


def in_chart(value):
    """As it is written beside its point."""
    return round(float(value), 1)


def series_of(questions, user, cycles=None):
    """[Series] of the questions, in the order in which they are asked, real rounds before those of the demonstration.
    `cycles`: only these of the published ones.

    `questions` come with section.questionnaire, indicator, condition, choices and columns, as far as their types have
    them. Four queries for all.
    """
    readable = [question for question in questions if question.consent in consent_levels(user)]
    cycles = published_cycles(readable, user, cycles)
    contents = contents_of(cycles, readable)
    rounds = {}
    for cycle in cycles:
        asked = frozenset(entity.code for entity in cycle.entities.all())
        in_use = {questionnaire.pk for questionnaire in cycle.questionnaires.all()}
        for question in readable:
            questionnaire = question.section.questionnaire
            if questionnaire.pk in in_use:
                said = contents.get((cycle.pk, questionnaire.pk), {}).get(question.code, [])
                result = result_of(question, said, asked, user)
                key = (cycle.is_demo, questionnaire.code, question.code)
                rounds.setdefault(key, []).append(Round(cycle, question, result))
    found = [Series(rounds[key], is_demo=key[0], names=is_member(user)) for key in rounds]
    return sorted(found, key=_order)


def _order(series):
    question = series.question
    return (series.is_demo, question.section.questionnaire.code, question.section.position, question.position)


def published_cycles(questions, user, among=None):
    """The oldest first."""
    asking = {question.section.questionnaire_id for question in questions}
    cycles = Cycle.objects.visible_to(user).published().filter(questionnaires__in=asking).distinct()
    if among is not None:
        cycles = cycles.filter(pk__in=[cycle.pk for cycle in among])
    return list(
        cycles.order_by("year", "due_on", "slug").prefetch_related(
            Prefetch("questionnaires", Questionnaire.objects.only("pk")),
            Prefetch("entities", Entity.objects.only("code")),
        )
    )


def contents_of(cycles, questions):
    """{(cycle, questionnaire): {code: [(entity, when, content)]}}: of each submission only the answers needed."""
    codes = sorted({question.code for question in questions})
    reports = (
        Report.objects.accepted()
        .filter(cycle__in=cycles, questionnaire__in={question.section.questionnaire_id for question in questions})
        .select_related("entity")
        .order_by("entity__code")
        .annotate(at=F("accepted_submission__at"), **{f"answer_{n}": _answer_to(code) for n, code in enumerate(codes)})
    )
    found = {}
    for report in reports:
        by_code = found.setdefault((report.cycle_id, report.questionnaire_id), {})
        for number, code in enumerate(codes):
            said = (report.entity, report.at, getattr(report, f"answer_{number}"))
            by_code.setdefault(code, []).append(said)
    return found


def _answer_to(code):
    return KeyTransform(code, KeyTransform("answers", F("accepted_submission__content")))


# Types whose answers make a figure: of the others an indicator has nothing to show.
FIGURE_TYPES = sorted({question_type for _rule, question_type in aggregates.METHODS})


def figure_questions():
    """Questions that make a figure, with what series_of needs of them, in the order in which they are asked."""
    questions = Question.objects.filter(type__in=FIGURE_TYPES)
    return questions.select_related("section__questionnaire", "condition_question").order_by(
        "section__questionnaire__code", "section__questionnaire__edition", "section__position", "position"
    )


def indicator_series(indicator, user):
    """[Series], one per question that is bound to the indicator."""
    return series_of(questions_for([indicator]), user)


def questions_for(indicators):
    """The questions that are bound to one of the indicators and make a figure, with what series_of needs of them."""
    known = {indicator.pk: indicator for indicator in indicators}
    questions = list(figure_questions().filter(indicator__in=known))
    for question in questions:
        question.indicator = known[question.indicator_id]
    return questions
