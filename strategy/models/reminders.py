"""That an entity was reminded of its report: by the portal on a fixed day, or by somebody of the secretariat."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy

from entities.models import Entity
from entities.roles import is_secretariat, represented_ids
from strategy.models.cycles import Cycle


class ReminderQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if is_secretariat(user) else self.filter(entity__in=represented_ids(user))

    def editable_by(self, user):
        return self.none()

    def latest(self):
        """{entity id: moment} of the last reminder of each."""
        return dict(self.order_by().values_list("entity").annotate(models.Max("at")))


class Reminder(models.Model):
    """A line of the log. `days` before `due_on`, where it was the portal that reminded: each step happens once."""

    cycle = models.ForeignKey(
        Cycle, on_delete=models.PROTECT, related_name="reminders", verbose_name=gettext_lazy("cycle")
    )
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+", verbose_name=gettext_lazy("entity"))
    at = models.DateTimeField(gettext_lazy("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=gettext_lazy("by"),
    )
    due_on = models.DateField(gettext_lazy("due on"))
    days = models.SmallIntegerField(gettext_lazy("days before"), null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = gettext_lazy("reminder")
        verbose_name_plural = gettext_lazy("reminders")
        constraints = [
            models.UniqueConstraint(fields=["cycle", "entity", "due_on", "days"], name="reminder_step_once"),
            models.CheckConstraint(
                condition=models.Q(by=None, days__isnull=False) | models.Q(by__isnull=False, days=None),
                name="reminder_by_portal_or_person",
            ),
        ]

    def __str__(self):
        return f"{self.cycle_id}, {self.entity_id}, {self.at}"
