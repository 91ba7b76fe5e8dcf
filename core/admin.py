"""The admin for data entry by the secretariat: language tabs, search in all languages, moves only by the workflow."""

from allauth.account.decorators import secure_admin_login
from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.admin import TabbedTranslationAdmin

from core import languages
from core.access import can_edit
from core.models import (
    Country,
    File,
    Goal,
    GroupMembership,
    Import,
    Job,
    JobState,
    Modality,
    Process,
    Region,
    Target,
    Theme,
    TransitionEvent,
)
from core.models.jobs import ACTIVE
from core.outbox import mail_admin  # noqa: F401 - registers itself
from core.read_only_admin import ReadOnly
from core.saving import StaleVersion
from core.saving.admin import VersionedAdmin, VersionedInline
from core.workflow import TransitionRefused

admin.site.site_header = gettext_lazy("Administration of the SSTC Portal")
admin.site.site_title = gettext_lazy("SSTC Portal")
admin.site.index_title = gettext_lazy("Rooms of the portal")
# One way in, with its limit on attempts: the administration has no form of its own.
admin.site.login = secure_admin_login(admin.site.login)


class VisibleChoices:
    """A record of a form or a row is chosen among those that the person may see, whatever the address names."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs.setdefault("queryset", visible_choices(db_field, request.user))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("queryset", visible_choices(db_field, request.user))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


def visible_choices(db_field, user):
    records = db_field.remote_field.model._default_manager.all()
    return records.visible_to(user) if hasattr(records, "visible_to") else records


def is_visible(record, user):
    """Of a record of any kind; reference data has no rights of its own."""
    records = type(record)._default_manager.all()
    return not hasattr(records, "visible_to") or records.visible_to(user).filter(pk=record.pk).exists()


LANGUAGE_FIELDS = ["original_language", "working_translations"]


class TranslatedAdmin(VersionedAdmin, VisibleChoices, TabbedTranslationAdmin):
    """Shows only what the person may see, under the same rules as the pages.

    `search_fields` name the columns of all languages (core.languages.columns), or a list and every
    autocomplete would find one language only.
    """

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "working_translations":
            return forms.MultipleChoiceField(
                label=db_field.verbose_name,
                help_text=db_field.help_text,
                choices=languages.choices(),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and (code := getattr(db_field, "language", None)):
            language = languages.BY_CODE[code]
            field.widget.attrs |= {"lang": language.html, "dir": language.direction}
        return field

    @admin.display(description=gettext_lazy("title"))
    def title_in_my_language(self, record):
        return languages.text_of(record, "title")

    @admin.display(description=gettext_lazy("text"))
    def text_in_my_language(self, record):
        return languages.text_of(record, "text")[:100]

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        return queryset.visible_to(request.user) if hasattr(queryset, "visible_to") else queryset

    def has_change_permission(self, request, obj=None):
        permitted = super().has_change_permission(request, obj)
        if obj is not None and permitted and hasattr(type(obj)._default_manager.all(), "editable_by"):
            return can_edit(obj, request.user)
        return permitted


class WorkflowActions:
    """Adds the workflow's moves as actions. The state itself is never a field of the form."""

    workflow = None

    def get_actions(self, request):
        actions = super().get_actions(request)
        for transition in self.workflow.transitions:
            # A move that needs a reason is made on the record's own page, which asks for it.
            if not (transition.needs_reason or transition.is_automatic):
                action = _transition_action(self.workflow, transition)
                actions[f"transition_{transition.event}"] = (action, f"transition_{transition.event}", transition.label)
        return actions

    def has_delete_permission(self, request, obj=None):
        """Records with a life end by a move, not by deletion."""
        return False


class WorkflowAdmin(WorkflowActions, TranslatedAdmin):
    """Of a record with texts in six languages and a life."""


def _transition_action(workflow, transition):
    def perform(modeladmin, request, queryset):
        for record in queryset:
            try:
                workflow.perform(record, transition.event, by=request.user)
            except TransitionRefused as refusal:
                messages.warning(request, f"{record} – {refusal}")
            except PermissionDenied:
                messages.error(request, _("{record}: you may not do this.").format(record=record))
            except StaleVersion:
                messages.error(request, _("{record}: someone else was faster. Look at it again.").format(record=record))
            else:
                messages.success(request, f"{record} – {transition.done}")

    return perform


FOLLOWS_A_STANDARD = gettext_lazy("Follows a published standard: each upgrade of the portal writes it anew.")


class GroupMembershipInline(VersionedInline, admin.TabularInline):
    model = GroupMembership
    extra = 0


@admin.register(Country)
class CountryAdmin(TranslatedAdmin):
    list_display = ["iso3", "name", "region", "subregion", "is_member_state"]
    list_filter = ["is_member_state", "region"]
    list_select_related = ["region", "subregion"]
    search_fields = [*languages.columns("name"), "iso3", "iso2", "m49"]
    autocomplete_fields = ["region", "subregion"]
    inlines = [GroupMembershipInline]
    fieldsets = [
        (
            None,
            {
                "fields": ["iso3", "iso2", "m49", "name", "region", "subregion", "is_member_state"],
                "description": FOLLOWS_A_STANDARD,
            },
        ),
        (gettext_lazy("On the map"), {"fields": ["latitude", "longitude"]}),
    ]


@admin.register(Region)
class RegionAdmin(TranslatedAdmin):
    list_display = ["code", "name", "parent"]
    list_select_related = ["parent"]
    search_fields = [*languages.columns("name"), "code"]
    autocomplete_fields = ["parent"]
    fieldsets = [(None, {"fields": ["code", "name", "parent"], "description": FOLLOWS_A_STANDARD})]


@admin.register(Goal)
class GoalAdmin(TranslatedAdmin):
    list_display = ["number", "name"]
    search_fields = [*languages.columns("name"), "number"]
    fieldsets = [(None, {"fields": ["number", "name", "color", "ink"], "description": FOLLOWS_A_STANDARD})]


@admin.register(Target)
class TargetAdmin(VersionedAdmin, admin.ModelAdmin):
    list_display = ["code", "goal"]
    list_filter = ["goal"]
    list_select_related = ["goal"]
    search_fields = ["code"]
    fieldsets = [(None, {"fields": ["code", "goal", "position"], "description": FOLLOWS_A_STANDARD})]


@admin.register(Theme, Modality)
class TermAdmin(TranslatedAdmin):
    list_display = ["code", "name"]
    search_fields = [*languages.columns("name"), "code"]


@admin.register(Process)
class ProcessAdmin(TranslatedAdmin):
    list_display = ["code", "name", "kind", "year"]
    list_filter = ["kind", "year"]
    search_fields = [*languages.columns("name"), "code"]


@admin.register(TransitionEvent)
class TransitionEventAdmin(ReadOnly, admin.ModelAdmin):
    """The log cannot be changed here or anywhere."""

    list_display = ["at", "workflow", "object_id", "event", "from_state", "to_state", "by"]
    list_filter = ["workflow", "event"]
    list_select_related = ["by"]
    date_hierarchy = "at"


@admin.register(Job)
class JobAdmin(ReadOnly, admin.ModelAdmin):
    """What failed stands on top. Jobs are started, repeated and cancelled on their own pages."""

    list_display = ["title", "state", "by", "created_at", "finished_at", "attempts"]
    list_filter = ["state", "kind"]
    list_select_related = ["by"]
    search_fields = ["kind", "by__full_name", "by__email"]
    fields = ["title", "state", "by", "params", "done", "total", "result", "problems_in_words", "attempts"]
    fields += ["created_at", "started_at", "finished_at"]
    ordering = [
        models.Case(models.When(state=JobState.FAILED, then=0), models.When(state__in=ACTIVE, then=1), default=2),
        "-created_at",
    ]

    @admin.display(description=gettext_lazy("job"))
    def title(self, job):
        return job.title

    @admin.display(description=gettext_lazy("problems"))
    def problems_in_words(self, job):
        return "\n".join(f"{problem['subject']} {problem['words']}".strip() for problem in job.explained_problems)

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)


@admin.register(File)
class FileAdmin(ReadOnly, admin.ModelAdmin):
    """What came in and what became of it, as far as the person may see the records. Files come in by the pages."""

    list_display = ["name", "state", "size", "uploaded_by", "uploaded_at", "text_state"]
    list_filter = ["state", "text_state", "type"]
    list_select_related = ["uploaded_by"]
    search_fields = ["name", "sha256"]
    fields = [*list_display, "type", "sha256", "received", "refusal", "text_failure"]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)


@admin.register(Import)
class ImportAdmin(ReadOnly, admin.ModelAdmin):
    """One's own. What others import stands in the history of the records."""

    list_display = ["name", "kind", "state", "made_at", "applied_at", "left_out"]
    list_filter = ["state", "kind"]
    search_fields = ["name"]
    fields = [*list_display, "by", "counts", "outcome", "problem"]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)
