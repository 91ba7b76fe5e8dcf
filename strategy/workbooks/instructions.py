"""The first sheet: which report this is, and how it is filled in."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core import dates, languages
from core.workbooks.writing import write_text
from strategy.workbooks import styles, words
from strategy.workbooks.styles import dress

LABEL_WIDTH, TEXT_WIDTH = 26, 96


def write_instructions(sheet, report):
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = LABEL_WIDTH, TEXT_WIDTH
    styles.head(sheet, 1, languages.text_of(report.questionnaire, "title"), styles.TITLE, columns=2)
    sheet.row_dimensions[1].height = 34
    facts = facts_of(report)
    for row, (label, text) in enumerate(facts, start=2):
        write_line(sheet, row, label, text)
    for number, text in enumerate(how_to(), start=1):
        write_line(sheet, len(facts) + 2 + number, str(number), text)


def write_line(sheet, row, label, text):
    write_text(sheet.cell(row, 1), label)
    write_text(sheet.cell(row, 2), text)
    dress(sheet.cell(row, 1), styles.STRONG)
    dress(sheet.cell(row, 2))
    sheet.row_dimensions[row].height = styles.height_of([(text, TEXT_WIDTH)])


def facts_of(report):
    address = f"{settings.SITE_URL}{reverse('strategy:report_workbook', args=[report.pk])}"
    return [
        (_("Entity"), languages.text_of(report.entity, "name") or str(report.entity)),
        (_("Reporting cycle"), str(report.cycle)),
        (_("Due"), f"{dates.day(report.deadline.day)}, {report.cycle.city}"),
        (_("Downloaded"), dates.moment(timezone.now())),
        (_("Upload it at"), address),
    ]


def how_to():
    return [
        _("Fill in the white cells. The grey ones are locked, so that the workbook can be read again."),
        _("Where an answer of the last cycle stands beside a question, say whether it is unchanged or changed."),
        _("Where a question does not apply to you, choose “{yes}” in that column and say why.").format(yes=words.yes()),
        _("Write texts in {language}. To write in another language, download the workbook in that language.").format(
            language=languages.current().name
        ),
        _("Do not move rows or rename sheets. Formulas are taken by their result."),
        _("Save it as an Excel workbook (.xlsx) and upload it. You see what would change before anything is kept."),
    ]
