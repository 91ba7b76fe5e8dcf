"""While a meeting runs: which item is before it, since when, and how long each item took."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.models import VersionedModel
from entities.roles import is_member, is_secretariat
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import RECORDING_STATES, Meeting


class ItemTurnQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Members of the Mechanism, with the items that they see."""
        return self.filter(item__in=AgendaItem.objects.visible_to(user)) if is_member(user) else self.none()

    def editable_by(self, user):
        return self.filter(meeting__state__in=RECORDING_STATES) if is_secretariat(user) else self.none()

    def running(self):
        return self.filter(ended_at=None)


class ItemTurn(VersionedModel):
    """One stretch of time in which an item was before the meeting. An item that is taken up again has several.

    The turn without an end is the one that runs; a meeting has at most one. See meetings/live.py.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="turns", verbose_name=_("meeting"))
    # Time alone does not keep an item: one that nobody spoke on may be removed with it.
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="turns", verbose_name=_("agenda item"))
    began_at = models.DateTimeField(_("began"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, verbose_name=_("called by")
    )

    objects = ItemTurnQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "began_at", "pk"]
        verbose_name = _("time on an item")
        verbose_name_plural = _("times on items")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(ended_at=None),
                name="item_turn_one_runs",
                violation_error_message=_("Another item is before the meeting already."),
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("began_at")),
                name="item_turn_ends_after_start",
                violation_error_message=_("It cannot end before it begins."),
            ),
        ]

    def __str__(self):
        return f"{self.item}, {self.began_at:%H:%M}"

    def clean(self):
        super().clean()
        if self.item_id and self.meeting_id and self.item.meeting_id != self.meeting_id:
            raise ValidationError({"item": gettext("Choose an item of this meeting.")})

    def get_absolute_url(self):
        return self.item.get_absolute_url()
