"""More time: an entity asks, the secretariat answers or gives it unasked; the list of a cycle."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, DetailView, UpdateView

from core.access import EditableObjectMixin, VisibleObjectMixin, ensure, visible_or_404
from core.drafts.views import DraftFormMixin
from core.locks import wait_for_turn
from core.models import TransitionEvent
from core.saving.page import RecordUpdateMixin
from core.views import TransitionView
from core.workflow import TransitionRefused
from entities.models import Entity
from entities.roles import is_secretariat, represents
from strategy.extension_forms import AskForm, GrantForm
from strategy.extension_workflow import EXTENSION, ask, give
from strategy.models import Cycle, Extension, ExtensionState
from strategy.models.extensions import deadline_of, latest_day, may_ask, may_give


class NewExtensionView(DraftFormMixin, CreateView):
    """For one entity of a cycle. A request that waits for its answer is shown instead of a second form."""

    is_new = True
    model = Extension
    template_name = "strategy/extension_form.html"

    def dispatch(self, request, *args, **kwargs):
        # What one does not see, 404, comes before what one may not do.
        ensure(self.is_permitted(self.entity))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        waiting = self.waiting()
        return redirect(self.address_of(waiting)) if waiting else super().get(request, *args, **kwargs)

    def waiting(self):
        return Extension.objects.waiting().filter(cycle=self.cycle, entity=self.entity).first()

    @cached_property
    def cycle(self):
        return visible_or_404(Cycle.objects.all(), self.request.user, slug=self.kwargs["slug"])

    @cached_property
    def entity(self):
        """Its own people and the secretariat know that it has a form; for others it has none."""
        entity = get_object_or_404(Entity.objects.filter(cycles=self.cycle), slug=self.kwargs["entity"])
        if not (is_secretariat(self.request.user) or represents(self.request.user, entity.pk)):
            raise Http404
        return entity

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Extension(cycle=self.cycle, entity=self.entity)}

    def form_valid(self, form):
        wait_for_turn(f"extension of {self.cycle.pk}")
        if self.waiting():
            form.add_error(None, _("More time is asked for already."))
            return self.form_invalid(form)
        return self.keep(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | around(self.cycle, self.entity)


def around(cycle, entity):
    """What the page shows beside the form."""
    return {
        "cycle": cycle,
        "entity": entity,
        "deadline": deadline_of(cycle, entity),
        "latest": latest_day(cycle),
    }


class AskView(NewExtensionView):
    what = gettext_lazy("Request for more time")
    form_class = AskForm

    def is_permitted(self, entity):
        return may_ask(self.cycle, entity, self.request.user)

    def address_of(self, waiting):
        return waiting.get_absolute_url()

    def keep(self, form):
        ask(form.instance, self.request.user)
        messages.success(self.request, _("The secretariat is asked for more time. You are told what it answers."))
        return redirect(form.instance)


class GiveView(NewExtensionView):
    """By the secretariat, without being asked."""

    what = gettext_lazy("More time for an entity")
    form_class = GrantForm

    def is_permitted(self, entity):
        return may_give(self.cycle, self.request.user)

    def address_of(self, waiting):
        return waiting.get_transition_url("grant")

    def keep(self, form):
        extension = give(form.instance, self.request.user)
        messages.success(self.request, EXTENSION["grant"].done)
        return redirect(extension.cycle)


class GrantView(RecordUpdateMixin, EditableObjectMixin, UpdateView):
    """Answers a request, with the day that was asked for or another."""

    model = Extension
    form_class = GrantForm
    template_name = "strategy/extension_form.html"

    def get_object(self, queryset=None):
        extension = super().get_object(queryset)
        ensure(may_give(extension.cycle, self.request.user))
        return extension

    @transaction.atomic
    def form_valid(self, form):
        form.save()
        try:
            extension = EXTENSION.perform(form.instance, "grant", by=self.request.user)
        except TransitionRefused as refusal:
            transaction.set_rollback(True)
            form.add_error("until", " ".join(refusal.reasons))
            return self.form_invalid(form)
        messages.success(self.request, EXTENSION["grant"].done)
        return redirect(extension)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | around(self.object.cycle, self.object.entity)


class ExtensionDetailView(VisibleObjectMixin, DetailView):
    model = Extension
    context_object_name = "extension"

    def get_queryset(self):
        return super().get_queryset().select_related("cycle", "entity", "asked_by", "answered_by")

    def get_context_data(self, **kwargs):
        events = TransitionEvent.objects.of(self.object).select_related("by").order_by("-at", "-pk")
        actions = EXTENSION.actions_for(self.object, self.request.user)
        return super().get_context_data(**kwargs) | {"events": events, "actions": actions}


class ExtensionTransitionView(TransitionView):
    workflow = EXTENSION


def extension_list(request, slug):
    """Of a cycle: all for the secretariat, their own for an entity's people."""
    user = request.user
    cycle = visible_or_404(Cycle.objects.all(), user, slug=slug)
    extensions = Extension.objects.visible_to(user).filter(cycle=cycle).select_related("entity", "asked_by")
    context = {
        "cycle": cycle,
        "groups": grouped(extensions),
        "may_give": may_give(cycle, user),
        "own": [entity for entity in own_entities(cycle, user) if may_ask(cycle, entity, user)],
    }
    return render(request, "strategy/extension_list.html", context)


def grouped(extensions):
    """[(label, extensions)] without the empty ones."""
    groups = {_("Waiting for an answer"): [], _("Granted"): [], _("Over"): []}
    waiting, granted, over = groups.values()
    for extension in extensions:
        is_waiting = extension.state == ExtensionState.REQUESTED
        kind = waiting if is_waiting else granted if extension.state == ExtensionState.GRANTED else over
        kind.append(extension)
    return [(label, rows) for label, rows in groups.items() if rows]


def own_entities(cycle, user):
    return cycle.entities.represented_by(user).order_by("code")
