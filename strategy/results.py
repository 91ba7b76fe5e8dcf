"""What the accepted reports of a cycle say together. Computed when read, never stored, by the rules of aggregates.py.

Only accepted submissions count, word for word as they were accepted: a report that was reopened keeps its place
until its new version is accepted. Every figure says of how many: n answered of n asked.
"""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from entities.roles import is_member
from strategy import aggregates
from strategy.aggregates import Reported
from strategy.contents import is_answered, is_unchanged, number_of
from strategy.evidence import initiatives_by_code
from strategy.models import Question, Questionnaire, QuestionType, consent_levels

CHOSEN_TYPES = {QuestionType.YES_NO, QuestionType.ONE_OF, QuestionType.MANY_OF, QuestionType.SCALE}
# Long texts stand on the page of their question; the results show the first of them.
SHOWN_TEXTS = 3


@dataclass
class Said:
    """What one entity answered, or why the question does not apply to it."""

    entity: object
    content: dict
    at: object
    initiatives: list = field(default_factory=list)  # evidence that the reader may see

    @property
    def not_applicable(self):
        return self.content["not_applicable"]

    @property
    def is_carried_over(self):
        return is_unchanged(self.content)

    @property
    def initiative_codes(self):
        return [row["initiative"] for row in self.content.get("evidence", []) if row.get("initiative")]


@dataclass
class QuestionResult:
    """The answers to one question in one cycle. `asked_codes` are the entities asked, by code.

    `is_hidden`: too few answered to show a figure in public. `for_members`: the reader may
    know who carried an answer over and who counts what twice.
    """

    question: Question
    asked_codes: frozenset
    said: list[Said] = field(default_factory=list)
    is_hidden: bool = False
    for_members: bool = False

    @cached_property
    def answers(self):
        return [said for said in self.said if not said.not_applicable]

    @property
    def answered(self):
        return len(self.answers)

    @property
    def asked(self):
        return self.figure.asked

    @property
    def not_applicable(self):
        return len(self.said) - len(self.answers)

    @cached_property
    def reported(self):
        """The same as plain values."""
        return [reported(self.question, said) for said in self.said]

    @cached_property
    def figure(self):
        """By the rule of the indicator where the question is bound to one, else by that of its type."""
        return aggregates.figure(method_of(self.question), self.reported, self.asked_codes)

    @property
    def value(self):
        return None if self.is_hidden else self.figure.value

    @property
    def first_texts(self):
        return self.answers[:SHOWN_TEXTS]

    @property
    def is_chosen(self):
        """Is the question answered by choosing from what is offered?"""
        return self.question.type in CHOSEN_TYPES

    @cached_property
    def counts(self):
        """[(code, record or None, number of entities)] of a question that is answered by choosing."""
        codes = [code for said in self.answers for code in codes_in(said.content["value"])]
        return [(code, choice, codes.count(code)) for code, choice in choices_of(self.question)]

    @cached_property
    def ranks(self):
        """[(choice, Place)], the most often named first. Choices that nobody named are left out."""
        choices = dict(choices_of(self.question))
        places = aggregates.places(codes_in(said.content["value"]) for said in self.answers)
        return [(choices[place.code], place) for place in places if place.code in choices]

    @cached_property
    def quartiles(self):
        return aggregates.quartiles([answer.number for answer in self.reported if answer.counts])

    @property
    def shows_carried_over(self):
        """In public not where the answers carried over, or the others, are of fewer than three entities."""
        return self.for_members or aggregates.may_show(self.carried_over, self.answered)

    @property
    def carried_over(self):
        return sum(1 for said in self.answers if said.is_carried_over)

    @property
    def reported_again(self):
        return self.answered - self.carried_over

    @cached_property
    def double_counts(self):
        """[(initiative, codes of entities)] for members: it is evidence for numbers of several that are added up."""
        return self.counted_twice if self.for_members else []

    @cached_property
    def counted_twice(self):
        """The same for whoever sees to it that members alone read it."""
        if self.figure.method != aggregates.SUM or self.question.type != QuestionType.NUMBER:
            return []
        known = {initiative.code: initiative for said in self.answers for initiative in said.initiatives}
        found = aggregates.double_counts(self.reported)
        return [(known[code], entities) for code, entities in found if code in known]


def method_of(question):
    aggregation = question.indicator.aggregation if question.indicator_id else None
    return aggregates.method_for(aggregation, question.type)


def reported(question, said):
    return Reported(
        entity=said.entity.code,
        number=number_of(question, said.content),
        at=said.at,
        not_applicable=said.not_applicable,
        carried_over=said.is_carried_over,
        evidence=frozenset(said.initiative_codes),
    )


def choices_of(question):
    """[(stored code, Choice or None)]: yes and no, and the points of a scale, have no record of their own."""
    if question.type == QuestionType.YES_NO:
        return [("yes", None), ("no", None)]
    if question.type == QuestionType.SCALE:
        return [(str(point), None) for point in question.scale_points]
    return [(choice.code, choice) for choice in question.choices.all()]


def codes_in(value):
    values = value if isinstance(value, list) else [value]
    return [str(code) for code in values if code is not None]


def words_of(figure):
    """What kind of figure it is, of how many: "mean of 12 entities"."""
    words = {
        aggregates.SUM: ngettext("sum over {n} entity", "sum over {n} entities", figure.answered),
        aggregates.MEAN: ngettext("mean of {n} entity", "mean of {n} entities", figure.answered),
        aggregates.SHARE_OF_YES: ngettext("yes, of {n} entity", "yes, of {n} entities", figure.answered),
        aggregates.LATEST: ngettext("latest answer of {n} entity", "latest answer of {n} entities", figure.answered),
    }
    return words[figure.method].format(n=figure.answered) if figure.method else _("no figure is made of these answers")


def accepted_reports(cycle, questionnaire):
    reports = cycle.reports.accepted().filter(questionnaire=questionnaire)
    return list(reports.select_related("entity", "accepted_submission").order_by("entity__code"))


def result_of(question, contents, asked_codes, user):
    """One question. `contents` is [(entity, when, content or None)] of the accepted reports.

    The caller has made sure that the person may read the question.
    """
    said = [Said(entity, content, at) for entity, at, content in contents if is_answered(content)]
    result = QuestionResult(question, frozenset(asked_codes), said, for_members=is_member(user))
    # A text is no figure: it stands under the name of who wrote it for the public.
    is_few = result.answered < aggregates.SMALLEST_GROUP
    result.is_hidden = is_few and not result.for_members and not question.is_text
    return result


def contents_of(question, reports):
    return [
        (report.entity, report.accepted_submission.at, report.accepted_submission.answers.get(question.code))
        for report in reports
    ]


@dataclass
class QuestionnaireResult:
    questionnaire: Questionnaire
    reports: list
    asked_codes: frozenset
    sections: list = field(default_factory=list)  # [(section, [QuestionResult])]

    @property
    def asked(self):
        return len(self.asked_codes | {report.entity.code for report in self.reports})


def asked_codes(cycle):
    return frozenset(cycle.entities.values_list("code", flat=True))


def results_of(cycle, user, questionnaires):
    """One QuestionnaireResult each, of a published cycle, as far as consent allows."""
    levels = consent_levels(user)
    asked = asked_codes(cycle)
    found = []
    for questionnaire in questionnaires:
        reports = accepted_reports(cycle, questionnaire)
        result = QuestionnaireResult(questionnaire, reports, asked)
        for section in questionnaire.sections.all():
            readable = [question for question in section.questions.all() if question.consent in levels]
            if readable:
                rows = [result_of(question, contents_of(question, reports), asked, user) for question in readable]
                result.sections.append((section, rows))
        found.append(result)
    name_initiatives([row for result in found for _section, rows in result.sections for row in rows], user)
    return found


def name_initiatives(results, user):
    """Adds the initiatives that answers name as evidence: one query for the whole page."""
    said = [one for result in results for one in result.answers]
    initiatives = initiatives_by_code([one.content for one in said], user)
    for one in said:
        one.initiatives = [initiatives[code] for code in one.initiative_codes if code in initiatives]
