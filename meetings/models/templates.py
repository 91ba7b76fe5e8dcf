"""Templates: an agenda and settings from which the secretariat starts a new meeting."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import languages
from core.models import TranslatedModel
from core.querysets import TranslatedQuerySet
from entities.roles import is_secretariat
from meetings.models.agenda import ItemKind
from meetings.models.plan import Plan


class MeetingTemplateQuerySet(TranslatedQuerySet):
    """A tool of the secretariat: nobody else sees it."""

    def visible_to(self, user):
        return self if is_secretariat(user) else self.none()

    def editable_by(self, user):
        return self.visible_to(user)


class MeetingTemplate(Plan):
    """Its title is the title that the meeting starts with."""

    is_demo = models.BooleanField(_("demo"), default=False)

    objects = MeetingTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("template of meetings")
        verbose_name_plural = _("templates of meetings")
        constraints = [*Plan.Meta.constraints]

    def get_absolute_url(self):
        return reverse("meetings:template_edit", args=[self.pk])

    def get_edit_url(self):
        return self.get_absolute_url()


class TemplateItemQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        return self if is_secretariat(user) else self.none()

    def editable_by(self, user):
        return self.visible_to(user)


class TemplateItem(TranslatedModel):
    """The number gives the order; in the meeting the items are numbered from 1."""

    template = models.ForeignKey(
        MeetingTemplate, on_delete=models.CASCADE, related_name="items", verbose_name=_("template")
    )
    number = models.PositiveSmallIntegerField(_("number"), validators=[MinValueValidator(1), MaxValueValidator(99)])
    kind = models.CharField(_("kind"), max_length=20, choices=ItemKind, default=ItemKind.OTHER)
    # Begins a section of the agenda.
    heading = models.CharField(_("heading before this item"), max_length=300, blank=True, default="")
    title = models.CharField(_("title"), max_length=300, blank=True, default="")
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    is_members_only = models.BooleanField(
        _("for members only"), default=False, help_text=_("Visitors see its number, not its title.")
    )
    is_for_decision = models.BooleanField(
        _("for decision"), default=False, help_text=_("The meeting cannot be closed before its decision is written.")
    )

    objects = TemplateItemQuerySet.as_manager()

    class Meta:
        ordering = ["template", "number", "pk"]
        verbose_name = _("item of a template")
        verbose_name_plural = _("items of a template")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minutes=None) | models.Q(minutes__gte=1),
                name="template_item_lasts",
                violation_error_message=_("An item lasts at least one minute."),
            ),
        ]

    def __str__(self):
        return f"{self.number}. {languages.text_of(self, 'title')}"
