"""The rules of docs/aggregates.md: each table of the page is read and computed, and all is compared with a slow,
plain computation of another kind."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy import aggregates
from strategy.aggregates import Reported

PAGE = Path(__file__).resolve().parents[2] / "docs" / "aggregates.md"
DASH = "–"
WORDS = {"share of yes": "share_of_yes", "nothing": None, DASH: None}
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def tables():
    """{first row of the table: [{column: cell}]}."""
    found = {}
    for block in re.findall(r"(?:^\|.*\n)+", PAGE.read_text(encoding="utf-8"), re.MULTILINE):
        head, _line, *rows = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in block.splitlines()]
        found[" | ".join(head)] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


TABLES = tables()


def rows_of(head):
    rows = TABLES[head]
    return [pytest.param(row, id=" ".join(row.values())) for row in rows]


def answers_in(cell):
    """ "ILO 10= #INI-1, FAO n/a" as Reported, each a minute after the one before."""
    return [reported(words, place) for place, words in enumerate(filter(None, cell.split(", ")))]


def reported(words, place):
    entity, said, *evidence = words.split()
    number = {"yes": 1, "no": 0, "n/a": None}.get(said.strip("="), said.strip("="))
    return Reported(
        entity=entity,
        number=None if number is None else Decimal(number),
        at=BEGIN + timedelta(minutes=place),
        not_applicable=said == "n/a",
        carried_over=said.endswith("="),
        evidence=frozenset(code.strip("#") for code in evidence),
    )


def number_in(cell):
    return None if cell == DASH else Decimal(cell)


def names_in(cell):
    return frozenset() if cell == DASH else frozenset(cell.split())


def test_page_has_no_table_that_is_not_read():
    assert list(TABLES) == [
        "How | Answers | Asked | Figure | Answered | Does not apply | Carried over",
        "Indicator says | Question asks for | Figure is",
        "Baseline | Target | Better | Value | Status",
        "How | Before | Asked before | After | Asked after | Joined | Left | Panel before | Panel after",
        "Answers | Warning",
        "Whole | Part | Part is shown in public",
        "Answers | First quarter | Median | Third quarter",
        "Rankings | Choice | Named | First | Mean place",
    ]


@pytest.mark.parametrize("row", rows_of("How | Answers | Asked | Figure | Answered | Does not apply | Carried over"))
def test_adding_up(row):
    method = WORDS.get(row["How"], row["How"])

    figure = aggregates.figure(method, answers_in(row["Answers"]), row["Asked"].split())

    assert figure.value == number_in(row["Figure"])
    assert f"{figure.answered} of {figure.asked}" == row["Answered"]
    assert figure.not_applicable == int(row["Does not apply"])
    assert figure.carried_over == int(row["Carried over"])
    assert figure.reported_again == figure.answered - int(row["Carried over"])


@pytest.mark.parametrize("row", rows_of("Indicator says | Question asks for | Figure is"))
def test_method_that_a_question_allows(row):
    says, expected = (WORDS.get(row[name], row[name]) for name in ("Indicator says", "Figure is"))

    assert aggregates.method_for(says, row["Question asks for"]) == expected


@pytest.mark.parametrize("row", rows_of("Baseline | Target | Better | Value | Status"))
def test_status(row):
    (baseline, baseline_year), (target, target_year), (value, year) = (
        with_year(row[name]) for name in ("Baseline", "Target", "Value")
    )

    status = aggregates.status(
        value,
        target,
        baseline=baseline,
        falling=row["Better"] == "down",
        year=year,
        baseline_year=baseline_year,
        target_year=target_year,
    )

    assert status == {DASH: ""}.get(row["Status"], row["Status"].replace(" ", "_"))


def with_year(cell):
    value, _, year = cell.partition(" (")
    return number_in(value), int(year.strip(")")) if year else None


@pytest.mark.parametrize(
    "row",
    rows_of("How | Before | Asked before | After | Asked after | Joined | Left | Panel before | Panel after"),
)
def test_from_one_round_to_the_next(row):
    method = WORDS.get(row["How"], row["How"])
    before, after = (answers_in(row[name]) for name in ("Before", "After"))

    found = aggregates.break_between(row["Asked before"].split(), row["Asked after"].split())
    panel = [aggregates.compute(method, answers) for answers in aggregates.panel(before, after)]

    assert (found.joined, found.left) == (names_in(row["Joined"]), names_in(row["Left"]))
    assert bool(found) == bool(found.joined or found.left)
    assert panel == [number_in(row["Panel before"]), number_in(row["Panel after"])]


def test_changed_wording_breaks_the_line_too():
    assert aggregates.break_between(["ILO"], ["ILO"], wording=True)
    assert not aggregates.break_between(["ILO"], ["ILO"])


@pytest.mark.parametrize("row", rows_of("Answers | Warning"))
def test_counted_twice(row):
    found = aggregates.double_counts(answers_in(row["Answers"]))

    words = "; ".join(f"{initiative}: {' '.join(entities)}" for initiative, entities in found)
    assert (words or DASH) == row["Warning"]


@pytest.mark.parametrize("row", rows_of("Whole | Part | Part is shown in public"))
def test_what_the_public_sees(row):
    assert aggregates.may_show(int(row["Part"]), int(row["Whole"])) == (row["Part is shown in public"] == "yes")


@pytest.mark.parametrize("row", rows_of("Answers | First quarter | Median | Third quarter"))
def test_quartiles(row):
    found = aggregates.quartiles([Decimal(number) for number in row["Answers"].split(", ")])

    expected = tuple(number_in(row[name]) for name in ("First quarter", "Median", "Third quarter"))
    assert found == (None if None in expected else expected)


@pytest.mark.parametrize("row", rows_of("Rankings | Choice | Named | First | Mean place"))
def test_ranking(row):
    found = {place.code: place for place in aggregates.places(words.split() for words in row["Rankings"].split("; "))}

    place = found[row["Choice"]]
    assert (place.named, place.first) == (int(row["Named"]), int(row["First"]))
    assert round(place.mean, 3) == Decimal(row["Mean place"])


# The same by another hand: dictionaries, loops and fractions.

entities = st.sampled_from(["ILO", "FAO", "UNDP", "WFP", "ITC", "UNEP"])
numbers = st.decimals(min_value=-1000, max_value=1000, places=2, allow_nan=False, allow_infinity=False)
rounds = st.dictionaries(
    entities, st.fixed_dictionaries({"number": st.none() | numbers, "minute": st.integers(0, 3), "same": st.booleans()})
)


def as_reported(said):
    return [
        Reported(
            entity=entity,
            number=answer["number"],
            at=BEGIN + timedelta(minutes=answer["minute"]),
            not_applicable=answer["number"] is None,
            carried_over=answer["same"],
        )
        for entity, answer in said.items()
    ]


def plainly(method, said):
    total, number_of_answers, last = Fraction(0), 0, None
    for entity in sorted(said):
        answer = said[entity]
        if answer["number"] is None:
            continue
        total = total + Fraction(answer["number"])
        number_of_answers = number_of_answers + 1
        if last is None or answer["minute"] >= last["minute"]:
            last = answer
    if number_of_answers == 0:
        return None
    if method == "sum":
        return total
    if method == "mean":
        return total / number_of_answers
    if method == "share_of_yes":
        return total / number_of_answers * 100
    return Fraction(last["number"])


def is_close(value, expected):
    if value is None or expected is None:
        return value is expected
    return abs(Fraction(value) - expected) < Fraction(1, 10**9)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["sum", "mean", "share_of_yes", "latest"]), rounds, rounds, st.sets(entities))
def test_figures_are_those_of_a_plain_computation(method, before, after, asked):
    figure = aggregates.figure(method, as_reported(before), asked)
    panel = aggregates.panel(as_reported(before), as_reported(after))

    assert is_close(figure.value, plainly(method, before))
    asked_of, applies_to, unchanged = set(asked), 0, 0
    for entity, answer in before.items():
        asked_of.add(entity)
        if answer["number"] is not None:
            applies_to = applies_to + 1
            if answer["same"]:
                unchanged = unchanged + 1
    assert (figure.answered, figure.asked) == (applies_to, len(asked_of))
    assert figure.answered + figure.not_applicable == len(before)
    assert figure.carried_over == unchanged
    both = {}
    for entity in before:
        if entity in after and before[entity]["number"] is not None and after[entity]["number"] is not None:
            both[entity] = (before[entity], after[entity])
    for answers, side in zip(panel, (0, 1), strict=True):
        expected = plainly(method, {entity: pair[side] for entity, pair in both.items()})
        assert is_close(aggregates.compute(method, answers), expected)


@settings(max_examples=60, deadline=None)
@given(numbers, numbers, numbers, st.booleans(), st.integers(2018, 2032))
def test_status_is_that_of_a_plain_computation(value, baseline, target, falling, year):
    here, begin, end = Fraction(value), Fraction(baseline), Fraction(target)
    expected_here = begin + (end - begin) * Fraction(min(max(year - 2020, 0), 10), 10) * Fraction(2, 3)
    if falling:
        reached = here <= end
        good_enough = begin > end and here <= expected_here
    else:
        reached = here >= end
        good_enough = begin < end and here >= expected_here
    expected = "met" if reached else "on_track" if good_enough and year < 2030 else "behind"

    status = aggregates.status(
        value, target, baseline=baseline, falling=falling, year=year, baseline_year=2020, target_year=2030
    )

    assert status == expected
