"""Papers of a meeting: a link to where their publisher keeps them, or a file that the portal keeps."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core import languages
from core.models import File, TranslatedModel
from core.querysets import TranslatedQuerySet
from entities.roles import is_member, is_secretariat
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting


class DocumentLevel(models.TextChoices):
    PUBLIC = "public", _("Public")
    MEMBERS = "members", _("Members only")
    SECRETARIAT = "secretariat", _("Secretariat only")


class MeetingDocumentQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """By its level, and never more widely than the meeting and the item it belongs to."""
        visible = self.filter(meeting__in=Meeting.objects.visible_to(user))
        if is_secretariat(user):
            return visible
        if is_member(user):
            return visible.exclude(level=DocumentLevel.SECRETARIAT)
        return visible.filter(level=DocumentLevel.PUBLIC).exclude(item__is_members_only=True)

    def editable_by(self, user):
        return self if is_secretariat(user) else self.none()


class MeetingDocument(TranslatedModel):
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="documents", verbose_name=_("meeting"))
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("agenda item"),
    )
    title = models.CharField(_("title"), max_length=250, blank=True, default="")
    language = models.CharField(
        _("language of the document"), max_length=10, choices=languages.choices, default=languages.DEFAULT
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    # The file is the paper: it goes only after the paper does.
    file = models.OneToOneField(
        File, on_delete=models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("file")
    )
    level = models.CharField(_("who may see it"), max_length=12, choices=DocumentLevel, default=DocumentLevel.MEMBERS)

    objects = MeetingDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "item__number", "pk"]
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(
                condition=(Q(file=None) & ~Q(url="")) | Q(file__isnull=False, url=""),
                name="document_is_link_or_file",
                violation_error_message=_("Give the address of the document or its file: one of the two."),
            ),
        ]

    def __str__(self):
        return languages.text_of(self, "title")

    def get_absolute_url(self):
        return f"{self.meeting.get_absolute_url()}#documents"

    @property
    def document_language(self):
        return languages.BY_CODE[self.language]
