"""A report as a workbook: download it, fill it in without a line, upload it to the preview of what would change."""

from django.http import FileResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_safe

from core import languages
from core.export_formats import FORMATS
from core.files.names import disposition
from core.imports import previews
from core.imports.forms import ImportFileForm
from core.imports.kinds import Unreadable
from core.models import Import, ImportState
from strategy.views.filling import draft_or_404
from strategy.workbooks.imports import NAME, source_of
from strategy.workbooks.writing import write

MOST_SHOWN = 5


@require_safe
def report_workbook_file(request, pk):
    """In the language of the page; with ?blank=1 without the answers that are there."""
    report = draft_or_404(request, pk)
    is_blank = "blank" in request.GET
    response = FileResponse(write(source_of(report, request.user, is_blank)), content_type=FORMATS["xlsx"].type)
    response["Content-Disposition"] = disposition(name_of(report, is_blank))
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def name_of(report, is_blank):
    parts = [report.entity.code.lower(), report.questionnaire.code, report.cycle.slug]
    parts += ["blank"] if is_blank else [timezone.localdate().isoformat()]
    return f"{'-'.join([*parts, languages.current().html])}.xlsx"


class WorkbookFileForm(ImportFileForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _("The workbook (.xlsx) that you downloaded here and filled in.")
        self.fields["file"].widget.attrs["accept"] = ".xlsx"


class ReportWorkbookView(View):
    """How it goes, the file to download, and the field to upload it."""

    def get(self, request, pk):
        return self.page(draft_or_404(request, pk), WorkbookFileForm())

    def post(self, request, pk):
        report = draft_or_404(request, pk)
        form = WorkbookFileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.page(report, form)
        try:
            return redirect(previews.begin(NAME, request.user, form.keep(request.user), report=report.pk))
        except Unreadable as problem:
            form.add_error("file", str(problem))
            return self.page(report, form)

    def page(self, report, form):
        waiting = Import.objects.visible_to(self.request.user).filter(
            kind=NAME, target__report=report.pk, state__in=[ImportState.PREVIEWED, ImportState.READING]
        )
        context = {"report": report, "form": form, "waiting": waiting[:MOST_SHOWN]}
        context["language_name"] = languages.current().name
        return render(self.request, "strategy/report_workbook.html", context)
