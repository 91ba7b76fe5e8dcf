"""The calendar of a person: an address that calendar programs read without signing in."""

import secrets

from django.conf import settings
from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# The dot stands in no signature, and needs no escape in an address.
signer = signing.Signer(salt="calendar feed", sep=".")


def new_key():
    return secrets.token_urlsafe(16)


class CalendarFeedQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own: the address shows what its person sees."""
        return self.filter(person=user) if user.is_authenticated else self.none()

    def of_token(self, token):
        """The feed with this address; None where the address was changed, revoked or never given, or where the
        account is closed."""
        try:
            key = signer.unsign(token)
        except signing.BadSignature:
            return None
        return self.filter(key=key, person__is_active=True).select_related("person").first()


class CalendarFeed(models.Model):
    """Its address is the key and the signature of the key. The signature is not stored, so a copy of the database
    opens no calendar, and still the person can look the address up again."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed", verbose_name=_("person")
    )
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    last_read_on = models.DateField(_("last read"), null=True, editable=False)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        ordering = ["person", "pk"]
        verbose_name = _("personal calendar")
        verbose_name_plural = _("personal calendars")

    def __str__(self):
        return str(self.person)

    @property
    def address(self):
        return settings.SITE_URL + reverse("calendar_feed", args=[signer.sign(self.key)])

    @property
    def program_address(self):
        """The same for a link: the scheme tells the machine to open it in the calendar program."""
        return f"webcal:{self.address.partition(':')[2]}"

    def renew(self):
        """Another address: whoever has the old one reads nothing any more."""
        self.key, self.made_at, self.last_read_on = new_key(), timezone.now(), None
        self.save()

    def note_reading(self):
        """By the day, so that a program that asks every minute writes nothing most times."""
        today = timezone.now().date()
        if self.last_read_on != today:
            type(self).objects.filter(pk=self.pk, key=self.key).update(last_read_on=today)
