"""What one entity reported over the cycles: its accepted answers in published cycles, question by question.

An entity's answer for the public stands here under its name, also where so few answered that no figure is made of it.
"""

from dataclasses import dataclass
from functools import cached_property

from entities.roles import represents
from strategy.contents import is_answered, is_unchanged, number_of
from strategy.editions import breaks_trend, kinds_between
from strategy.models import NUMERIC_TYPES, Cycle, Questionnaire, QuestionType, Report, consent_levels
from strategy.surveys import RealOrDemo, SectionRead


@dataclass
class Given:
    """One answer. `question` as its edition asked it; `is_broken`: not what the answer before was asked."""

    cycle: Cycle
    question: object
    content: dict
    is_broken: bool = False

    @property
    def name(self):
        return str(self.cycle.year)

    @property
    def number(self):
        return number_of(self.question, self.content)

    @property
    def is_carried_over(self):
        return is_unchanged(self.content)


@dataclass
class Answers:
    """All answers of the entity to one question, the oldest first."""

    given: list[Given]

    @property
    def question(self):
        return self.given[-1].question

    @property
    def latest(self):
        return self.given[-1]

    @property
    def earlier(self):
        """The newest first."""
        return self.given[-2::-1]

    @property
    def points(self):
        """For the chart; empty where there is no trend to show."""
        if self.question.type not in NUMERIC_TYPES:
            return []
        numbers = [(given.name, None if given.number is None else float(given.number)) for given in self.given]
        return numbers if sum(1 for _name, number in numbers if number is not None) > 1 else []

    @property
    def breaks(self):
        return [place for place, given in enumerate(self.given) if given.is_broken]

    @property
    def unit(self):
        return "%" if self.question.type == QuestionType.PERCENT else ""


class EntityResults(RealOrDemo):
    def __init__(self, entity, user, wants_demo=False):
        self.entity = entity
        self.is_own = represents(user, entity.pk)
        self.levels = consent_levels(user)
        self.reports = self.chosen(self._reports(user), wants_demo, lambda report: report.cycle)

    def _reports(self, user):
        published = Cycle.objects.visible_to(user).published()
        reports = Report.objects.accepted().filter(entity=self.entity, cycle__in=published)
        return list(
            reports.select_related("cycle", "accepted_submission").order_by("cycle__year", "cycle__due_on", "pk")
        )

    @cached_property
    def editions(self):
        """The newest first."""
        used = {report.questionnaire_id for report in self.reports}
        return list(Questionnaire.objects.with_questions().filter(pk__in=used).order_by("code", "-edition"))

    @cached_property
    def parts(self):
        """[(questionnaire as it was asked last, [SectionRead])] of what the reader may read."""
        found = {}
        for edition in self.editions:
            _newest, sections = found.setdefault(edition.code, (edition, {}))
            for section in edition.sections.all():
                readable = [question for question in section.questions.all() if self.may_read(question)]
                if readable:
                    sections.setdefault(section.code, SectionRead(section, [])).questions += readable
        return [(questionnaire, list(sections.values())) for questionnaire, sections in found.values() if sections]

    def may_read(self, question):
        return self.is_own or question.consent in self.levels

    def part(self, code, section):
        """(questionnaire, SectionRead) that is asked for, else the first; None where there is none."""
        found = [(questionnaire, each) for questionnaire, sections in self.parts for each in sections]
        if not code:
            return found[0] if found else None
        wanted = [pair for pair in found if pair[0].code == code and section in ("", pair[1].section.code)]
        return wanted[0] if wanted else None

    def answers_to(self, section):
        """[Answers] to the questions of a SectionRead, without those that were never answered."""
        by_edition = {(question.section.questionnaire_id, question.code): question for question in section.questions}
        codes = dict.fromkeys(question.code for question in section.questions)
        found = [self._answers(code, by_edition) for code in codes]
        return [answers for answers in found if answers.given]

    def _answers(self, code, by_edition):
        given = []
        for report in self.reports:
            question = by_edition.get((report.questionnaire_id, code))
            content = report.accepted_submission.answers.get(code)
            if question is not None and is_answered(content):
                is_broken = bool(given) and breaks_trend(kinds_between(given[-1].question, question))
                given.append(Given(report.cycle, question, content, is_broken))
        return Answers(given)

    def all_answers(self):
        """[Answers] of all questionnaires, for a file."""
        return [
            answers for _questionnaire, sections in self.parts for each in sections for answers in self.answers_to(each)
        ]
