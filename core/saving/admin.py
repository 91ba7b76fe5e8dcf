"""The same check in the administration. templates/admin/change_form.html writes the hidden fields of form and rows."""

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


class VersionedAdmin(CarriesVersions, ComparingAdmin):
    """For the ModelAdmin of a VersionedModel."""


class VersionedInline(CarriesVersions):
    """For rows that are VersionedModels."""

    formset = VersionedFormSet
