"""All papers of a meeting in one archive, as one person could see them when it was made."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import languages
from core.models import File
from entities.roles import is_member, is_secretariat
from meetings.models.documents import DocumentLevel
from meetings.models.meeting import Meeting

KEPT = timedelta(days=7)


class PaperBundleQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own, while one still may see the meeting and papers of the level that it holds."""
        if not user.is_authenticated:
            return self.none()
        mine = self.filter(by=user, meeting__in=Meeting.objects.visible_to(user))
        if is_secretariat(user):
            return mine
        levels = [DocumentLevel.PUBLIC, *([DocumentLevel.MEMBERS] if is_member(user) else [])]
        return mine.filter(level__in=levels)

    def editable_by(self, user):
        return self.none()

    def old(self, now):
        return self.filter(made_at__lt=now - KEPT)


class PaperBundle(models.Model):
    """Made by a background job (meetings/papers/bundle.py), forgotten after KEPT."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+", verbose_name=_("meeting"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("made for")
    )
    language = models.CharField(_("language"), max_length=10, choices=languages.choices)
    level = models.CharField(_("highest level of its papers"), max_length=12, choices=DocumentLevel)
    file = models.OneToOneField(File, on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    made_at = models.DateTimeField(_("made"), auto_now_add=True, db_index=True)

    objects = PaperBundleQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("archive of papers")
        verbose_name_plural = _("archives of papers")

    def __str__(self):
        return self.file.name

    def get_absolute_url(self):
        return self.file.get_absolute_url()
