"""Files that somebody wants to import, and what each of their rows would do. core.imports reads and applies them."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import languages
from core.models.files import File
from core.models.jobs import ACTIVE, Job

KEPT = timedelta(days=14)


class ImportState(models.TextChoices):
    READING = "reading", pgettext_lazy("state of an import", "Being read")
    REFUSED = "refused", pgettext_lazy("state of an import", "Not readable")
    PREVIEWED = "previewed", pgettext_lazy("state of an import", "Preview")
    APPLYING = "applying", pgettext_lazy("state of an import", "Being imported")
    APPLIED = "applied", pgettext_lazy("state of an import", "Imported")
    DISCARDED = "discarded", pgettext_lazy("state of an import", "Discarded")
    EXPIRED = "expired", pgettext_lazy("state of an import", "Expired")


AT_WORK = [ImportState.READING, ImportState.APPLYING]
# Whose file is still needed.
UNDER_WAY = [ImportState.READING, ImportState.PREVIEWED, ImportState.APPLYING]


class RowState(models.TextChoices):
    ERROR = "error", pgettext_lazy("row of an import", "Error")
    DUPLICATE = "duplicate", pgettext_lazy("row of an import", "Duplicate")
    WARNING = "warning", pgettext_lazy("row of an import", "Warning")
    NEW = "new", pgettext_lazy("row of an import", "New")
    CHANGE = "change", pgettext_lazy("row of an import", "Change")
    UNCHANGED = "unchanged", pgettext_lazy("row of an import", "Unchanged")


# A warning is said and keeps nothing out.
GOOD = [RowState.NEW, RowState.CHANGE, RowState.WARNING]
LEFT_OUT = [RowState.ERROR, RowState.DUPLICATE]


class ImportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own. A preview shows records as its owner may see them, so it is nobody else's, of whatever role."""
        return self.filter(by=user) if user.is_authenticated else self.none()

    def editable_by(self, user):
        return self.visible_to(user)

    def old(self, now):
        """Those whose preview nobody used in time, and whose rows and file nobody needs any more."""
        return self.filter(made_at__lt=now - KEPT).exclude(state__in=AT_WORK, job__state__in=ACTIVE)


def new_token():
    return secrets.token_hex(16)


class Import(models.Model):
    """One file on its way into records of one kind (core.imports.kinds). Rows are written by core.imports only.

    `language` is that of the person when the file came: numbers are read, and messages written, in it, so that a
    second reading gives the same. `target` says in the kind's own words into which records the rows go.
    """

    # Chance, not a number: an address that was not given cannot be guessed.
    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    kind = models.CharField(_("kind"), max_length=40)
    target = models.JSONField(_("target"), default=dict, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="imports", verbose_name=_("imported by")
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    language = models.CharField(_("language"), max_length=10, choices=languages.choices)
    name = models.CharField(_("name of the file"), max_length=200)
    # Until it is swept: the second reading needs it.
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+", null=True, verbose_name=_("file"))
    state = models.CharField(_("state"), max_length=10, choices=ImportState, default=ImportState.READING)
    problem = models.TextField(_("why it cannot be read"), blank=True)
    counts = models.JSONField(_("rows by state"), default=dict, blank=True)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    outcome = models.JSONField(_("outcome"), default=dict, blank=True)
    applied_at = models.DateTimeField(_("imported at"), null=True, blank=True)
    left_out = models.PositiveIntegerField(_("rows left out"), null=True, blank=True)
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, related_name="+", null=True, verbose_name=_("job"))

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        indexes = [
            models.Index(fields=["by", "-made_at"], name="import_of_person"),
            models.Index(fields=["made_at"], name="import_by_age"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ImportState.APPLIED, applied_at__isnull=False, left_out__isnull=False)
                | (~Q(state=ImportState.APPLIED) & Q(applied_at=None, left_out=None)),
                name="import_applied_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=UNDER_WAY) | Q(file__isnull=False),
                name="import_has_its_file",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("import_detail", args=[self.token])

    @property
    def badge(self):
        """A key of core.badges."""
        return f"import_{self.state}"

    @property
    def is_at_work(self):
        return self.state in AT_WORK

    def number_of(self, states):
        return sum(self.counts.get(state, 0) for state in states)

    @property
    def number_good(self):
        return self.number_of(GOOD)

    @property
    def number_left_out(self):
        return self.number_of(LEFT_OUT)


class ImportRow(models.Model):
    """What one row of the file would do. `values` is [{"label", "before", "after"}] for the reader, `messages` is
    [{"text", "cell", "field", "is_warning"}], and `data` is what the kind applies."""

    preview = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows", verbose_name=_("import"))
    number = models.PositiveIntegerField(_("number"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=RowState)
    title = models.CharField(_("title"), max_length=300, blank=True)
    values = models.JSONField(_("values"), default=list, blank=True, encoder=DjangoJSONEncoder)
    messages = models.JSONField(_("messages"), default=list, blank=True, encoder=DjangoJSONEncoder)
    data = models.JSONField(_("data"), default=dict, blank=True, encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["preview_id", "number"]
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        constraints = [models.UniqueConstraint(fields=["preview", "number"], name="import_row_once")]
        indexes = [models.Index(fields=["preview", "state", "number"], name="import_row_by_state")]

    def __str__(self):
        return self.title or self.place

    @property
    def badge(self):
        return f"row_{self.state}"
