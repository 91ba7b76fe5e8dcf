"""What stands on an agenda beside its items: the sections that group them, and who presents each."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import languages
from core.models import TranslatedModel, VersionedModel
from core.querysets import TranslatedQuerySet
from entities.models import Entity
from entities.roles import is_member
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting


class AgendaSectionQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """Members. A visitor reads the title of a section with its items, where one of them is public (agenda.py)."""
        return self.filter(meeting__in=Meeting.objects.visible_to(user)) if is_member(user) else self.none()

    def editable_by(self, user):
        return self.filter(meeting__in=Meeting.objects.agenda_editable_by(user))


class AgendaSection(TranslatedModel):
    """A heading between items. The section goes on to the next heading; numbering of the items runs through.

    It stands before the item `first_number`, even where no item has that number yet. `position` orders headings,
    which may follow each other without an item between them. Both are written by order.py alone.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="sections", verbose_name=_("meeting"))
    title = models.CharField(_("title"), max_length=300, blank=True, default="")
    first_number = models.PositiveSmallIntegerField(_("number of its first item"), default=1, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0, editable=False)

    objects = AgendaSectionQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "first_number", "position", "pk"]
        verbose_name = _("section of the agenda")
        verbose_name_plural = _("sections of the agenda")

    def __str__(self):
        return languages.text_of(self, "title")

    def get_absolute_url(self):
        return f"{self.meeting.get_absolute_url()}#agenda"


class PresenterQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(item__in=AgendaItem.objects.visible_to(user))

    def editable_by(self, user):
        return self.filter(item__in=AgendaItem.objects.editable_by(user))


class Presenter(VersionedModel):
    """Who presents an item: an entity, a person, or a person for an entity."""

    item = models.ForeignKey(
        AgendaItem, on_delete=models.CASCADE, related_name="presenters", verbose_name=_("agenda item")
    )
    entity = models.ForeignKey(
        Entity, on_delete=models.PROTECT, null=True, blank=True, related_name="presented", verbose_name=_("entity")
    )
    person_name = models.CharField(pgettext_lazy("of a person", "name"), max_length=150, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = PresenterQuerySet.as_manager()

    class Meta:
        ordering = ["item", "position", "pk"]
        verbose_name = _("presenter")
        verbose_name_plural = _("presenters")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(entity__isnull=False) | ~models.Q(person_name=""),
                name="presenter_is_somebody",
                violation_error_message=_("Name an entity or a person."),
            )
        ]

    def __str__(self):
        return self.in_words()

    def in_words(self, code=None):
        acronym = languages.shown(self.entity, "acronym", code)[0] if self.entity else ""
        return ", ".join(filter(None, [self.person_name, acronym]))
