"""The admin of decisions, action points and their evidence, under the same rules as the pages."""

from django.contrib import admin
from django.db.models import Prefetch, prefetch_related_objects

from core.access import can_edit, ensure
from core.read_only_admin import ReadOnly
from initiatives.models import Initiative
from meetings.clearing import hold
from meetings.models import RECORDING_STATES, ActionPointEvidence


class StandsInRecord:
    """Of what a record holds: it is written before the circulation of the record, or not at all."""

    meeting_states = RECORDING_STATES

    def save_model(self, request, obj, form, change):
        meeting = hold(obj.meeting_id)
        ensure(can_edit(obj, request.user) if change else meeting.is_recording)
        super().save_model(request, obj, form, change)

    def delete_model(self, request, obj):
        hold(obj.meeting_id)
        ensure(can_edit(obj, request.user))
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for meeting in sorted(set(queryset.values_list("meeting", flat=True))):
            hold(meeting)
        ensure(not queryset.exclude(pk__in=self.model.objects.editable_by(request.user).values("pk")).exists())
        super().delete_queryset(request, queryset)


class NamesInitiatives:
    """Of a record that names initiatives, some of which the person may not see."""

    def get_object(self, request, object_id, from_field=None):
        record = super().get_object(request, object_id, from_field)
        if record and not self.has_change_permission(request, record):
            # Shown as text then, which would name every initiative.
            visible = Initiative.objects.visible_to(request.user)
            prefetch_related_objects([record], Prefetch("initiatives", visible))
        return record

    def save_related(self, request, form, formsets, change):
        """Links to initiatives that this person does not see stay as they are."""
        linked = form.instance.initiatives
        hidden = list(linked.exclude(pk__in=Initiative.objects.visible_to(request.user).values("pk")))
        super().save_related(request, form, formsets, change)
        linked.add(*hidden)


@admin.register(ActionPointEvidence)
class ActionPointEvidenceAdmin(ReadOnly, admin.ModelAdmin):
    """Given and taken away on the page of the action point."""

    list_display = ["action_point", "kind", "thing", "added_by", "added_at"]
    search_fields = ["action_point__number", "url", "file__name"]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user).with_records().select_related("action_point")
