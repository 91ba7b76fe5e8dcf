"""The outbox: every mail that the portal sends, and what became of it."""

import uuid
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import languages

# After each failed try the next one waits longer. When the list is used up, the mail has failed.
WAITS = [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1), timedelta(hours=6)]
KEPT = timedelta(days=90)
# No try lasts this long: what is still being sent then belongs to a worker that died.
LONGEST_TRY = timedelta(minutes=10)


class MailState(models.TextChoices):
    QUEUED = "queued", pgettext_lazy("mail", "Waiting")
    SENDING = "sending", pgettext_lazy("mail", "Being sent")
    SENT = "sent", pgettext_lazy("mail", "Sent")
    FAILED = "failed", pgettext_lazy("mail", "Failed")
    UNCERTAIN = "uncertain", pgettext_lazy("mail", "Not known")


ENDED = (MailState.SENT, MailState.FAILED, MailState.UNCERTAIN)
UNDELIVERED = (MailState.FAILED, MailState.UNCERTAIN)


class MailQuerySet(models.QuerySet):
    def due(self, now):
        return self.filter(state=MailState.QUEUED, due_at__lte=now).order_by("due_at", "pk")

    def lost(self, now):
        """Nobody knows whether the mail server took them: their sender died on the way."""
        return self.filter(state=MailState.SENDING, tried_at__lt=now - LONGEST_TRY)

    def old(self, now):
        """Tried so long ago that nobody asks about them any more, whatever became of them."""
        return self.filter(state__in=ENDED, tried_at__lt=now - KEPT)

    def undelivered(self):
        return self.filter(state__in=UNDELIVERED)


class Mail(models.Model):
    """One mail to one address. It is marked as being sent before the mail server hears of it, so that it goes
    at most once: where its sender dies in between, it is `uncertain` and a person decides."""

    # None: an address that belongs to no account.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="mails", verbose_name=_("person")
    )
    address = models.EmailField(_("address"))
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("HTML"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=languages.choices)
    unsubscribe_url = models.URLField(_("address to unsubscribe"), max_length=500, blank=True)
    # Holds a link that opens an account: nobody reads it here, and it is forgotten once the mail is gone.
    is_secret = models.BooleanField(_("secret"), default=False)
    uid = models.UUIDField(_("number"), default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=MailState, default=MailState.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    last_error = models.CharField(_("last error"), max_length=500, blank=True)
    queued_at = models.DateTimeField(_("queued"), default=timezone.now)
    due_at = models.DateTimeField(_("next try"), default=timezone.now)
    tried_at = models.DateTimeField(_("last try"), null=True)
    sent_at = models.DateTimeField(_("sent"), null=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        ordering = ["-queued_at", "-pk"]
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        indexes = [
            models.Index(fields=["due_at"], name="mail_due", condition=Q(state="queued")),
            models.Index(fields=["state", "-queued_at"], name="mail_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_secret=False) | Q(state__in=["queued", "sending"]) | Q(text="", html=""),
                name="mail_secret_is_forgotten",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | (~Q(state="sent") & Q(sent_at=None)),
                name="mail_sent_has_a_date",
            ),
        ]

    def __str__(self):
        return f"{self.subject} → {self.address}"

    @property
    def message_id(self):
        """The same in every try, so that a mail program can tell a second copy."""
        return f"<{self.uid}@{urlsplit(settings.SITE_URL).hostname}>"

    def headers(self):
        headers = {
            "Message-ID": self.message_id,
            "Content-Language": languages.BY_CODE[self.language].html,
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        }
        if self.unsubscribe_url:
            headers |= {
                "List-Id": f"SSTC Portal <notifications.{urlsplit(settings.SITE_URL).hostname}>",
                "List-Unsubscribe": f"<{self.unsubscribe_url}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            }
        return headers

    def message(self, connection=None):
        message = EmailMultiAlternatives(
            self.subject, self.text, to=[self.address], headers=self.headers(), connection=connection
        )
        if self.html:
            message.attach_alternative(self.html, "text/html")
        return message

    def begin(self):
        self.state, self.tried_at, self.attempts = MailState.SENDING, timezone.now(), self.attempts + 1
        self.save()

    def end(self, state, error=""):
        """`state` is one of ENDED."""
        self.state, self.last_error = state, error[:500]
        self.sent_at = timezone.now() if state == MailState.SENT else None
        if self.is_secret:
            self.text = self.html = ""
        self.save()

    def try_later(self, error):
        if self.attempts > len(WAITS):
            return self.end(MailState.FAILED, error)
        self.state, self.last_error = MailState.QUEUED, error[:500]
        self.due_at = timezone.now() + WAITS[self.attempts - 1]
        self.save()

    @property
    def can_be_sent_again(self):
        return self.state in UNDELIVERED and not self.is_secret

    def send_again(self):
        self.state, self.attempts, self.due_at, self.last_error = MailState.QUEUED, 0, timezone.now(), ""
        self.save()
