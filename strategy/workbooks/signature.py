"""What a workbook carries, signed, so that it is known again: which report it belongs to and what stood in it then.

Nothing of it is a right: the report is looked for among those that the person may edit.
"""

from dataclasses import asdict, dataclass, fields

from django.core import signing

from core.workbooks.cells import CellKind

SALT = "strategy.workbook"
# A hidden sheet of this title, its signature in pieces that fit into a cell.
SHEET = "portal"
PIECE = 30_000


@dataclass(frozen=True)
class Signed:
    version: int
    report: int
    entity: str
    cycle: str
    questionnaire: str
    edition: int
    structure: str
    language: str
    is_blank: bool
    instructions: str  # title of the sheet
    sheets: list  # titles, in the order of the layout
    heads: list  # of the columns of each
    versions: dict  # {question code: Answer.version}, 0 where there was none
    cells: dict  # {question code: digest of what stood in its cells}

    @property
    def pieces(self):
        text = signing.dumps(asdict(self), salt=SALT, compress=True)
        return [text[start : start + PIECE] for start in range(0, len(text), PIECE)]


def signed_in(book):
    """The Signed of a Book. None where there is none; signing.BadSignature where it was changed."""
    sheet = book.sheet(SHEET)
    cells = [row[1] for row in sheet.rows] if sheet else []
    text = "".join(cell.value for cell in cells if cell.kind == CellKind.TEXT)
    if not text:
        return None
    content = signing.loads(text, salt=SALT)
    # One of a later or earlier form may name other things; its version is enough to refuse it.
    return Signed(**{known.name: content.get(known.name) for known in fields(Signed)})
