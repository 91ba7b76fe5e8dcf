"""Why a workbook as a whole cannot be taken for a report, in words that say what to do."""

from django.utils.translation import gettext_lazy as _

from core.files.refusals import FileRefused

WORDS = {
    "csv": _("A CSV does not say which report it belongs to. Upload the workbook (.xlsx) that you downloaded."),
    "foreign": _(
        "This workbook was not downloaded from here, or its hidden sheet was taken away. Download the workbook of this "
        "report and copy your answers into it."
    ),
    "forged": _(
        "The hidden sheet of this workbook was changed, so it is not clear which report it belongs to. Download the "
        "workbook of this report and copy your answers into it."
    ),
    "other_form": _(
        "This workbook has an older form than the portal uses now. Download the workbook of this report again and copy "
        "your answers into it."
    ),
    "other_entity": _("This workbook is of {other}, but the report is of {own}. Upload it at the report of {other}."),
    "other_cycle": _("This workbook is of the cycle {other}, but the report is of the cycle {own}."),
    "other_questionnaire": _("This workbook is of another questionnaire ({other}) than this report ({own})."),
    "other_report": _("This workbook is of another report. Download the workbook of this report."),
    "questions_changed": _(
        "The questionnaire has changed since this workbook was downloaded. Download it again and copy your answers "
        "into it."
    ),
    "sheet_missing": _(
        "The sheet “{sheet}” is missing: it was renamed or deleted. Give it its name again, or download the workbook "
        "again."
    ),
    "head_changed": _(
        "{place} should say “{head}”: a column was moved, inserted or deleted. Undo that, or download the workbook "
        "again."
    ),
    "row_moved": _(
        "{place} should hold {label}: a row was moved, inserted or deleted. Undo that, or download the workbook again."
    ),
    "table_too_long": _("{place} stands below the table. A table takes at most {most} rows."),
}


class WrongWorkbook(FileRefused):
    """A FileRefused with words of its own."""

    @property
    def message(self):
        return str(WORDS[self.code]).format(**self.details)
