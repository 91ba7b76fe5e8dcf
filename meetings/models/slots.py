"""Where a meeting was before it was moved: whoever comes at the old hour finds where it went."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import dates
from meetings.models.meeting import Meeting

SLOT = ("date", "start_time", "end_time", "time_zone")


class EarlierSlotQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(meeting__in=Meeting.objects.visible_to(user))

    def editable_by(self, user):
        return self.none()


class EarlierSlot(models.Model):
    """Day and hours that an announced meeting had, written by moving.py when it moves and never changed."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="earlier_slots", verbose_name=_("meeting")
    )
    date = models.DateField(_("date"))
    start_time = models.TimeField(_("from"), null=True, blank=True)
    end_time = models.TimeField(_("to"), null=True, blank=True)
    time_zone = models.CharField(_("city whose time is meant"), max_length=60, blank=True)
    moved_at = models.DateTimeField(_("moved at"), auto_now_add=True)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("moved by")
    )
    reason = models.TextField(_("reason"))

    objects = EarlierSlotQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "pk"]
        indexes = [models.Index(fields=["date"], name="earlier_slot_date")]
        verbose_name = _("earlier slot")
        verbose_name_plural = _("earlier slots")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="moved_with_reason",
                violation_error_message=_("Say why the meeting is moved."),
            ),
        ]

    def __str__(self):
        return dates.day(self.date)

    @property
    def has_hours(self):
        return self.start_time is not None
