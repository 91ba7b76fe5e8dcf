"""The same check in the administration. templates/admin/change_form.html writes the hidden fields of form and rows."""

from django.db import transaction
from django.http import Http404, QueryDict

from core.saving import deleting
from core.saving.forms import VersionedForm
from core.saving.page import compare, conflicts_of, in_one_piece
from core.saving.rows import VersionedFormSet

CARRIED = ("version", "base")


class CarriesVersions:
    """Of a page or of its rows: version and base are hidden, and stand in no set of fields."""

    form = VersionedForm

    def get_fields(self, request, obj=None):
        return [name for name in super().get_fields(request, obj) if name not in CARRIED]

    def get_fieldsets(self, request, obj=None):
        return [
            (title, options | {"fields": [name for name in options["fields"] if name not in CARRIED]})
            for title, options in super().get_fieldsets(request, obj)
        ]


class ComparingAdmin:
    """A page that answers a stale save with both texts."""

    @in_one_piece
    def changeform_view(self, request, *args, **kwargs):
        return super().changeform_view(request, *args, **kwargs)

    def render_change_form(self, request, context, *args, **kwargs):
        parts = [context["adminform"].form, *[inline.formset for inline in context["inline_admin_formsets"]]]
        if request.method == "POST" and conflicts_of(*parts):
            return compare(request, *parts, discard=request.path)
        return super().render_change_form(request, context, *args, **kwargs)

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """Of a record that was deleted while one wrote: the page of the refusal shows what was typed."""
        if request.method == "POST":
            raise Http404
        return super()._get_obj_does_not_exist_redirect(request, opts, object_id)

    def delete_model(self, request, record):
        deleting.check(request, [record])
        super().delete_model(request, record)

    def delete_queryset(self, request, queryset):
        deleting.check(request, queryset, name_of=lambda record: f"version-{record.pk}")
        super().delete_queryset(request, queryset)

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except deleting.NotAsShown as refusal:
            request.POST = QueryDict()  # the page asks anew
            page = super().delete_view(request, object_id, {"changed": refusal.changed})
        page.status_code = 409
        return page

    def changelist_view(self, request, extra_context=None):
        try:
            with transaction.atomic():
                return super().changelist_view(request, extra_context)
        except deleting.NotAsShown as refusal:
            request.POST = request.POST.copy()
            del request.POST["post"]  # the action asks anew
            page = super().changelist_view(request, extra_context)
            page.context_data["changed"] = refusal.changed
        page.status_code = 409
        return page


class VersionedAdmin(CarriesVersions, ComparingAdmin):
    """For the ModelAdmin of a VersionedModel."""


class VersionedInline(CarriesVersions):
    """For rows that are VersionedModels."""

    formset = VersionedFormSet
