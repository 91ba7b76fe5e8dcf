"""More time for one entity in one cycle: asked for with a reason, granted or declined by the secretariat."""

import datetime

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core import dates
from core.models import VersionedModel
from core.workflow import state_field
from entities.models import Entity
from entities.roles import is_focal, is_secretariat, represented_ids
from strategy.models.cycles import Cycle
from strategy.models.deadlines import RUNNING_STATES, Deadline

# Later than so long after the closing day the answers come too late for what is published of the cycle.
LONGEST_AFTER_CLOSING = datetime.timedelta(days=90)


class ExtensionState(models.TextChoices):
    REQUESTED = "requested", pgettext_lazy("extension", "Asked for")
    GRANTED = "granted", pgettext_lazy("extension", "Granted")
    DECLINED = "declined", pgettext_lazy("extension", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("extension", "Withdrawn")
    ENDED = "ended", pgettext_lazy("extension", "Ended")


class ExtensionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who asks for more time, and why, is between the entity and the secretariat: others see sums only."""
        if is_secretariat(user):
            return self
        return self.filter(entity__in=represented_ids(user))

    def editable_by(self, user):
        """The secretariat answers what waits for it; what was answered is changed by a move."""
        return self.waiting() if is_secretariat(user) else self.none()

    def waiting(self):
        return self.filter(state=ExtensionState.REQUESTED)

    def granted(self):
        return self.filter(state=ExtensionState.GRANTED)

    def days(self):
        """{(cycle id, entity id): last day} of those that hold."""
        return {
            (cycle, entity): until for cycle, entity, until in self.granted().values_list("cycle", "entity", "until")
        }

    def as_column(self):
        """For a query over rows with `cycle` and `entity`: the last day that was granted, or NULL."""
        own = self.granted().filter(cycle=models.OuterRef("cycle"), entity=models.OuterRef("entity"))
        return models.Subquery(own.values("until")[:1])


class Extension(VersionedModel):
    """Days end in the city of the cycle, as its own do. Moves: extension_workflow.py."""

    cycle = models.ForeignKey(
        Cycle, on_delete=models.PROTECT, related_name="extensions", verbose_name=gettext_lazy("cycle")
    )
    entity = models.ForeignKey(
        Entity, on_delete=models.PROTECT, related_name="extensions", verbose_name=gettext_lazy("entity")
    )
    state = state_field(ExtensionState, ExtensionState.REQUESTED)
    asked_until = models.DateField(gettext_lazy("more time until"))
    reason = models.TextField(gettext_lazy("reason"), max_length=2000, blank=True)
    asked_at = models.DateTimeField(gettext_lazy("asked"), default=timezone.now, editable=False)
    # Nobody, where the secretariat gave the time without being asked.
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=gettext_lazy("asked by"),
    )
    until = models.DateField(gettext_lazy("extended until"), null=True, blank=True)
    answer = models.TextField(gettext_lazy("answer of the secretariat"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(gettext_lazy("answered"), null=True, blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=gettext_lazy("answered by"),
    )

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        ordering = ["cycle", "entity__code", "-asked_at", "-pk"]
        verbose_name = gettext_lazy("extension")
        verbose_name_plural = gettext_lazy("extensions")
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "entity"],
                condition=models.Q(state="requested"),
                name="extension_one_waiting",
                violation_error_message=gettext_lazy("More time is asked for already."),
            ),
            models.UniqueConstraint(
                fields=["cycle", "entity"],
                condition=models.Q(state="granted"),
                name="extension_one_granted",
                violation_error_message=gettext_lazy("This entity has more time already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["granted", "ended"]) | models.Q(until__isnull=False),
                name="extension_granted_until_a_day",
                violation_error_message=gettext_lazy("Say until which day the time is extended."),
            ),
            models.CheckConstraint(
                condition=models.Q(asked_by=None) | ~models.Q(reason=""),
                name="extension_asked_with_reason",
                violation_error_message=gettext_lazy("Say why more time is needed."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state="declined") | ~models.Q(answer=""),
                name="extension_declined_with_answer",
                violation_error_message=gettext_lazy("Say why more time is not granted."),
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["requested", "withdrawn"], answered_at=None)
                | models.Q(state__in=["granted", "declined", "ended"], answered_at__isnull=False),
                name="extension_answered_at_a_moment",
            ),
        ]

    def __str__(self):
        return _("{entity}: more time, {cycle}").format(entity=self.entity, cycle=self.cycle)

    def get_absolute_url(self):
        return reverse("strategy:extension_detail", args=[self.pk])

    def get_transition_url(self, event):
        if event == "grant":
            # Asks for the day first.
            return reverse("strategy:extension_grant", args=[self.pk])
        return reverse("strategy:extension_transition", args=[self.pk, event])


def deadline_of(cycle, entity):
    """One query; lists take Extension.objects.days() or Report.objects.with_deadlines()."""
    return Deadline(cycle, Extension.objects.filter(cycle=cycle).days().get((cycle.pk, entity.pk)))


def may_ask(cycle, entity, user):
    """May the person ask for more time: a focal point or alternate, until the cycle closes?"""
    return cycle.state in RUNNING_STATES and not cycle.is_closed and is_focal(user, entity.pk)


def may_give(cycle, user):
    """The secretariat also after the closing, until the results are published."""
    return cycle.state in RUNNING_STATES and is_secretariat(user)


def latest_day(cycle):
    return cycle.closes_on + LONGEST_AFTER_CLOSING


def refusal_of(cycle, day):
    """In words why the time cannot be extended to this day; empty where it can."""
    if day <= cycle.due_on:
        return _("Reports are due on {day} for everybody. Choose a later day.").format(day=dates.day(cycle.due_on))
    if cycle.end_of(day) <= timezone.now():
        return _("That day is over. Choose one that is still to come.")
    if day > latest_day(cycle):
        return _("Choose a day up to {day}.").format(day=dates.day(latest_day(cycle)))
    return ""
