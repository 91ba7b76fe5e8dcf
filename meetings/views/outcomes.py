"""Decisions, action points and the notes on their progress."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, DetailView, UpdateView
from django_filters.views import FilterView

from core.access import EditableObjectMixin, VisibleObjectMixin, can_edit, ensure, visible_or_404
from core.drafts.views import DraftFormMixin
from core.models import TransitionEvent
from core.saving.page import RecordUpdateMixin
from core.views import TransitionView
from entities.acting import acting_entity
from entities.roles import is_secretariat, represents
from meetings import workflow
from meetings.filters import ActionPointFilter
from meetings.models import ActionPoint, Decision, Meeting, ProgressNote
from meetings.record_forms import ActionPointForm, DecisionForm, ProgressNoteForm


class OutcomeCreateMixin(DraftFormMixin):
    """For the secretariat, while the record of the meeting can be written."""

    is_new = True

    def dispatch(self, request, *args, **kwargs):
        self.meeting = visible_or_404(Meeting.objects.all(), request.user, slug=kwargs["slug"])
        ensure(is_secretariat(request.user) and self.meeting.is_recording)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.model(meeting=self.meeting)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.meeting}

    def asked_for(self, name, records):
        """A record named in the address, such as ?item=3."""
        number = self.request.GET.get(name, "")
        return records.filter(pk=number).first() if number.isdecimal() and len(number) < 10 else None


class DecisionCreateView(OutcomeCreateMixin, CreateView):
    what = gettext_lazy("Decision")
    model = Decision
    form_class = DecisionForm
    template_name = "meetings/decision_form.html"

    def get_initial(self):
        item = self.asked_for("item", self.meeting.items.all())
        return {"item": item and item.pk}

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("Decision {number} is saved.").format(number=self.object.number))
        return response


class DecisionUpdateView(DraftFormMixin, RecordUpdateMixin, EditableObjectMixin, UpdateView):
    what = gettext_lazy("Decision")
    model = Decision
    form_class = DecisionForm
    template_name = "meetings/decision_form.html"

    def get_queryset(self):
        return super().get_queryset().select_related("meeting")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.object.meeting}


class ActionPointListView(VisibleObjectMixin, FilterView):
    """The register. People who belong to no entity have none to see."""

    model = ActionPoint
    filterset_class = ActionPointFilter
    template_name = "meetings/action_point_list.html"
    paginate_by = 20

    def get_queryset(self):
        points = super().get_queryset().select_related("meeting").prefetch_related("owners")
        return points.order_by("-year", "-serial")

    def get_context_data(self, **kwargs):
        visible = ActionPoint.objects.visible_to(self.request.user)
        return super().get_context_data(**kwargs) | {
            "owed": visible.owed().count(),
            "overdue": visible.overdue().count(),
            "is_filtered": any(self.request.GET.get(name) for name in ActionPointFilter.base_filters),
        }


class ActionPointCreateView(OutcomeCreateMixin, CreateView):
    what = gettext_lazy("Action point")
    model = ActionPoint
    form_class = ActionPointForm
    template_name = "meetings/action_point_form.html"

    def get_initial(self):
        decision = self.asked_for("decision", self.meeting.decisions.all())
        return {"decision": decision and decision.pk, "item": decision and decision.item_id}

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("Action point {number} is saved.").format(number=self.object.number))
        return response


class ActionPointUpdateView(DraftFormMixin, RecordUpdateMixin, EditableObjectMixin, UpdateView):
    what = gettext_lazy("Action point")
    model = ActionPoint
    form_class = ActionPointForm
    template_name = "meetings/action_point_form.html"
    context_object_name = "point"

    def get_queryset(self):
        return super().get_queryset().select_related("meeting")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.object.meeting}


class ActionPointDetailView(VisibleObjectMixin, DetailView):
    """One action point; POST adds a note on its progress."""

    model = ActionPoint
    context_object_name = "point"
    template_name = "meetings/action_point_detail.html"

    def get_queryset(self):
        points = super().get_queryset().select_related("meeting", "item", "decision", "reported_by", "verified_by")
        return points.prefetch_related("owners")

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        ensure(self.may_report())
        note = ProgressNote(action_point=self.object, author=request.user, entity=self.speaking_entity())
        form = ProgressNoteForm(request.POST, instance=note)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(note_form=form))
        form.save()
        messages.success(request, _("The note is added."))
        return redirect(self.object)

    def may_report(self):
        return ActionPoint.objects.reportable_by(self.request.user).filter(pk=self.object.pk).exists()

    def speaking_entity(self):
        """The owner for which the person works; none for an officer of the secretariat."""
        served = [entity for entity in self.object.owners.all() if represents(self.request.user, entity.pk)]
        acting = acting_entity(self.request)
        return acting if acting in served else next(iter(served), None)

    def get_context_data(self, **kwargs):
        user = self.request.user
        decision = self.object.decision
        sees_decision = decision and Decision.objects.visible_to(user).filter(pk=decision.pk).exists()
        if self.may_report():
            kwargs.setdefault("note_form", ProgressNoteForm())
        return super().get_context_data(**kwargs) | {
            "decision": decision if sees_decision else None,
            "notes": self.object.notes.select_related("entity", "author"),
            "events": TransitionEvent.objects.of(self.object),
            "actions": workflow.ACTION_POINT.actions_for(self.object, user),
            "can_edit": can_edit(self.object, user),
        }


class ActionPointTransitionView(TransitionView):
    workflow = workflow.ACTION_POINT
