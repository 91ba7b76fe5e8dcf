"""The filled workbook of a report as an import: previewed, checked again, its good answers written as on the page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from core import languages
from core.files.refusals import FileRefused
from core.imports.kinds import Kind, Message, Row, Unreadable, Value
from core.models import RowState
from core.workbooks.reading import read as read_book
from strategy.evidence import evidence_of
from strategy.models import CarriedOver, Questionnaire, Report
from strategy.workbooks.checking import Checker, save
from strategy.workbooks.reading import filled
from strategy.workbooks.words import answer_in_words, yes
from strategy.workbooks.writing import Source

NAME = "report_workbook"


def report_of(preview):
    """The report, as far as the person may write in it now; or None."""
    return reports_for(preview.by).filter(pk=preview.target.get("report")).first()


def reports_for(user):
    return Report.objects.editable_by(user).select_related("entity", "cycle", "questionnaire")


def source_of(report, user, is_blank=False):
    """Everything that the workbook of a report is written from and compared with."""
    previous = report.previous()
    return Source(
        report=report,
        questionnaire=Questionnaire.objects.with_questions().get(pk=report.questionnaire_id),
        answers={answer.question_id: answer for answer in report.answers.select_related("changed_by")},
        last=previous.answers if previous else {},
        evidence=evidence_of(report, user),
        is_blank=is_blank,
    )


def may_import(preview, user):
    return reports_for(user).filter(pk=preview.target.get("report")).exists()


def hold(preview):
    """Nobody submits the report while its answers are written."""
    Report.objects.select_for_update(of=("self",)).get(pk=preview.target["report"])


def checked_of(preview):
    """(Source, Filled, [Checked]). Raises Unreadable."""
    report = report_of(preview)
    if report is None:
        raise Unreadable(_("You cannot write in this report now."))
    source = source_of(report, preview.by)
    try:
        with preview.file.open() as stream:
            found = filled(read_book(stream, preview.name), report, source.questionnaire)
    except FileRefused as refusal:
        raise Unreadable(refusal.message) from refusal
    return source, found, Checker(found, source, preview.by).checked


def read(preview):
    _source, found, checked = checked_of(preview)
    rows = [row_of(number, one) for number, one in enumerate(checked, start=1)]
    yield from rows
    for number, cell in enumerate(found.ignored, start=len(rows) + 1):
        words = _("Nothing is asked here, so it was not read.")
        yield Row(number, cell.place, RowState.ERROR, cell.text[:80], messages=[Message(words, cell.place)])


def row_of(number, checked):
    question = checked.question
    return Row(
        number=number,
        place=checked.cells.code.place,
        state=checked.state,
        title=f"{question.code} {languages.text_of(question, 'text')}",
        values=list(values_of(checked)),
        messages=[Message(mark.text, mark.place, mark.field, mark.is_warning) for mark in checked.marks],
        data={
            "question": question.code,
            "content": checked.content,
            "links": checked.typed.links,
            "version": checked.form.answer.version if checked.form.answer else 0,
        },
    )


def values_of(checked):
    """What the preview shows side by side. A refused answer is shown as far as it was understood."""
    question, stored = checked.question, checked.stored
    wanted = checked.wanted
    before, after = answer_in_words(question, stored), answer_in_words(question, wanted)
    if before != after:
        yield Value(_("Answer"), before, after)
    elif stored["not_applicable"] != wanted["not_applicable"]:
        # A mark without its reason is no answer yet.
        yield Value(_("Does not apply"), *[yes() if content["not_applicable"] else "" for content in (stored, wanted)])
    if stored["carried_over"] != wanted["carried_over"]:
        labels = dict(CarriedOver.choices)
        yield Value(
            _("The answer of the last cycle"),
            str(labels.get(stored["carried_over"], "")),
            str(labels.get(wanted["carried_over"], "")),
        )
    if checked.typed.links:
        yield Value(_("Evidence"), "", "\n".join(checked.typed.links))


def apply(preview, rows, told):
    source, found, checked = checked_of(preview)
    by_code = {one.question.code: one for one in checked}
    # The language in which numbers and new texts were typed.
    with override(found.signed.language):
        for row in rows:
            save(by_code[row.data["question"]], source, preview.by, found.signed.language)
            told()
    source.report.changed_by = preview.by
    source.report.save()
    return {"answers": len(rows)}


def back(preview):
    report = Report.objects.get(pk=preview.target["report"])
    return _("Fill in offline"), report.get_workbook_url()


def done(preview):
    report = Report.objects.get(pk=preview.target["report"])
    return _("Edit the answers"), report.get_edit_url()


def explain(preview):
    return [_("The answers go into the draft of the report. It is submitted on the page, as always.")]


KIND = Kind(
    name=NAME,
    label=gettext_lazy("Workbook of a report"),
    read=read,
    apply=apply,
    may_import=may_import,
    back=back,
    done=done,
    hold=hold,
    explain=explain,
)
