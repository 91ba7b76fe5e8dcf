"""Why a file is refused, in words that say what to do. Codes are kept with the file, words follow the reader."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "empty": _("The file is empty. Choose the right file, or save it again and upload it then."),
    "too_large": _("The file is larger than {limit}. Make it smaller, or publish it elsewhere and give the link."),
    "unknown_kind": _("Files ending in “.{extension}” are not kept here. Save it as PDF and upload that."),
    "old_office": _(
        "“.{extension}” is an old format that may hold hidden programs. Save it as .docx, .xlsx, .pptx or PDF."
    ),
    "macros": _("The document holds macros (programs). Save it without macros, as .docx, .xlsx, .pptx or PDF."),
    "active": _("The document holds programs or embedded objects. Replace them by pictures, or save it as PDF."),
    "web_page": _("Web pages and drawings that can hold scripts are not kept. Save it as PDF and upload that."),
    "archive": _("Archives are not kept, because nobody sees what is inside. Upload the documents one by one."),
    "program": _("Programs and scripts are not kept here."),
    "film": _("Films and sound are not kept here. Publish them elsewhere and give the link."),
    "picture": _("This kind of picture is not kept. Save it as PNG or JPEG and upload that."),
    "other_kind": _("The name says {claimed}, but the content is something else. Save it again as {claimed}."),
    "other_kind_known": _("The name says {claimed}, but the content is {real}. Save it again as {claimed}."),
    "damaged": _("The file is damaged or not complete: it cannot be read as {extension}. Save it again and retry."),
    "protected": _("The document is protected by a password, so nobody could read it here. Remove the protection."),
    "bomb": _("The document unpacks to far more than its size. Save it again, or save it as PDF."),
    "pdf_script": _("The PDF holds scripts or starts programs. Print it to a new PDF and upload that."),
    "picture_size": _("The picture is larger than {limit} pixels on a side. Make it smaller."),
    "virus": _("This is the test file of virus scanners. It is not kept."),
    "not_utf8": _("The text is not in UTF-8, so some letters would be wrong. Save it with the encoding UTF-8."),
    "too_many": _("{limit} files are on their way already. Wait until they are complete, or cancel one."),
    "too_much_today": _("You uploaded more than {limit} today. Continue tomorrow, or give a link."),
}


class FileRefused(Exception):
    """`code` is a key of WORDS; the details fill its gaps."""

    def __init__(self, code, **details):
        self.code, self.details = code, details
        super().__init__(code)

    @property
    def message(self):
        return words(self.code, **self.details)


def words(code, **details):
    return str(WORDS[code]).format(**details)
