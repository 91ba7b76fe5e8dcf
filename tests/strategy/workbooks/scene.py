"""A report with every type of question, its workbook, and what people do to workbooks."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from core.models import Import
from strategy.models import Choice, Column, Question, QuestionType
from strategy.workbooks import layout
from tests.factory import in_six_languages
from tests.strategy.factory import make_cycle, make_question, make_questionnaire, make_report, make_section

# Answers of the last cycle, which the report of this one carries over.
LAST = {
    "1.1": {"value": "yes"},
    "1.2": {"value": "means"},
    "1.3": {"value": 1234.5},
    "2.1": {"text": "Texte de l’an passé :\r\n– deux lignes", "text_language": "fr"},
    "2.2": {"value": 81},
    "3.1": {"value": ["south", "north"]},
    "3.2": {"value": ["north", "south"]},
    "3.3": {"value": 4},
    "3.4": {"value": [{"partner": "=Brazil", "cost": 20250.5}]},
}
COLUMN = {"answer": "E", "confirmed": "F", "not_applicable": "G", "reason": "H", "links": "I"}


def make_long_questionnaire(make):
    """That of the factory, and a third section: many of, ranking, scale, table, short text."""
    questionnaire = make_questionnaire(make)
    section = make_section(make, questionnaire, "3", **in_six_languages("title", "Who: [with/whom]? " + "x" * 30))
    for code, type in (("3.1", QuestionType.MANY_OF), ("3.2", QuestionType.RANKING)):
        question = make_question(make, section, code, type, required=False)
        for position, choice in enumerate(["south", "north", "east"]):
            Choice.objects.create(
                question=question, code=choice, position=position, **in_six_languages("label", choice.title())
            )
    make_question(make, section, "3.3", QuestionType.SCALE, required=False)
    table = make_question(make, section, "3.4", QuestionType.TABLE, required=False)
    Column.objects.create(question=table, code="partner", **in_six_languages("label", "Partner"))
    Column.objects.create(question=table, code="cost", is_number=True, position=1, **in_six_languages("label", "Cost"))
    make_question(make, section, "3.5", QuestionType.SHORT_TEXT, required=False)
    return questionnaire


class Scene:
    """`client` is signed in as a focal point who writes in the report."""

    def __init__(self, make, client, carried_over=True):
        self.make, self.client = make, client
        self.ilo = make.entity("ILO")
        self.person = make.person("ana@ilo.example", self.ilo)
        self.questionnaire = make_long_questionnaire(make)
        answers = {code: fields | {"carried_over": "unconfirmed"} for code, fields in LAST.items()}
        if carried_over:
            earlier = make_cycle(make, "cycle-2025", "published", self.questionnaire, [self.ilo], year=2025)
            make_report(make, self.ilo, earlier, "accepted", answers=LAST)
        self.cycle = make_cycle(make, questionnaire=self.questionnaire, entities=[self.ilo])
        self.report = make_report(make, self.ilo, self.cycle, answers=answers if carried_over else {})
        client.force_login(self.person)

    def question(self, code):
        return Question.objects.get(section__questionnaire=self.questionnaire, code=code)

    def answer(self, code):
        return self.report.answers.filter(question__code=code).first()

    def contents(self):
        return {answer.question.code: answer.content for answer in self.report.answers.select_related("question")}

    def download(self, language="en", blank=False):
        """A Workbook of openpyxl, as a person would open it."""
        url = reverse("strategy:report_workbook_file", args=[self.report.pk]).replace("/en/", f"/{language}/")
        response = self.client.get(url + ("?blank=1" if blank else ""))
        return load_workbook(io.BytesIO(response.getvalue()))

    def send(self, book, name="answers.xlsx", language="en"):
        content = book if isinstance(book, bytes) else bytes_of(book)
        url = self.report.get_workbook_url().replace("/en/", f"/{language}/")
        return self.client.post(url, {"file": SimpleUploadedFile(name, content)})

    def preview(self, book, language="en"):
        response = self.send(book, language=language)
        assert response.status_code == 302, response.context["form"].errors
        return Import.objects.latest("pk")

    def apply(self, preview):
        self.client.post(reverse("import_apply", args=[preview.token]))
        preview.refresh_from_db()
        return preview


def bytes_of(workbook):
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def cell(workbook, code, what="answer", number=0):
    """The cell of a question, or of its `number`-th choice."""
    label = f"{code} ({number})" if number else code
    for sheet in workbook.worksheets:
        for row in range(layout.FIRST_ROW, sheet.max_row + 1):
            if sheet.cell(row, layout.CODE).value == label:
                return sheet[f"{COLUMN[what]}{row}"]
    raise LookupError(label)


def table_cell(workbook, row, column):
    return workbook["3.4 Table"].cell(layout.FIRST_ROW + row - 1, layout.FIRST_TABLE_COLUMN + column - 1)


def states(preview):
    return {row.title.split()[0]: row.state for row in preview.rows.all() if row.title}


def messages(preview):
    """{place of the cell: its messages}"""
    found = {}
    for row in preview.rows.all():
        for message in row.messages:
            found.setdefault(message["cell"], []).append(message["text"])
    return found
