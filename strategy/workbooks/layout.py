"""Where each answer stands in the workbook. Follows from the questionnaire alone, whatever the language."""

import hashlib
import json
from dataclasses import dataclass, field

from strategy.models import QuestionType
from strategy.value_fields import MOST_ROWS

# Of the workbook's own form. A workbook of another one is refused, because its cells mean something else.
VERSION = 1

# Columns of a sheet of questions
CODE, QUESTION, HOW, LAST, ANSWER, CONFIRMED, NOT_APPLICABLE, REASON, LINKS, EVIDENCE = range(1, 11)
COLUMNS = range(CODE, EVIDENCE + 1)
# Rows of every sheet: its title, its introduction, the heads of its columns, and then what is filled in.
TITLE_ROW, INTRO_ROW, HEADS_ROW, FIRST_ROW = 1, 2, 3, 4
FIRST_TABLE_COLUMN = 2

# Answered in one row for each choice.
BY_CHOICE = {QuestionType.MANY_OF, QuestionType.RANKING}


@dataclass(frozen=True)
class Line:
    """A row of a sheet of questions: the question itself, or one of its choices."""

    row: int
    question: object
    choice: object = None
    number: int = 0  # of the choice, from 1

    @property
    def label(self):
        """What stands in the first column and tells that no row was moved."""
        return f"{self.question.code} ({self.number})" if self.choice else self.question.code

    @property
    def takes_answer(self):
        """A choice does; a question whose choices or table stand elsewhere does not."""
        return self.choice is not None or self.question.type not in (*BY_CHOICE, QuestionType.TABLE)


@dataclass
class SectionSheet:
    section: object
    lines: list = field(default_factory=list)

    @property
    def shape(self):
        return [[line.row, line.label, line.question.type, line.choice and line.choice.code] for line in self.lines]


@dataclass
class TableSheet:
    """A question that is answered with a table has a sheet of its own."""

    question: object

    @property
    def columns(self):
        """[(number of the column, Column)]"""
        return list(enumerate(self.question.columns.all(), start=FIRST_TABLE_COLUMN))

    @property
    def rows(self):
        return range(FIRST_ROW, FIRST_ROW + MOST_ROWS)

    @property
    def shape(self):
        return [self.question.code, *[[number, column.code, column.is_number] for number, column in self.columns]]


def layout_of(questionnaire):
    """The sheets that are filled in, in their order. The questionnaire comes from with_questions()."""
    sheets = []
    for section in questionnaire.sections.all():
        questions = list(section.questions.all())
        sheets.append(SectionSheet(section, _lines(questions)))
        sheets += [TableSheet(question) for question in questions if question.type == QuestionType.TABLE]
    return sheets


def _lines(questions):
    lines = []
    for question in questions:
        lines.append(Line(FIRST_ROW + len(lines), question))
        if question.type in BY_CHOICE:
            for number, choice in enumerate(question.choices.all(), start=1):
                lines.append(Line(FIRST_ROW + len(lines), question, choice, number))
    return lines


def digest_of_structure(sheets):
    """The same as long as every answer stands where it stood."""
    shape = json.dumps([sheet.shape for sheet in sheets], ensure_ascii=False)
    return hashlib.sha256(shape.encode()).hexdigest()[:32]
