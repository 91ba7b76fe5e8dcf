"""What the accepted reports of a cycle say together. Computed when read, never stored.

Only accepted submissions count, word for word as they were accepted: a report that was reopened keeps its place
until its new version is accepted. Every figure says of how many: n answered of n asked.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from entities.roles import is_member
from strategy.contents import is_answered, number_of
from strategy.evidence import initiatives_by_code
from strategy.models import (
    Aggregation,
    Cycle,
    Question,
    Questionnaire,
    QuestionType,
    Report,
    consent_levels,
)

# In public a figure of fewer entities would say what one of them answered.
SMALLEST_GROUP = 3
ADDED_TYPES = {QuestionType.NUMBER, QuestionType.PERCENT}


@dataclass
class Said:
    """What one entity answered."""

    entity: object
    content: dict
    at: object
    initiatives: list = field(default_factory=list)  # evidence that the reader may see


@dataclass
class QuestionResult:
    """The answers to one question in one cycle. `is_hidden`: too few answered to show a figure in public."""

    question: Question
    asked: int
    answers: list[Said] = field(default_factory=list)
    not_applicable: int = 0
    is_hidden: bool = False

    @property
    def answered(self):
        return len(self.answers)

    @property
    def numbers(self):
        """[(when, number)] of the answers that are numbers, in the order of their submission."""
        found = [(said.at, number_of(self.question, said.content)) for said in self.answers]
        return sorted((pair for pair in found if pair[1] is not None), key=lambda pair: pair[0])

    @property
    def total(self):
        """Numbers add up, shares do not: of per cents there is a mean only."""
        return sum(number for _at, number in self.numbers) if self.question.type == QuestionType.NUMBER else None

    @property
    def mean(self):
        return mean(self.numbers) if self.question.type in ADDED_TYPES | {QuestionType.SCALE} else None

    @property
    def counts(self):
        """[(code, record or None, number of entities)] of a question that is answered by choosing."""
        codes = [code for said in self.answers for code in _codes(said.content["value"])]
        return [(code, choice, codes.count(code)) for code, choice in choices_of(self.question)]

    @property
    def ranks(self):
        """[(choice, mean place, named by n)], the most serious first. Choices that nobody named are left out."""
        places = {}
        for said in self.answers:
            for place, code in enumerate(_codes(said.content["value"]), start=1):
                places.setdefault(code, []).append(place)
        found = [
            (choice, Decimal(sum(places[code])) / len(places[code]), len(places[code]))
            for code, choice in choices_of(self.question)
            if code in places
        ]
        return sorted(found, key=lambda row: (-row[2], row[1]))


def choices_of(question):
    """[(stored code, Choice or None)]: yes and no, and the points of a scale, have no record of their own."""
    if question.type == QuestionType.YES_NO:
        return [("yes", None), ("no", None)]
    if question.type == QuestionType.SCALE:
        return [(str(point), None) for point in question.scale_points]
    return [(choice.code, choice) for choice in question.choices.all()]


def _codes(value):
    values = value if isinstance(value, list) else [value]
    return [str(code) for code in values if code is not None]


def accepted_reports(cycle, questionnaire):
    reports = cycle.reports.accepted().filter(questionnaire=questionnaire)
    return list(reports.select_related("entity", "accepted_submission"))


def result_of(question, reports, asked, user):
    """One question over the accepted reports. The caller has made sure that the person may read the question."""
    result = QuestionResult(question, asked)
    for report in reports:
        content = report.accepted_submission.answers.get(question.code)
        if not is_answered(content):
            continue
        if content["not_applicable"]:
            result.not_applicable += 1
        else:
            result.answers.append(Said(report.entity, content, report.accepted_submission.at))
    result.is_hidden = result.answered < SMALLEST_GROUP and not is_member(user)
    return result


@dataclass
class QuestionnaireResult:
    questionnaire: Questionnaire
    reports: list
    asked: int
    sections: list = field(default_factory=list)  # [(section, [QuestionResult])]


def results_of(cycle, user, questionnaires):
    """One QuestionnaireResult each, of a published cycle, as far as consent allows."""
    levels = consent_levels(user)
    asked = cycle.entities.count()
    found = []
    for questionnaire in questionnaires:
        reports = accepted_reports(cycle, questionnaire)
        result = QuestionnaireResult(questionnaire, reports, asked)
        for section in questionnaire.sections.all():
            readable = [question for question in section.questions.all() if question.consent in levels]
            if readable:
                rows = [result_of(question, reports, asked, user) for question in readable]
                result.sections.append((section, rows))
        found.append(result)
    name_initiatives(found, user)
    return found


def name_initiatives(found, user):
    """Adds the initiatives that answers name as evidence: one query for the whole page."""
    said = [said for result in found for _section, rows in result.sections for row in rows for said in row.answers]
    initiatives = initiatives_by_code([one.content for one in said], user)
    for one in said:
        codes = [row.get("initiative") for row in one.content.get("evidence", [])]
        one.initiatives = [initiatives[code] for code in codes if code in initiatives]


# Indicators


@dataclass
class IndicatorResult:
    """What the entities' answers make of an indicator in one published cycle."""

    cycle: Cycle
    question: Question
    result: QuestionResult
    value: Decimal | None


def indicator_results(indicator, user):
    """One row per published cycle and question that is bound to the indicator, newest cycle first."""
    readable = indicator.questions.filter(consent__in=consent_levels(user))
    questions = list(readable.select_related("section__questionnaire"))
    asking = {question.section.questionnaire_id for question in questions}
    cycles = Cycle.objects.visible_to(user).published().filter(questionnaires__in=asking).distinct().counted()
    reports = {}
    for report in Report.objects.accepted().filter(cycle__in=cycles).select_related("entity", "accepted_submission"):
        reports.setdefault((report.cycle_id, report.questionnaire_id), []).append(report)
    rows = []
    for cycle in cycles.prefetch_related("questionnaires"):
        asked_here = {questionnaire.pk for questionnaire in cycle.questionnaires.all()}
        for question in questions:
            questionnaire = question.section.questionnaire_id
            if questionnaire in asked_here:
                result = result_of(question, reports.get((cycle.pk, questionnaire), []), cycle.number_asked, user)
                value = None if result.is_hidden else aggregate(indicator.aggregation, result.numbers)
                rows.append(IndicatorResult(cycle, question, result, value))
    return sorted(rows, key=lambda row: (-row.cycle.year, row.question.code))


def aggregate(how, numbers):
    """`numbers` is [(when, number)] in the order of time. Nothing to add up: None, never nought."""
    if not numbers:
        return None
    if how == Aggregation.SUM:
        return sum(number for _at, number in numbers)
    if how == Aggregation.MEAN:
        return mean(numbers)
    if how == Aggregation.SHARE_OF_YES:
        return 100 * mean(numbers)
    return numbers[-1][1]


def mean(numbers):
    return sum(number for _at, number in numbers) / len(numbers) if numbers else None
