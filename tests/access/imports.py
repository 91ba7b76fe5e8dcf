from core.models import Import
from tests.access.table import Row
from tests.core.factory import make_file


def foreign_preview(make):
    """Of another person: nobody sees it, whatever one's role."""
    person = make.officer("colleague@unossc.example")
    file = make_file(person)
    fields = {"kind": "framework", "language": "en", "state": "previewed"}
    return {"token": Import.objects.create(by=person, file=file, name=file.name, **fields).token}


HIDDEN = "in 404 404 404 404 404 404"

ROWS = [
    Row("import_detail", HIDDEN, "of another person", foreign_preview),
    Row("import_apply", HIDDEN, "of another person", foreign_preview),
    Row("import_apply", HIDDEN, "of another person", foreign_preview, "post"),
    Row("import_marked", HIDDEN, "of another person", foreign_preview),
    Row("import_discard", HIDDEN, "of another person", foreign_preview, "post"),
]
