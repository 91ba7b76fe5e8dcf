"""The preview of an import: what each row would do, and the buttons that do it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import visible_or_404
from core.export_formats import FORMATS
from core.figures import figure
from core.files.names import disposition
from core.imports import previews
from core.imports.kinds import Unreadable, kind_of
from core.models import Import, ImportState, RowState
from core.workbooks.marking import Mark, marked, marked_name

PER_PAGE = 50


def own_or_404(request, token):
    """Also where the person lost the right meanwhile: the rows say what stands in records."""
    preview = visible_or_404(Import.objects.select_related("job", "by"), request.user, token=token)
    kind = kind_of(preview)
    if kind is None or not kind.may_import(preview, request.user):
        raise Http404
    return preview, kind


@require_safe
def import_detail(request, token):
    preview, kind = own_or_404(request, token)
    wanted = request.GET.get("state") if request.GET.get("state") in preview.counts else ""
    rows = preview.rows.filter(state=wanted) if wanted else preview.rows.all()
    context = facts(preview, kind) | {
        "page_obj": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "pills": pills(preview),
        "wanted": wanted,
        "can_be_marked": preview.file_id is not None and has_messages(preview),
    }
    template = "imports/_import.html" if "part" in request.GET else "imports/import_detail.html"
    return render(request, template, context)


def facts(preview, kind):
    label, address = kind.back(preview)
    return {
        "preview": preview,
        "is_stuck": previews.is_stuck(preview),
        "kind": kind,
        "back_label": label,
        "back_url": address,
        "done": kind.done(preview) if kind.done and preview.state == ImportState.APPLIED else None,
        "explained": kind.explain(preview) if preview.state == ImportState.PREVIEWED else [],
    }


def pills(preview):
    """[(state, label, number)], faulty ones first."""
    states = [(state, label, preview.counts[state]) for state, label in RowState.choices if state in preview.counts]
    return [("", _("All"), sum(preview.counts.values())), *states] if len(states) > 1 else []


def has_messages(preview):
    return preview.rows.exclude(messages=[]).exists()


@require_http_methods(["GET", "HEAD", "POST"])
def import_apply(request, token):
    preview, kind = own_or_404(request, token)
    if request.method != "POST":
        return render(request, "imports/import_apply.html", facts(preview, kind))
    try:
        preview = previews.apply(preview, request.user)
    except (previews.NotNow, Unreadable) as refusal:  # what it goes into changed so far that the file does not fit
        messages.warning(request, str(refusal))
        return redirect(preview)
    if preview.state == ImportState.PREVIEWED:
        messages.warning(
            request, _("Records changed since the preview was made, so nothing was imported. Look at the rows again.")
        )
    elif preview.state == ImportState.APPLIED:
        messages.success(request, said_of(preview))
    return redirect(preview)


def said_of(preview):
    number = preview.number_good
    return ngettext("{n} row was imported.", "{n} rows were imported.", number).format(n=figure(number))


@require_POST
def import_discard(request, token):
    preview, kind = own_or_404(request, token)
    try:
        previews.discard(preview)
    except previews.NotNow as refusal:
        messages.warning(request, str(refusal))
        return redirect(preview)
    messages.success(request, _("The preview is discarded. Nothing was imported."))
    return redirect(kind.back(preview)[1])


@require_safe
def import_marked(request, token):
    """The same file with its faulty cells marked, as a workbook."""
    preview, _kind = own_or_404(request, token)
    if preview.file_id is None:
        raise Http404
    marks = [
        Mark(message["cell"], message["text"], message["field"], message["is_warning"])
        for messages_of_row in preview.rows.exclude(messages=[]).values_list("messages", flat=True)
        for message in messages_of_row
    ]
    with preview.file.open() as stream:
        file = marked(stream, preview.name, marks)
    response = FileResponse(file, content_type=FORMATS["xlsx"].type)
    response["Content-Disposition"] = disposition(marked_name(preview.name))
    response["Cache-Control"] = "private, no-store"
    return response
