"""From the cells of a question to what would be typed into its form on the page."""

from dataclasses import dataclass, field

from core.workbooks.marking import Mark
from strategy.contents import BLANK
from strategy.models import QuestionType
from strategy.value_fields import labels
from strategy.workbooks import values
from strategy.workbooks.values import CellProblem


@dataclass
class Typed:
    """What a person typed for one question. `value` is a text; a list of codes; {code: place}; or rows of a table."""

    value: object = ""
    not_applicable: bool = False
    reason: str = ""
    confirmed: str = ""
    links: list = field(default_factory=list)
    marks: list = field(default_factory=list)

    @property
    def has_errors(self):
        return any(not mark.is_warning for mark in self.marks)


class Reader:
    """Reads the cells of one question; each problem becomes a mark on its cell."""

    def __init__(self, cells, language):
        self.cells, self.question, self.language = cells, cells.question, language
        self.marks = []

    def read(self):
        cells = self.cells
        return Typed(
            value=READERS[self.question.type](self),
            not_applicable=bool(self.take(values.is_marked, cells.not_applicable)),
            reason=self.take_warned(values.text, cells.reason),
            **self.asides(),
        )

    def asides(self):
        """What is said beside an answer, whether that was touched or not."""
        cells = self.cells
        return {
            "confirmed": self.take(values.confirmation, cells.confirmed) or "",
            "links": self.take(values.links, cells.links) or [],
            "marks": self.marks,
        }

    def take(self, read, cell, *more):
        try:
            return read(cell, *more)
        except CellProblem as problem:
            self.marks.append(Mark(cell.place, str(problem), self.question.code))
            return None

    def take_warned(self, read, cell, *more):
        found, warning = self.take(read, cell, *more) or ("", "")
        if warning:
            self.marks.append(Mark(cell.place, warning, self.question.code, is_warning=True))
        return found

    # By type of question

    @property
    def only(self):
        return self.cells.answers[0]

    def text(self):
        return self.take_warned(values.text, self.only)

    def number(self):
        return self.take(values.number, self.only, self.language) or ""

    def percent(self):
        return self.take_warned(values.percent, self.only, self.language)

    def yes_or_no(self):
        return self.take(values.yes_or_no, self.only) or ""

    def one_of(self):
        return self.take(values.choice, self.only, values.options_of(self.question.choices.all())) or ""

    def scale(self):
        points = [(str(point), [str(point)]) for point in self.question.scale_points]
        return self.take(values.choice, self.only, points) or ""

    def many_of(self):
        return [choice.code for choice, cell in self.by_choice if self.take(values.is_marked, cell)]

    def ranking(self):
        return {choice.code: self.take(values.place, cell, self.language) or "" for choice, cell in self.by_choice}

    @property
    def by_choice(self):
        return list(zip(self.question.choices.all(), self.cells.answers, strict=True))

    def table(self):
        return [self.table_row(row) for row in self.cells.table_rows]

    def table_row(self, row):
        columns = self.question.columns.all()
        return {column.code: self.table_cell(column, cell) for column, cell in zip(columns, row, strict=True)}

    def table_cell(self, column, cell):
        if column.is_number:
            return self.take(values.table_number, cell, self.language) or ""
        return self.take_warned(values.text, cell)


READERS = {
    QuestionType.NUMBER: Reader.number,
    QuestionType.PERCENT: Reader.percent,
    QuestionType.YES_NO: Reader.yes_or_no,
    QuestionType.ONE_OF: Reader.one_of,
    QuestionType.MANY_OF: Reader.many_of,
    QuestionType.RANKING: Reader.ranking,
    QuestionType.SCALE: Reader.scale,
    QuestionType.SHORT_TEXT: Reader.text,
    QuestionType.LONG_TEXT: Reader.text,
    QuestionType.TABLE: Reader.table,
}


def typed_of(question, content):
    """What would have to be typed for an answer as it is stored."""
    content = content or BLANK
    return Typed(
        value=_value_of(question, content),
        not_applicable=content["not_applicable"],
        reason=content["reason"],
    )


def _value_of(question, content):
    value = content["value"]
    if question.is_text:
        return content["text"]
    if question.type == QuestionType.RANKING:
        return {code: str(place) for place, code in enumerate(value or [], start=1)}
    if question.type == QuestionType.MANY_OF:
        return value or []
    if question.type == QuestionType.TABLE:
        return [{code: _plain(cell) for code, cell in row.items()} for row in value or []]
    return _plain(value)


def _plain(value):
    if value is None:
        return ""
    return values.exactly(value, None) if isinstance(value, (int, float)) else value


def posted(question, prefix, typed):
    """{name of a field: [value]}, as the page would send it."""
    data = {
        f"{prefix}-not_applicable": ["on"] if typed.not_applicable else [],
        f"{prefix}-reason": [typed.reason],
        f"{prefix}-confirmed": [typed.confirmed],
    }
    if question.type == QuestionType.RANKING:
        data |= {f"{prefix}-value-{code}": [typed.value.get(code, "")] for code, _label in labels(question)}
    elif question.type == QuestionType.TABLE:
        for number, row in enumerate(typed.value):
            data |= {f"{prefix}-value-{number}-{code}": [cell] for code, cell in row.items()}
    elif question.type == QuestionType.MANY_OF:
        data[f"{prefix}-value"] = typed.value
    else:
        data[f"{prefix}-{'text' if question.is_text else 'value'}"] = [typed.value]
    return data
