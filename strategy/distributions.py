"""What stands beside a trend in the results of a survey: answers by choice, places of a ranking, quartiles, sums of the
columns of a table. One column per round, the oldest first; None where the public sees no figure of so few."""

from dataclasses import dataclass
from decimal import Decimal

from core import languages
from strategy import aggregates
from strategy.models import MEASURED_TYPES, QuestionType
from strategy.results import choices_of
from strategy.templatetags.answers import choice_label


@dataclass
class Row:
    """`cells` has one entry per round."""

    label: str
    cells: list


@dataclass
class Cell:
    """`share` in per cent of those who answered. `place`: of a ranking."""

    count: int
    share: Decimal
    place: aggregates.Place | None = None


def visible(series):
    """[QuestionResult or None]"""
    return [None if each.result.is_hidden else each.result for each in series.rounds]


def labels_of(series):
    """{code: label} of all rounds; a choice that is offered no longer keeps its last label."""
    found = {}
    for each in reversed(series.rounds):
        for code, choice in choices_of(each.question):
            found.setdefault(code, choice_label(code, choice))
    return found


def choice_rows(series):
    """How many chose what. A choice that was not offered in a round has no cell there."""
    counted = [_counts(result) for result in visible(series)]
    return [Row(label, [counts.get(code) for counts in counted]) for code, label in labels_of(series).items()]


def _counts(result):
    """{code: Cell} of one round."""
    if result is None or not result.answered:
        return {}
    return {code: Cell(n, aggregates.share(n, result.answered)) for code, _choice, n in result.counts}


def rank_rows(series):
    """Places of a ranking, those first that most named in the latest round."""
    found = [_ranks(result) for result in visible(series)]
    rows = {code: Row(label, [cells.get(code) for cells in found]) for code, label in labels_of(series).items()}
    named = [code for code in rows if any(rows[code].cells)]
    return [rows[code] for code in sorted(named, key=lambda code: _rank_key(rows[code].cells[-1]))]


def _ranks(result):
    """{code: Cell} of one round."""
    if result is None:
        return {}
    return {
        place.code: Cell(place.named, aggregates.share(place.named, result.answered), place)
        for _choice, place in result.ranks
    }


def _rank_key(cell):
    return (-cell.count, cell.place.mean) if cell else (0, 0)


def spread_rows(series):
    """[(round, quartiles or None)], the newest first."""
    found = [(each, None if each.result.is_hidden else each.result.quartiles) for each in series.rounds]
    return found[::-1] if any(quartiles for _each, quartiles in found) else []


def column_rows(series):
    """Sums of the number columns of a question that is answered with a table."""
    columns = [column for column in series.question.columns.all() if column.is_number]
    results = visible(series)
    return [
        Row(languages.text_of(column, "label"), [_sum_of_column(result, column.code) for result in results])
        for column in columns
    ]


def _sum_of_column(result, code):
    if result is None:
        return None
    cells = [row.get(code) for said in result.answers for row in said.content["value"] or []]
    numbers = [Decimal(str(cell)) for cell in cells if isinstance(cell, (int, float)) and not isinstance(cell, bool)]
    return sum(numbers) if numbers else None


@dataclass
class Drawn:
    """The distribution of a series, by the type of its question; empty where the type has none."""

    kind: str
    rows: list


def distribution_of(series):
    kind = series.question.type
    if kind in (QuestionType.ONE_OF, QuestionType.MANY_OF, QuestionType.SCALE):
        return Drawn("choices", choice_rows(series))
    if kind == QuestionType.RANKING:
        return Drawn("ranks", rank_rows(series))
    if kind in MEASURED_TYPES:
        return Drawn("spread", spread_rows(series))
    if kind == QuestionType.TABLE:
        return Drawn("columns", column_rows(series))
    # Of yes and no, the share of yes says both.
    return Drawn("texts", series.latest.result.first_texts if series.question.is_text else [])
