"""An entity's people write down what it said."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, DeleteView, UpdateView

from core.access import EditableObjectMixin, ensure, visible_or_404
from core.drafts.views import DraftFormMixin
from core.numbers import whole_number
from core.redirects import safe_next
from core.saving.deleting import AsShownMixin
from core.saving.page import RecordUpdateMixin
from entities.acting import acting_entity
from entities.models import Entity
from entities.roles import is_secretariat
from meetings.clearing import hold
from meetings.live_forms import questions_of
from meetings.models import AgendaItem, Intervention, Meeting
from meetings.record_forms import InterventionForm
from meetings.views.meetings import may_intervene


class InterventionFormMixin(DraftFormMixin):
    what = gettext_lazy("Intervention")
    model = Intervention
    form_class = InterventionForm
    template_name = "meetings/intervention_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        """A contributor writes drafts; a focal point and the secretariat put them on record."""
        intervention = form.instance
        intervention.meeting = hold(intervention.meeting_id)
        ensure(intervention.meeting.takes_interventions)
        if "on_record" in self.request.POST and intervention.may_be_recorded_by(self.request.user):
            intervention.is_draft = False
        form.save()
        if intervention.is_draft:
            messages.success(self.request, _("The draft is saved. Only your entity and the secretariat see it."))
        else:
            messages.success(self.request, _("The intervention is on record."))
        return redirect(safe_next(self.request, intervention.get_absolute_url()))


class InterventionCreateView(InterventionFormMixin, CreateView):
    is_new = True

    def dispatch(self, request, *args, **kwargs):
        self.meeting = visible_or_404(Meeting.objects.all(), request.user, slug=kwargs["slug"])
        ensure(may_intervene(self.meeting, request.user))
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Intervention(meeting=self.meeting)}

    def get_initial(self):
        entity = acting_entity(self.request)
        if entity is None and is_secretariat(self.request.user):
            entity = Entity.objects.filter(code=self.request.GET.get("entity", "").replace("\0", "")).first()
        number = self.request.GET.get("item", "")
        items = AgendaItem.objects.visible_to(self.request.user).filter(meeting=self.meeting)
        item = items.filter(number=whole_number(number)).first()
        return {"entity": entity and entity.pk, "item": item and item.pk} | self.answer_to_question()

    def answer_to_question(self):
        """What the form begins with where the address names a question: ?answers=7."""
        number = self.request.GET.get("answers", "")
        questions = questions_of(self.meeting, self.request.user)
        question = questions.filter(pk=whole_number(number)).first()
        return {"answers": question.pk, "kind": "answer", "item": question.item_id} if question else {}

    def get_context_data(self, **kwargs):
        user = self.request.user
        may_record = self.meeting.is_recording and (is_secretariat(user) or bool(Entity.objects.editable_by(user)))
        return super().get_context_data(**kwargs) | {"meeting": self.meeting, "may_record": may_record}


class InterventionUpdateView(RecordUpdateMixin, InterventionFormMixin, EditableObjectMixin, UpdateView):
    def get_queryset(self):
        return super().get_queryset().select_related("meeting", "entity", "item")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "meeting": self.object.meeting,
            "may_record": self.object.may_be_recorded_by(self.request.user),
        }


class InterventionDeleteView(AsShownMixin, EditableObjectMixin, DeleteView):
    model = Intervention
    removed = gettext_lazy("The intervention is removed.")

    def get_queryset(self):
        return super().get_queryset().select_related("meeting", "entity")

    def hold(self):
        ensure(hold(self.object.meeting_id).takes_interventions)

    def get_success_url(self):
        return self.object.meeting.get_absolute_url()
