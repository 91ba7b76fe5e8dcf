"""A new version of a framework, two versions compared, and a framework as a file that goes out and comes back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import ensure, ensure_editable, visible_or_404
from core.export_formats import FORMATS
from core.exports import address_of, respond
from core.files.names import disposition
from core.imports import previews
from core.imports.forms import ImportFileForm
from core.imports.kinds import Unreadable
from core.numbers import whole_number
from entities.roles import is_secretariat
from strategy import framework_template
from strategy.framework_columns import table_of
from strategy.framework_diff import compare
from strategy.framework_import import KIND
from strategy.framework_use import questions_by_code, use_of
from strategy.framework_versions import NotNewest, make_version
from strategy.models import Framework


def framework_or_404(request, slug):
    return visible_or_404(Framework.objects.all(), request.user, slug=slug)


@require_http_methods(["GET", "HEAD", "POST"])
def framework_version(request, slug):
    """Asks, with what stays on the present version, and makes the next one."""
    framework = ensure_editable(framework_or_404(request, slug), request.user)
    if request.method == "POST":
        try:
            new = make_version(framework)
        except NotNewest as refusal:
            messages.warning(request, str(refusal))
            return redirect(framework.newer.get_tree_url())
        messages.success(
            request, _("Version {n} is made. It is a draft until you give it another status.").format(n=new.edition)
        )
        return redirect(new.get_tree_url())
    nodes, indicators = questions_by_code(framework)
    context = {
        "framework": framework,
        "newer": framework.newer,
        "use": use_of(framework),
        "asked": [(code, asked) for found in (nodes, indicators) for code, asked in sorted(found.items())],
    }
    return render(request, "strategy/framework_version.html", context)


@login_not_required
@require_safe
def framework_compare(request, slug):
    """With the version before, or with the one that `?with=` names."""
    framework = framework_or_404(request, slug)
    versions = list(framework.versions)
    others = [version for version in versions if version.pk != framework.pk]
    wanted = whole_number(request.GET.get("with", ""))
    old = next((other for other in others if other.edition == wanted), None) or earlier(framework, others)
    if old is None:
        raise Http404
    changed = compare(old, framework)
    if is_secretariat(request.user):
        tell_concerned(changed, old)
    context = {"framework": framework, "old": old, "others": others, "changed": changed}
    return render(request, "strategy/framework_compare.html", context)


def earlier(framework, others):
    before = [other for other in others if other.edition < framework.edition]
    return before[0] if before else next(iter(others), None)


def tell_concerned(changed, old):
    nodes, indicators = questions_by_code(old)
    for one in changed:
        one.asked = (indicators if one.is_indicator else nodes).get(one.record.code, [])


@login_not_required
@require_safe
def framework_export(request, slug):
    framework = framework_or_404(request, slug)
    return respond(table_of(framework, address_of(request)), request.GET.get("export", "xlsx"))


@require_safe
def import_template(request):
    ensure(is_secretariat(request.user))
    response = FileResponse(framework_template.workbook(), content_type=FORMATS["xlsx"].type)
    response["Content-Disposition"] = disposition("framework-template.xlsx")
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def framework_import(request, slug):
    framework = ensure_editable(framework_or_404(request, slug), request.user)
    form = ImportFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(previews.begin(KIND, request.user, form.keep(request.user), framework=framework.pk))
        except Unreadable as problem:
            form.add_error("file", str(problem))
    context = {
        "framework": framework,
        "form": form,
        "fields": framework_template.explained(),
    }
    return render(request, "strategy/framework_import.html", context)
