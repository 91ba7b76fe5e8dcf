"""What cells offer to choose from, and the limits of numbers. Both warn and do not forbid: ١٢٣٤ is a text for Excel and
a number for the portal, and what comes back is checked there."""

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from core import languages
from core.workbooks.writing import write_value
from strategy.models import QuestionType
from strategy.workbooks import words

# Title of the hidden sheet that holds the choices, a list in each column.
LISTS = "lists"


class Lists:
    def __init__(self):
        self.columns = {}  # {labels: number of the column}
        self.rules = {}  # {(sheet, labels): DataValidation}

    def offer(self, sheet, cell, labels):
        labels = tuple(labels)
        rule = self.rules.get((sheet.title, labels))
        if rule is None:
            rule = self.rules[sheet.title, labels] = DataValidation("list", formula1=self._address(labels))
            rule.allow_blank, rule.errorStyle = True, "warning"
            rule.errorTitle, rule.error = _("Not in the list"), _("Choose from the list in the cell.")
            sheet.add_data_validation(rule)
        rule.add(cell.coordinate)

    def _address(self, labels):
        letter = get_column_letter(self.columns.setdefault(labels, len(self.columns) + 1))
        return f"{quote_sheetname(LISTS)}!${letter}$1:${letter}${len(labels)}"

    def write(self, sheet):
        for labels, column in self.columns.items():
            for row, label in enumerate(labels, start=1):
                write_value(sheet.cell(row, column), label)
        sheet.protection.sheet = True
        sheet.sheet_state = "hidden"


def offered_for(question):
    """What the cell of an answer lets one choose from."""
    if question.type == QuestionType.YES_NO:
        return [words.yes(), words.no()]
    if question.type == QuestionType.ONE_OF:
        return [languages.text_of(choice, "label") for choice in question.choices.all()]
    if question.type == QuestionType.MANY_OF:
        return [words.yes()]
    if question.type == QuestionType.SCALE:
        return list(question.scale_points)
    return list(range(1, len(question.choices.all()) + 1)) if question.type == QuestionType.RANKING else []


def limit(sheet, cell, question):
    smallest, largest = question.minimum, question.maximum
    if question.type == QuestionType.PERCENT:
        smallest, largest = 0, 1
    if question.type not in (QuestionType.PERCENT, QuestionType.NUMBER) or (smallest, largest) == (None, None):
        return
    rule = DataValidation("decimal", allow_blank=True, errorStyle="warning")
    if smallest is not None and largest is not None:
        rule.operator, rule.formula1, rule.formula2 = "between", str(smallest), str(largest)
    elif smallest is not None:
        rule.operator, rule.formula1 = "greaterThanOrEqual", str(smallest)
    else:
        rule.operator, rule.formula1 = "lessThanOrEqual", str(largest)
    rule.errorTitle, rule.error = _("Outside the limits"), words.limits(question) or _("From 0 % to 100 %.")
    sheet.add_data_validation(rule)
    rule.add(cell.coordinate)
