"""How the answers of many entities become one figure. Pure functions on plain values: no record, no query, no language.

The rules with worked examples stand in docs/aggregates.md, which is a test too. results.py reads the records.
"""

import statistics
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

SUM, MEAN, SHARE_OF_YES, LATEST = "sum", "mean", "share_of_yes", "latest"
MET, ON_TRACK, BEHIND, NO_DATA, UNKNOWN = "met", "on_track", "behind", "no_data", ""

# In public a figure of fewer entities would say what one of them answered.
SMALLEST_GROUP = 3
# Of the way that the straight line from the baseline to the target has reached.
ON_TRACK_SHARE = Fraction(2, 3)
# Of fewer numbers, quartiles only say the numbers again.
SMALLEST_FOR_QUARTILES = 4

# What an indicator's rule makes of the answers to a question of each type. What is missing here makes no figure:
# a share of yes of something that is not answered with yes or no, for instance.
METHODS = {
    (SUM, "number"): SUM,
    (SUM, "yes_no"): SUM,
    (MEAN, "number"): MEAN,
    (MEAN, "percent"): MEAN,
    (MEAN, "scale"): MEAN,
    (MEAN, "yes_no"): SHARE_OF_YES,
    (SHARE_OF_YES, "yes_no"): SHARE_OF_YES,
    (LATEST, "number"): LATEST,
    (LATEST, "percent"): LATEST,
    (LATEST, "scale"): LATEST,
    # Shares and points of a scale are never added.
    (SUM, "percent"): MEAN,
    (SUM, "scale"): MEAN,
}
# Of a question that is bound to no indicator.
OWN_METHODS = {"number": SUM, "percent": MEAN, "scale": MEAN, "yes_no": SHARE_OF_YES}


@dataclass(frozen=True)
class Reported:
    """What one entity's accepted answer brings to a figure. `number`: yes is 1 and no is 0; None where the question
    does not apply. `carried_over`: confirmed as unchanged since the last cycle. `evidence`: codes of initiatives."""

    entity: Hashable
    number: Decimal | None
    at: datetime
    not_applicable: bool = False
    carried_over: bool = False
    evidence: frozenset = frozenset()

    @property
    def counts(self):
        return self.number is not None and not self.not_applicable


@dataclass(frozen=True)
class Figure:
    """`value` of `answered` entities of `asked`. None, never nought, where nobody answered. `carried_over` of the
    answered are last cycle's answers that were confirmed unchanged; the others were reported again."""

    method: str | None
    value: Decimal | None
    answered: int
    asked: int
    not_applicable: int = 0
    carried_over: int = 0

    @property
    def reported_again(self):
        return self.answered - self.carried_over


def method_for(aggregation, question_type):
    """One of the four methods, or None where the rule makes no figure of such answers. `aggregation` may be None."""
    if aggregation is None:
        return OWN_METHODS.get(question_type)
    return METHODS.get((aggregation, question_type))


def figure(method, answers, asked):
    """`answers` are Reported, one per entity at most; `asked` are the entities asked. One that answered was asked."""
    counted = [answer for answer in answers if answer.counts]
    return Figure(
        method=method,
        value=compute(method, counted),
        answered=len(counted),
        asked=len(set(asked) | {answer.entity for answer in answers}),
        not_applicable=sum(1 for answer in answers if answer.not_applicable),
        carried_over=sum(1 for answer in counted if answer.carried_over),
    )


def compute(method, answers):
    """The value alone. Does not apply and no answer are left out of the sum and of the number divided by."""
    counted = [answer for answer in answers if answer.counts]
    if not counted or method is None:
        return None
    if method == LATEST:
        return max(counted, key=lambda answer: (answer.at, str(answer.entity))).number
    total = sum(answer.number for answer in counted)
    if method == SUM:
        return total
    return total / len(counted) if method == MEAN else 100 * total / len(counted)


def panel(before, after):
    """The answers of those who answered both times: the only ones whose change is a change."""
    both = {answer.entity for answer in before if answer.counts} & {answer.entity for answer in after if answer.counts}
    return [answer for answer in before if answer.entity in both], [answer for answer in after if answer.entity in both]


@dataclass(frozen=True)
class Break:
    """Why two rounds are not joined by a line. Empty: they are."""

    joined: frozenset = frozenset()
    left: frozenset = frozenset()
    wording: bool = False

    def __bool__(self):
        return bool(self.joined or self.left or self.wording)


def break_between(asked_before, asked_after, wording=False):
    """`wording`: what is asked changed between the two rounds, see editions.breaks_trend."""
    before, after = frozenset(asked_before), frozenset(asked_after)
    return Break(joined=after - before, left=before - after, wording=wording)


def double_counts(answers):
    """[(initiative, entities)]: initiatives that two entities name as evidence for numbers that are added up."""
    named = {}
    for answer in answers:
        if answer.counts and answer.number:
            for initiative in answer.evidence:
                named.setdefault(initiative, []).append(answer.entity)
    return sorted(
        (initiative, sorted(entities, key=str)) for initiative, entities in named.items() if len(entities) > 1
    )


def may_show(part, whole):
    """May the public see the figure of `part` entities beside that of the `whole`? Taken from it, it tells the rest."""
    return not _is_too_few(part) and not _is_too_few(whole - part)


def _is_too_few(number):
    return 0 < number < SMALLEST_GROUP


def quartiles(numbers):
    """(first quarter, median, third quarter), or None for fewer than four numbers."""
    if len(numbers) < SMALLEST_FOR_QUARTILES:
        return None
    return tuple(statistics.quantiles(numbers, n=4, method="inclusive"))


def share(part, whole):
    """In per cent; None of nobody."""
    return Decimal(100 * part) / whole if whole else None


@dataclass(frozen=True)
class Place:
    """Where a choice of a ranking came: named by `named` entities, first for `first`, at place `mean` on average."""

    code: str
    named: int
    first: int
    mean: Decimal


def places(rankings):
    """One Place per choice that somebody named, most often named first, then by mean place. Mean: of those who named
    it, because a place that nobody gave is not the last one."""
    given = {}
    for ranking in rankings:
        for place, code in enumerate(ranking, start=1):
            given.setdefault(code, []).append(place)
    found = [
        Place(code, len(places), places.count(1), Decimal(sum(places)) / len(places)) for code, places in given.items()
    ]
    return sorted(found, key=lambda place: (-place.named, place.mean, place.code))


def status(value, target, *, baseline=None, falling=False, year=None, baseline_year=None, target_year=None):
    """met, on_track, behind, no_data; empty without a target, or where without a baseline the way is not known.

    `year` is that of the value. Years that are not known: the whole way is asked for.
    """
    if target is None:
        return UNKNOWN
    if value is None:
        return NO_DATA
    sign = -1 if falling else 1
    if sign * value >= sign * target:
        return MET
    if year is not None and target_year is not None and year >= target_year:
        return BEHIND
    if baseline is None:
        return UNKNOWN
    way = sign * (target - baseline)
    if way <= 0:
        # The target was reached at the beginning, and was lost.
        return BEHIND
    covered = Fraction(sign * (value - baseline)) / Fraction(way)
    return ON_TRACK if covered >= ON_TRACK_SHARE * elapsed(year, baseline_year, target_year) else BEHIND


def elapsed(year, first, last):
    """The share of the time from the first to the last year that has passed, from 0 to 1."""
    if None in (year, first, last) or last <= first:
        return Fraction(1)
    return max(Fraction(0), min(Fraction(1), Fraction(year - first, last - first)))
