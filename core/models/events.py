"""The append-only log of changes of state."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TransitionEventQuerySet(models.QuerySet):
    def of(self, record):
        content_type = ContentType.objects.get_for_model(record)
        return self.filter(content_type=content_type, object_id=record.pk).select_related("by")


class TransitionEvent(models.Model):
    """Who moved which record from which state to which, when and why.

    Rows are written by core.workflow only. The database refuses to change or delete one.
    """

    workflow = models.CharField(_("workflow"), max_length=40)
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("content_type", "object_id")
    event = models.CharField(_("event"), max_length=40)
    from_state = models.CharField(pgettext_lazy("state", "from"), max_length=40)
    to_state = models.CharField(pgettext_lazy("state", "to"), max_length=40)
    reason = models.TextField(_("reason"), blank=True)
    # The log must outlive everything: a person with events cannot be deleted, only closed.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    objects = TransitionEventQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["content_type", "object_id", "at"], name="transition_record")]
        verbose_name = _("change of state")
        verbose_name_plural = _("changes of state")

    def __str__(self):
        return f"{self.workflow}: {self.from_state} → {self.to_state}"
