"""Reminding by hand: first whom it reaches and in which language, then the button."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views import View

from core.access import ensure, visible_or_404
from entities.roles import is_secretariat
from strategy import reminders
from strategy.models import Cycle


class RemindView(View):
    """Of all entities that owe something in the cycle; with ?entity=ilo of this one."""

    def dispatch(self, request, *args, **kwargs):
        self.cycle = visible_or_404(Cycle.objects.all(), request.user, slug=kwargs["slug"])
        ensure(is_secretariat(request.user))
        self.entity = self.asked_entity()
        return super().dispatch(request, *args, **kwargs)

    def asked_entity(self):
        slug = self.request.GET.get("entity")
        if not slug:
            return None
        # Not asked of the database, which takes no NUL.
        entity = next((entity for entity in self.cycle.entities.all() if entity.slug == slug), None)
        if entity is None:
            raise Http404
        return entity

    def get(self, request, slug):
        debtors = reminders.debtors_with_last(self.cycle, self.entity)
        reached = [debtor for debtor in debtors if debtor.may_be_reminded]
        context = {
            "cycle": self.cycle,
            "entity": self.entity,
            "debtors": debtors,
            "reached": reached,
            "number_of_people": len({person.pk for debtor in reached for person, _roles in debtor.people}),
            "hours": reminders.HOURS_BETWEEN,
        }
        return render(request, "strategy/cycle_remind.html", context)

    def post(self, request, slug):
        told = reminders.remind_now(self.cycle, request.user, self.entity)
        words = ngettext("{n} entity was reminded.", "{n} entities were reminded.", len(told))
        messages.success(request, words.format(n=len(told)))
        return redirect(self.cycle)
