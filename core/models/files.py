"""Files that people give the portal: papers, guidance, evidence. The record that holds one says who may read it."""

import secrets
from pathlib import PurePosixPath

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.files import owners


class FileState(models.TextChoices):
    UPLOADING = "uploading", pgettext_lazy("file", "On its way")
    COMPLETE = "complete", pgettext_lazy("file", "Complete")
    REFUSED = "refused", pgettext_lazy("file", "Refused")


class TextState(models.TextChoices):
    NONE = "none", pgettext_lazy("text of a file", "Has no text")
    WAITING = "waiting", pgettext_lazy("text of a file", "Waiting")
    READ = "read", pgettext_lazy("text of a file", "Read")
    FAILED = "failed", pgettext_lazy("text of a file", "Could not be read")


class FileQuerySet(models.QuerySet):
    def complete(self):
        return self.filter(state=FileState.COMPLETE)

    def visible_to(self, user):
        """With any record that holds it; before one does, to the person who gave it."""
        visible = Q(pk__in=[])
        for model, field in owners.registered():
            visible |= Q(pk__in=model.objects.visible_to(user).filter(**{f"{field}__isnull": False}).values(field))
        if user.is_authenticated:
            visible |= Q(pk__in=self.model.objects.filter(uploaded_by=user).without_owner().values("pk"))
        return self.filter(visible)

    def without_owner(self):
        for model, field in owners.registered():
            self = self.exclude(pk__in=model.objects.filter(**{f"{field}__isnull": False}).values(field))
        return self


class FileManager(models.Manager.from_queryset(FileQuerySet)):
    """The text of a document may be as long as a book: it is read only where it is asked for."""

    def get_queryset(self):
        return super().get_queryset().defer("text")


def new_token():
    return secrets.token_hex(16)


class File(models.Model):
    """One file and what is known about it. Nobody may change it: another content is another file.

    The content lies in the storage "files" under `stored_as`, a name that says nothing. While the state is
    `uploading` it is a part on disk (core/files/uploads.py), of which `received` bytes are safe.
    """

    # Chance, not a number: an address that was not given cannot be guessed.
    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    name = models.CharField(_("name"), max_length=200, help_text=_("As the person called it, without what could harm."))
    stored_as = models.CharField(_("name in the storage"), max_length=100, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=FileState, default=FileState.UPLOADING)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    received = models.PositiveBigIntegerField(_("received bytes"), default=0)
    type = models.CharField(_("type"), max_length=100, blank=True, help_text=_("What the content is."))
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    refusal = models.CharField(_("why it was refused"), max_length=40, blank=True)
    refusal_details = models.JSONField(default=dict, blank=True, editable=False)
    # The text of a document, for the search.
    text = models.TextField(_("text"), blank=True, editable=False)
    text_state = models.CharField(_("text"), max_length=8, choices=TextState, default=TextState.NONE)
    text_failure = models.CharField(_("why the text could not be read"), max_length=200, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("last change"), auto_now=True)

    objects = FileManager()

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("file")
        verbose_name_plural = _("files")
        indexes = [
            models.Index(fields=["uploaded_by", "uploaded_at"], name="file_person_day"),
            models.Index(fields=["state", "changed_at"], name="file_state_age"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=FileState.COMPLETE) | (~Q(stored_as="") & ~Q(sha256="") & ~Q(type="")),
                name="file_complete_is_known",
            ),
            models.CheckConstraint(condition=Q(received__lte=models.F("size")), name="file_received_within_size"),
            models.CheckConstraint(
                condition=~Q(state=FileState.REFUSED) | ~Q(refusal=""), name="file_refused_says_why"
            ),
            models.UniqueConstraint(fields=["stored_as"], condition=~Q(stored_as=""), name="file_stored_once"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("file", args=[self.token, self.name])

    def get_upload_url(self):
        return reverse("upload", args=[self.token])

    @property
    def extension(self):
        return PurePosixPath(self.name).suffix.lstrip(".").lower()

    @property
    def storage(self):
        return storages["files"]

    def open(self):
        return self.storage.open(self.stored_as, "rb")
