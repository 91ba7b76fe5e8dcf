"""The admin of records. Drafts are written, and records circulated, on the pages of their meeting; what was circulated
and said about it is only shown here. The snapshot itself has no page: it holds what not everybody may see."""

from django.contrib import admin

from core import languages
from core.admin import LANGUAGE_FIELDS, TranslatedAdmin
from core.read_only_admin import ReadOnly
from meetings.models import Corrigendum, Objection, Proposal, RecordPart, RecordRevision


class OfMembers(ReadOnly):
    """Whoever may see it on the pages sees it here."""

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)


@admin.register(RecordPart)
class RecordPartAdmin(TranslatedAdmin):
    """Compiling makes the parts."""

    list_display = ["record", "kind", "item"]
    list_filter = ["kind"]
    list_select_related = ["record__meeting", "item"]
    search_fields = [*languages.columns("body"), "record__meeting__slug"]
    readonly_fields = ["record", "kind", "item"]
    fields = ["record", "kind", "item", "body", *LANGUAGE_FIELDS]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(RecordRevision)
class RecordRevisionAdmin(OfMembers, admin.ModelAdmin):
    list_display = ["record", "number", "circulated_at", "deadline_on", "outcome"]
    list_filter = ["outcome"]
    list_select_related = ["record__meeting"]
    search_fields = ["record__meeting__slug"]
    fields = ["record", "number", "circulated_at", "circulated_by", "deadline_on", "deadline_clock", "deadline_zone"]
    fields += ["outcome", "closed_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("snapshot")


@admin.register(Proposal)
class ProposalAdmin(OfMembers, admin.ModelAdmin):
    list_display = ["revision", "entity", "language", "state", "proposed_at"]
    list_filter = ["state"]
    list_select_related = ["revision__record__meeting", "entity"]
    search_fields = ["revision__record__meeting__slug", "entity__code"]
    fields = ["revision", "entity", "language", "before", "after", "why", "state", "answer", "proposed_by"]


@admin.register(Objection)
class ObjectionAdmin(OfMembers, admin.ModelAdmin):
    list_display = ["revision", "entity", "state", "made_at"]
    list_filter = ["state"]
    list_select_related = ["revision__record__meeting", "entity"]
    search_fields = ["revision__record__meeting__slug", "entity__code"]
    fields = ["revision", "entity", "reason", "state", "made_at", "made_by", "settled_at"]


@admin.register(Corrigendum)
class CorrigendumAdmin(OfMembers, admin.ModelAdmin):
    list_display = ["record", "number", "published_at", "published_by"]
    list_select_related = ["record__meeting", "published_by"]
    search_fields = [*languages.columns("text"), "record__meeting__slug"]
    fields = ["record", "number", "item", *languages.columns("text"), "reason", "published_at", "published_by"]
