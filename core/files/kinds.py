"""Kinds of files that the portal keeps, and what to do instead with those it does not."""

from dataclasses import dataclass

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."


@dataclass(frozen=True)
class Kind:
    extension: str
    type: str
    icon: str = "file-earmark-text"
    family: str = "text"  # which check looks at the content
    has_text: bool = True

    @property
    def label(self):
        return self.extension.upper()


KINDS = {
    kind.extension: kind
    for kind in [
        Kind("pdf", "application/pdf", "file-earmark-pdf", "pdf"),
        Kind("docx", f"{OFFICE}wordprocessingml.document", "file-earmark-word", "office"),
        Kind("xlsx", f"{OFFICE}spreadsheetml.sheet", "file-earmark-excel", "office"),
        Kind("pptx", f"{OFFICE}presentationml.presentation", "file-earmark-play", "office"),
        Kind("odt", f"{OPEN}text", "file-earmark-word", "open"),
        Kind("ods", f"{OPEN}spreadsheet", "file-earmark-excel", "open"),
        Kind("odp", f"{OPEN}presentation", "file-earmark-play", "open"),
        Kind("csv", "text/csv; charset=utf-8", "filetype-csv"),
        Kind("txt", "text/plain; charset=utf-8"),
        Kind("png", "image/png", "image", "png", has_text=False),
        Kind("jpg", "image/jpeg", "image", "jpeg", has_text=False),
        Kind("jpeg", "image/jpeg", "image", "jpeg", has_text=False),
        Kind("webp", "image/webp", "image", "webp", has_text=False),
    ]
}
# For the `accept` of <input type="file">: a convenience, the check comes after.
ACCEPT = ",".join(f".{extension}" for extension in KINDS)

# Extension -> code of the refusal, which says what to do instead (core/files/refusals.py).
REFUSED_KINDS = {
    **dict.fromkeys(("doc", "xls", "ppt", "rtf", "dot", "xlt", "pps", "pub"), "old_office"),
    **dict.fromkeys(("docm", "xlsm", "pptm", "dotm", "xltm", "potm", "ppam", "ppsm", "xlsb", "xlam"), "macros"),
    **dict.fromkeys(("htm", "html", "xhtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "xslt"), "web_page"),
    **dict.fromkeys(("zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "iso", "cab"), "archive"),
    **dict.fromkeys(
        "exe com dll msi scr bat cmd ps1 sh js mjs vbs vbe wsf hta jar apk app py php lnk".split(), "program"
    ),
    **dict.fromkeys(("mp4", "mov", "avi", "mkv", "webm", "wmv", "mp3", "wav", "m4a", "ogg"), "film"),
    **dict.fromkeys(("gif", "bmp", "tif", "tiff", "heic", "heif", "avif", "psd"), "picture"),
}
EXECUTABLE = frozenset(extension for extension, code in REFUSED_KINDS.items() if code == "program")
