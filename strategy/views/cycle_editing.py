"""A cycle is made, from the last one, and changed."""

from django.contrib import messages
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, UpdateView

from core.access import EditableObjectMixin, ensure
from core.drafts.views import DraftFormMixin
from core.saving.page import RecordUpdateMixin
from entities.roles import is_secretariat
from strategy import cycle_planning, reminders
from strategy.cycle_forms import CycleForm
from strategy.models import Cycle


class CycleFormMixin:
    what = gettext_lazy("Reporting cycle")
    model = Cycle
    form_class = CycleForm
    template_name = "strategy/cycle_form.html"
    context_object_name = "cycle"


class CycleCreateView(CycleFormMixin, DraftFormMixin, CreateView):
    is_new = True

    def dispatch(self, request, *args, **kwargs):
        ensure(is_secretariat(request.user))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def last(self):
        return cycle_planning.last_cycle()

    def get_initial(self):
        return cycle_planning.proposal(self.last)

    def form_valid(self, form):
        form.instance.slug = cycle_planning.free_slug(form.cleaned_data["year"])
        response = super().form_valid(form)
        messages.success(self.request, _("The cycle is planned. It opens by itself on its opening day."))
        return response

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"last": self.last}


class CycleUpdateView(CycleFormMixin, DraftFormMixin, RecordUpdateMixin, EditableObjectMixin, UpdateView):
    def form_valid(self, form):
        response = super().form_valid(form)
        if {"due_on", "time_zone"} & set(form.changed_data):
            # They name a day that holds no more; the next run reminds of the new one.
            reminders.call_back(self.object)
        messages.success(self.request, _("The cycle is saved."))
        return response

    def get_context_data(self, **kwargs):
        more = {
            "joined": cycle_planning.joined_meanwhile(self.object),
            "left": cycle_planning.left_meanwhile(self.object),
        }
        return super().get_context_data(**kwargs) | more
