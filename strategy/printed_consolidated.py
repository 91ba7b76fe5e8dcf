"""A consolidated report as one edition holds it: the plain structures that consolidated.py fills."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from core.frozen import Passage
from strategy.indicator_rows import end_of_scale
from strategy.models import TEXT_TYPES, Edition, QuestionType
from strategy.models.indicators import UNIT_SIGNS
from strategy.results import words_of


@dataclass(frozen=True)
class NamedEntity:
    code: str
    slug: str
    acronym: Passage
    name: Passage

    def __str__(self):
        return self.acronym.text or self.name.text or self.code


@dataclass(frozen=True)
class Point:
    """A value with its year."""

    year: int
    value: Decimal


@dataclass(frozen=True)
class Published(Point):
    """A value that a document published."""

    is_approximate: bool = False
    respondents: int | None = None
    symbol: str = ""
    document: str = ""


@dataclass(frozen=True)
class CountedTwice:
    """An initiative that several entities name as evidence for numbers that are added up."""

    slug: str
    title: Passage
    entities: list[NamedEntity]


@dataclass(frozen=True)
class Counted:
    """A figure, the rule by which it is made, and of how many entities. `is_hidden`: too few to show it in public;
    `counted_twice` is for members only."""

    method: str
    value: Decimal | None
    answered: int
    asked: int
    not_applicable: int
    is_hidden: bool
    entities: list
    counted_twice: list[CountedTwice]

    @property
    def words(self):
        """What kind of figure it is: "mean of 12 entities"."""
        return words_of(self)


@dataclass(frozen=True)
class IndicatorResult(Counted):
    """What the accepted answers to one question make of an indicator. `question` is its key, `code` its number.

    `live` says what it would be today, where that differs from the snapshot."""

    questionnaire: Passage
    question: int
    code: str
    status: str
    live: "IndicatorResult | None" = None


@dataclass(frozen=True)
class PrintedIndicator:
    framework: str  # its address
    code: str
    title: Passage
    definition: Passage
    disaggregation: Passage
    unit: str
    unit_label: Passage
    direction: str
    aggregation: str
    baseline: Point | None
    target: Point | None
    published: list[Published]
    results: list[IndicatorResult]

    @property
    def unit_sign(self):
        return UNIT_SIGNS.get(self.unit, "")

    @property
    def baseline_value(self):
        return self.baseline and self.baseline.value

    @property
    def target_value(self):
        return self.target and self.target.value

    @property
    def maximum(self):
        """The end of the scale of its bar."""
        known = [point.value for point in (self.baseline, self.target, *self.published) if point]
        known += [result.value for result in self.results if result.value is not None]
        return end_of_scale(self.unit, known)


@dataclass(frozen=True)
class PrintedNode:
    code: str
    kind: str
    is_sample: bool
    text: Passage
    indicators: list[PrintedIndicator]


@dataclass(frozen=True)
class PrintedFramework:
    slug: str
    code: str
    symbol: str
    title: Passage
    nodes: list[PrintedNode]


@dataclass(frozen=True)
class Narrative:
    """What one entity said, in its own words. `report` is the number of its report."""

    report: int
    entity: NamedEntity
    text: Passage


@dataclass(frozen=True)
class EntityTable:
    report: int
    entity: NamedEntity
    rows: list


@dataclass(frozen=True)
class PrintedQuestion(Counted):
    code: str
    text: Passage
    type: str
    unit: Passage
    consent: str
    indicator: str
    counts: list = field(default_factory=list)  # [(Passage, number of entities)]
    ranks: list = field(default_factory=list)
    narratives: list[Narrative] = field(default_factory=list)
    columns: list[Passage] = field(default_factory=list)
    tables: list[EntityTable] = field(default_factory=list)

    @property
    def sign(self):
        """What stands behind its figure."""
        return "%" if self.method == "share_of_yes" or self.type == QuestionType.PERCENT else ""

    @property
    def is_text(self):
        return self.type in TEXT_TYPES


@dataclass(frozen=True)
class PrintedSection:
    """A section of a questionnaire, with the questions that this edition holds."""

    questionnaire: str
    questionnaire_title: Passage
    code: str
    title: Passage
    questions: list[PrintedQuestion]

    @property
    def number_of_narratives(self):
        return sum(len(question.narratives) for question in self.questions)


@dataclass(frozen=True)
class Consolidated:
    """`number` and `at` name the snapshot; both are None of what stands now."""

    edition: Edition
    number: int | None
    at: datetime.datetime | None
    title: Passage
    symbol: str
    cycle: Passage
    year: int
    period: tuple
    is_demo: bool
    introduction: Passage
    findings: Passage
    conclusions: Passage
    annex_title: Passage
    annex_symbol: str
    asked: list[NamedEntity]
    reported: list[NamedEntity]
    on_behalf: list[NamedEntity]  # whose report the secretariat entered; in public nobody
    frameworks: list[PrintedFramework]
    sections: list[PrintedSection]

    @property
    def is_preview(self):
        return self.number is None

    @property
    def indicators(self):
        return [found for framework in self.frameworks for node in framework.nodes for found in node.indicators]

    @property
    def results(self):
        return [result for indicator in self.indicators for result in indicator.results]

    @property
    def holds(self):
        """What this edition holds, in words, for its first page."""
        return str(HOLDS[self.edition])


HOLDS = {
    Edition.PUBLIC: _(
        "This edition is for everybody. It holds the answers that are marked public; figures of fewer than three "
        "entities are left out."
    ),
    Edition.MEMBERS: _(
        "This edition is for members of the Mechanism. It holds the answers that are marked public or for members."
    ),
    Edition.SECRETARIAT: _("This edition is for the secretariat only. It holds all answers."),
}
