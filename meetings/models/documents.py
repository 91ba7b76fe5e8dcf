"""Papers of a meeting: a link to where their publisher keeps them, or a file that the portal keeps."""

from pathlib import PurePosixPath

from django.conf import settings
from django.db import models, transaction
from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import languages
from core.locks import wait_for_turn
from core.models import File, TranslatedModel
from core.querysets import TranslatedQuerySet
from entities.models import Entity
from entities.roles import focal_ids, is_member, is_secretariat
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting, MeetingState
from strategy import evidence_kinds

# Entities give papers for their items from the announcement until the meeting is closed.
PAPER_STATES = (MeetingState.SCHEDULED, MeetingState.IN_PROGRESS)


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
        """The secretariat; until the meeting is closed a focal point what the entity gave, as long as it is for
        members."""
        if is_secretariat(user):
            return self
        return self.visible_to(user).filter(
            entity__in=focal_ids(user), level=DocumentLevel.MEMBERS, meeting__state__in=PAPER_STATES
        )

    def add_files(self, meeting, files):
        """A paper for each file that none has yet, named after it and for members only until somebody says more."""
        held = set(self.filter(file__in=files).values_list("file", flat=True))
        for file in (file for file in files if file.pk not in held):
            title = {languages.column("title", meeting.original_language): PurePosixPath(file.name).stem}
            self.create(
                meeting=meeting,
                file=file,
                original_language=meeting.original_language,
                language=meeting.original_language,
                **title,
            )


class MeetingDocument(TranslatedModel):
    """Cited by the symbol of the meeting and its serial number: SSTC/2026/3/4 Rev.1 (fr).

    The serial number is given once and never again in a meeting; the number of the item is no part of the symbol,
    because the order of the agenda changes. The same paper in another language has the same serial number.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="documents", verbose_name=_("meeting"))
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("agenda item"),
    )
    serial = models.PositiveSmallIntegerField(_("number among the papers"), editable=False)
    # Who gave it, where that is not the secretariat.
    entity = models.ForeignKey(
        Entity,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="given_papers",
        verbose_name=_("given by"),
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
    # Goes up when another file takes the place of the first; papers are cited with it: Rev.1.
    revision = models.PositiveSmallIntegerField(_("revision"), default=0, editable=False)
    level = models.CharField(_("who may see it"), max_length=12, choices=DocumentLevel, default=DocumentLevel.MEMBERS)

    objects = MeetingDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "item__number", "serial", "pk"]
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(
                condition=(Q(file=None) & ~Q(url="")) | Q(file__isnull=False, url=""),
                name="document_is_link_or_file",
                violation_error_message=_("Give the address of the document or its file: one of the two."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "serial", "language"],
                name="document_once_in_a_language",
                violation_error_message=_("This paper is there in this language already."),
            ),
        ]

    def __str__(self):
        return languages.text_of(self, "title")

    @transaction.atomic
    def save(self, *args, **kwargs):
        if self._state.adding and not self.serial:
            self.serial = self._next_serial()
        super().save(*args, **kwargs)

    def _next_serial(self):
        """The history remembers the numbers of papers that were taken away: nobody shall cite one and find another."""
        wait_for_turn(f"papers of meeting {self.meeting_id}")
        known = (type(self)._base_manager, type(self).pgh_event_model.objects)
        highest = [
            rows.filter(meeting=self.meeting_id).aggregate(highest=Max("serial"))["highest"] or 0 for rows in known
        ]
        return max(highest) + 1

    def get_absolute_url(self):
        return f"{self.meeting.get_absolute_url()}#documents"

    @property
    def is_evidence(self):
        """Does an action point or an answer of a report stand on it? Then it cannot be removed."""
        return self.evidence_for.exists() or evidence_kinds.standing_on([self]).exists()

    @property
    def document_language(self):
        return languages.BY_CODE[self.language]

    @property
    def symbol(self):
        """Of all its languages and revisions."""
        return f"{self.meeting.symbol or self.meeting.slug}/{self.serial}"

    @property
    def citation(self):
        return self.cite(self.revision)

    def cite(self, revision):
        """Symbols read the same in all languages."""
        number = f" Rev.{revision}" if revision else ""
        return f"{self.symbol}{number} ({self.document_language.html})"

    def get_citation_url(self):
        """Leads to the newest revision, whatever became of the file."""
        return reverse("meetings:document", args=[self.meeting.slug, self.serial, self.language])

    def get_edit_url(self):
        """For the people of the entity that gave it; the secretariat has one page for all papers of a meeting."""
        return reverse("meetings:own_paper_edit", args=[self.pk])

    @property
    def address(self):
        """Where it is read: elsewhere, or here."""
        return self.url or self.file.get_absolute_url()

    def address_of(self, revision):
        """Where this revision is read; None where there was none."""
        if revision == self.revision:
            return self.address
        earlier = self.earlier_files.filter(revision=revision).select_related("file").first()
        return earlier and earlier.file.get_absolute_url()


class EarlierFileQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(document__in=MeetingDocument.objects.visible_to(user))

    def editable_by(self, user):
        return self.none()


class EarlierFile(models.Model):
    """The file that a paper had before its present revision: what was once before a meeting stays readable."""

    document = models.ForeignKey(
        MeetingDocument, on_delete=models.CASCADE, related_name="earlier_files", verbose_name=_("document")
    )
    revision = models.PositiveSmallIntegerField(_("revision"))
    file = models.OneToOneField(File, on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    replaced_at = models.DateTimeField(_("replaced at"), auto_now_add=True)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, verbose_name=_("replaced by")
    )

    objects = EarlierFileQuerySet.as_manager()

    class Meta:
        ordering = ["document", "-revision"]
        verbose_name = _("earlier file")
        verbose_name_plural = _("earlier files")
        constraints = [models.UniqueConstraint(fields=["document", "revision"], name="earlier_file_once")]

    def __str__(self):
        return f"{self.file} ({self.revision})"

    def get_absolute_url(self):
        return self.file.get_absolute_url()

    @property
    def citation(self):
        return self.document.cite(self.revision)

    def get_citation_url(self):
        document = self.document
        where = [document.meeting.slug, document.serial, document.language, self.revision]
        return reverse("meetings:document_revision", args=where)
