"""What people are told: on the site, and by mail as they choose."""

from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.outbox.delivery import When

KEPT = timedelta(days=90)


class NotificationQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person)

    def unread(self):
        return self.filter(read_at=None)

    def waiting(self):
        """For a mail that has not been written yet."""
        return self.filter(due_at__isnull=False)

    def old(self, now):
        """Read so long ago that nobody comes back to them."""
        return self.filter(read_at__lt=now - KEPT)

    def mark_read(self):
        """What was read on the site is not mailed any more."""
        return self.unread().update(read_at=timezone.now(), due_at=None)


class Notification(models.Model):
    """One event told to one person. The same event is told once, however often it is announced.

    Holds no sentence and no title: the words are made when they are shown, in the language of the reader and
    with the rights that the reader has then (core.outbox.words).
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications", verbose_name=_("person")
    )
    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("event"), max_length=100)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("content_type", "object_id")
    params = models.JSONField(_("details"), default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    created_at = models.DateTimeField(_("at"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True)
    # Empty where no mail is to be written: not wanted, written already, or read on the site before.
    due_at = models.DateTimeField(_("mail due"), null=True)
    mail = models.ForeignKey(
        "core.Mail", on_delete=models.SET_NULL, null=True, related_name="notifications", verbose_name=_("mail")
    )

    objects = NotificationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        indexes = [
            models.Index(fields=["person", "-created_at", "-id"], name="notification_list"),
            models.Index(fields=["person"], name="notification_unread", condition=Q(read_at=None)),
            models.Index(fields=["due_at"], name="notification_due", condition=Q(due_at__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="notification_once"),
            models.CheckConstraint(
                condition=Q(due_at=None) | Q(mail=None, read_at=None), name="notification_due_is_neither_sent_nor_read"
            ),
        ]

    def __str__(self):
        return f"{self.key} → {self.person}"


class NotificationChoice(models.Model):
    """When a person is mailed about a kind of event, where it is not the usual (core.outbox.notifications)."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="notification_choices",
        verbose_name=_("person"),
    )
    kind = models.CharField(_("kind"), max_length=20)
    when = models.CharField(_("mail"), max_length=10, choices=When)

    class Meta:
        ordering = ["person", "kind"]
        verbose_name = _("choice of mails")
        verbose_name_plural = _("choices of mails")
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="notification_choice_once")]

    def __str__(self):
        return f"{self.kind}: {self.get_when_display()}"
