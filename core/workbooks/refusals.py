"""Why a spreadsheet cannot be read, in words that say what to do."""

from django.utils.translation import gettext_lazy as _

from core.files.refusals import FileRefused

WORDS = {
    "unknown_kind": _("“{name}” is no spreadsheet that can be read here. Save it as an Excel workbook (.xlsx) or CSV."),
    "old_workbook": _(
        "“{name}” is in an old format of Excel. Open it, save it as an Excel workbook (.xlsx) and retry."
    ),
    "other_program": _("“{name}” belongs to another program. Save it as an Excel workbook (.xlsx) and retry."),
    "not_workbook": _(
        "The name “{name}” ends like a workbook, but the content is something else. Open it in the program that made "
        "it, save it as an Excel workbook (.xlsx) and retry."
    ),
    "not_text": _("The name “{name}” ends like a CSV, but the content is something else. Save it again and retry."),
    "workbook_macros": _("The workbook holds macros (programs). Save it as an Excel workbook without macros (.xlsx)."),
    "workbook_objects": _("The workbook holds programs or embedded objects. Take them out and save it again."),
    "workbook_protected": _("The workbook needs a password to be opened, so it cannot be read. Remove the password."),
    "workbook_damaged": _("The workbook is damaged or not complete. Open it, save it again and retry."),
    "workbook_bomb": _("The workbook unpacks to far more than its size. Copy what you need into a new one."),
    "workbook_entities": _("The workbook defines entities of its own, which no spreadsheet program does."),
    "workbook_large": _("The workbook is too large: at most {cells} filled cells can be read. Divide it."),
    "workbook_wide": _("The sheet “{sheet}” has more than {columns} columns. Take away those that are not needed."),
    "workbook_heavy": _("The file is larger than {limit}. Take away pictures and what is not needed."),
    "workbook_empty": _("Nothing is written in the file. Choose the right one, or fill it in first."),
    "text_not_utf8": _(
        "The text is neither in UTF-8 nor in UTF-16, so some letters would be wrong. In Excel choose “CSV UTF-8”."
    ),
    "text_damaged": _("The file ends in the middle, or a quotation mark in it is never closed. Save it again."),
}


class WorkbookRefused(FileRefused):
    """A FileRefused with words of its own: whoever catches that one, catches this one."""

    @property
    def message(self):
        return str(WORDS[self.code]).format(**self.details)
