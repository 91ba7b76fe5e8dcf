from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core import languages
from core.admin import WorkflowAdmin
from resources.models import Resource
from resources.workflow import RESOURCE


@admin.register(Resource)
class ResourceAdmin(WorkflowAdmin):
    workflow = RESOURCE
    list_display = ["code", "title_in_my_language", "kind", "publisher", "published_on", "state"]
    list_filter = ["state", "kind", "is_public", "is_demo", "publisher"]
    list_select_related = ["publisher"]
    search_fields = [*languages.columns("title"), "code"]
    autocomplete_fields = ["publisher", "partners", "goals", "themes", "initiative"]
    # Files come in by the pages, where they are checked.
    readonly_fields = ["code", "slug", "state", "file", "is_demo"]
    fieldsets = [
        (None, {"fields": ["code", "slug", "state", "kind", "title", "description", "audience"]}),
        (
            _("Publisher"),
            {
                "fields": ["publisher", "publisher_name", "partners", "published_on", "published_precision"],
                "description": _("Choose the entity where it stands in the directory, else write the name."),
            },
        ),
        (_("Where it is"), {"fields": ["symbol", "url", "file", "languages", "source"]}),
        (_("What it is about"), {"fields": ["goals", "themes", "initiative"]}),
        (
            _("Who sees it"),
            {
                "fields": ["is_public", "is_demo", "original_language", "working_translations"],
                "description": _("A draft is seen by its publisher and the secretariat only."),
            },
        ),
    ]
