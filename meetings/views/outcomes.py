"""Decisions, action points and the notes on their progress."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, DetailView, UpdateView

from core.access import EditableObjectMixin, VisibleObjectMixin, can_edit, ensure, visible_or_404
from core.drafts.views import DraftFormMixin
from core.models import TransitionEvent
from core.numbers import whole_number
from core.redirects import safe_next
from core.saving.page import RecordUpdateMixin
from core.views import TransitionView
from entities.acting import acting_among
from entities.roles import is_secretariat
from meetings import due_dates, reminders, workflow
from meetings.clearing import hold
from meetings.models import ActionPoint, ActionPointEvidence, Decision, Meeting, ProgressNote
from meetings.record_forms import ActionPointForm, DecisionForm, ProgressNoteForm
from strategy.evidence import answers_on


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
        back = safe_next(self.request, self.meeting.get_absolute_url())
        return super().get_context_data(**kwargs) | {"meeting": self.meeting, "back": back}

    def form_valid(self, form):
        """What is written while the record is being circulated would stand in none."""
        form.instance.meeting = hold(self.meeting.pk)
        ensure(form.instance.meeting.is_recording)
        return super().form_valid(form)

    def get_success_url(self):
        """To the page from which one came, such as the live page, else to what was written."""
        return safe_next(self.request, self.object.get_absolute_url())

    def asked_for(self, name, records):
        """A record named in the address, such as ?item=3."""
        return records.filter(pk=whole_number(self.request.GET.get(name, ""))).first()


class DecisionFormMixin:
    """Which initiatives can be named depends on who writes."""

    what = gettext_lazy("Decision")
    model = Decision
    form_class = DecisionForm
    template_name = "meetings/decision_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}


class DecisionCreateView(DecisionFormMixin, OutcomeCreateMixin, CreateView):
    def get_initial(self):
        item = self.asked_for("item", self.meeting.items.all())
        return {"item": item and item.pk}

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("Decision {number} is saved.").format(number=self.object.number))
        return response


class DecisionUpdateView(DecisionFormMixin, DraftFormMixin, RecordUpdateMixin, EditableObjectMixin, UpdateView):
    def get_queryset(self):
        return super().get_queryset().select_related("meeting")

    def form_valid(self, form):
        form.instance.meeting = hold(form.instance.meeting_id)
        ensure(form.instance.meeting.is_recording)
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.object.meeting}


class ActionPointFormMixin:
    what = gettext_lazy("Action point")
    model = ActionPoint
    form_class = ActionPointForm
    template_name = "meetings/action_point_form.html"

    @transaction.atomic
    def form_valid(self, form):
        response = super().form_valid(form)
        is_moved = "due" in form.changed_data and not self.is_new
        reminders.tell_saved(self.object, by=self.request.user, is_moved=is_moved)
        return response


class ActionPointCreateView(ActionPointFormMixin, OutcomeCreateMixin, CreateView):
    def get_initial(self):
        decision = self.asked_for("decision", self.meeting.decisions.all())
        item = self.asked_for("item", self.meeting.items.all())
        return {"decision": decision and decision.pk, "item": decision.item_id if decision else item and item.pk}

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("Action point {number} is saved.").format(number=self.object.number))
        return response


class ActionPointUpdateView(ActionPointFormMixin, DraftFormMixin, RecordUpdateMixin, EditableObjectMixin, UpdateView):
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
        form = ProgressNoteForm(request.POST, instance=note, owners=self.told_by())
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(note_form=form))
        form.save()
        messages.success(request, _("The note is added."))
        return redirect(self.object)

    def may_report(self):
        return ActionPoint.objects.reportable_by(self.request.user).filter(pk=self.object.pk).exists()

    def speaking_entity(self):
        """The owner for which the person works; none for an officer of the secretariat."""
        return acting_among(self.request, self.object.owners.all())

    def told_by(self):
        """The owners that an officer may write for; None for the people of an owner, who write for it."""
        passes_on = is_secretariat(self.request.user) and not self.speaking_entity()
        return self.object.owners.order_by("code") if passes_on else None

    def get_context_data(self, **kwargs):
        user = self.request.user
        decision = self.object.decision
        sees_decision = decision and Decision.objects.visible_to(user).filter(pk=decision.pk).exists()
        may_report = self.may_report()
        if may_report:
            kwargs.setdefault("note_form", ProgressNoteForm(owners=self.told_by()))
        evidence = ActionPointEvidence.objects.visible_to(user).filter(action_point=self.object)
        return super().get_context_data(**kwargs) | {
            "decision": decision if sees_decision else None,
            "evidence": evidence.with_records(),
            "answers": answers_on(self.object, user),
            "may_give_evidence": may_report,
            "may_take_away": may_report and self.object.is_owed,
            "due_moves": due_dates.moves_of(self.object),
            "notes": self.object.notes.select_related("entity", "author"),
            "events": TransitionEvent.objects.of(self.object),
            "actions": workflow.ACTION_POINT.actions_for(self.object, user),
            "can_edit": can_edit(self.object, user),
        }


class ActionPointTransitionView(TransitionView):
    workflow = workflow.ACTION_POINT
