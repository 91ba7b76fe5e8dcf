"""A list as a file: CSV, CSV for Excel, XLSX or JSON. What it holds is declared once, as columns; how it is written in
each format stands in export_formats.py. See docs/decisions/0018-outcomes-and-lists-as-files.md.

A page with filters inherits ExportMixin and includes includes/export_links.html. Any other calls
`respond(Table(…), "xlsx")`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import FileResponse, Http404, StreamingHttpResponse
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core import dates, export_formats, languages
from core.files.names import disposition

# Rows that are read from the database at a time.
PORTION = 500
FILTER = ""  # the key of a filter on the cover sheet, which its label names


@dataclass(frozen=True)
class Column:
    """`value(record)` gives a text, a number, a date, a moment, True or False, a list of these, or None.

    `key` names the column in JSON and never changes; `width` is in characters, for XLSX.
    """

    key: str
    label: str
    value: Callable[[Any], Any]
    width: int = 16


@dataclass(frozen=True)
class Table:
    """What is written. `rows` is a queryset or a list; `asked` says in words how it was filtered, [(label, value)];
    `name` begins the name of the file, and `address` is where the same list is read as a page."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable
    asked: Sequence = ()
    address: str = ""

    def __len__(self):
        return self.rows.count() if isinstance(self.rows, QuerySet) else len(self.rows)

    def __iter__(self):
        """The rows, each as a list of values."""
        records = self.rows.iterator(chunk_size=PORTION) if isinstance(self.rows, QuerySet) else self.rows
        for record in records:
            yield [column.value(record) for column in self.columns]

    def about(self):
        """The cover sheet: [(key, label, value)]."""
        zone = timezone.get_current_timezone_name()
        return [
            ("title", _("List"), str(self.title)),
            ("filters", _("Filters"), "" if self.asked else _("None: the whole list")),
            *[(FILTER, label, value) for label, value in self.asked],
            ("address", _("Address"), self.address),
            ("exported", _("Exported"), f"{dates.moment(timezone.now())} ({zone})"),
            ("language", _("Language"), languages.current().name),
            ("count", _("Number of rows"), len(self)),
            ("licence", _("Licence"), " ".join(licence())),
        ]


def licence():
    """What one may do with the facts and with the wording: the paragraphs of the page about data."""
    return [
        _(
            "Facts may be quoted. Name the source that stands beside them: for a record that rests on IATI data, "
            "the publisher of that data. The sources keep the licences of their publishers."
        ),
        _("No licence has been decided for the wording of this portal. Ask before you republish longer texts."),
    ]


def respond(table, format):
    """The answer that gives the table as a file; `format` comes from outside."""
    if format not in export_formats.FORMATS:
        raise Http404
    written = export_formats.FORMATS[format]
    name = f"{table.name}-{timezone.localdate().isoformat()}-{languages.current().html}.{written.extension}"
    if written.is_stream:
        response = StreamingHttpResponse(in_present_language(written.write(table)), content_type=written.type)
    else:
        response = FileResponse(written.write(table), content_type=written.type)
    response["Content-Disposition"] = disposition(name)
    # Each reader gets what the reader may see: no copy in between, and none in a search engine.
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def in_present_language(pieces):
    """The pieces are made after the view has ended: still in the language and time zone of its reader."""
    # Read now: the body of a generator begins to run only with its first piece.
    return _within(translation.get_language(), timezone.get_current_timezone(), iter(pieces))


def _within(language, zone, pieces):
    while True:
        with translation.override(language), timezone.override(zone):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece


class ExportMixin:
    """Of a FilterView: with ?export=csv it answers with the whole list as it is filtered. A filter that makes no sense
    is named on the page, as without export."""

    export_name = ""
    export_title = ""
    export_columns = ()

    def get(self, request, *args, **kwargs):
        format = request.GET.get("export")
        if format is None:
            return super().get(request, *args, **kwargs)
        filterset = self.get_filterset(self.get_filterset_class())
        if not filterset.is_valid():
            return super().get(request, *args, **kwargs)
        return respond(self.get_table(filterset), format)

    def get_table(self, filterset):
        return Table(
            name=self.export_name,
            title=self.get_export_title(),
            columns=self.export_columns,
            rows=filterset.qs,
            asked=asked_in(filterset.form),
            address=address_of(self.request),
        )

    def get_export_title(self):
        return self.export_title


def address_of(request):
    """Where the filtered list is read as a page."""
    kept = [
        (name, value) for name in request.GET if name not in ("export", "page") for value in request.GET.getlist(name)
    ]
    return f"{settings.SITE_URL}{request.path}" + (f"?{urlencode(kept)}" if kept else "")


def asked_in(form):
    """[(label, value)] of what a valid form of filters asks, as the reader would say it."""
    given = [(form[name], form.cleaned_data.get(name)) for name in form.fields]
    return [(capfirst(str(bound.label)), in_words(bound.field, value)) for bound, value in given if _is_asked(value)]


def _is_asked(value):
    return len(value) > 0 if isinstance(value, (str, list, tuple, QuerySet)) else value not in (None, False)


def in_words(field, value):
    if isinstance(value, (list, tuple, QuerySet)):
        return ", ".join(in_words(field, one) for one in value)
    if value is True:
        return _("Yes")
    if isinstance(value, Model):
        return str(value)
    return str(dict(_flat(getattr(field, "choices", ()))).get(str(value), value))


def _flat(choices):
    """[(value, label)] of choices that may stand in groups."""
    for value, label in choices:
        if isinstance(label, (list, tuple)):
            yield from _flat(label)
        else:
            yield str(value), label
