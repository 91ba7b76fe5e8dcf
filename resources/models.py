"""The library: e-modules, webinars, guidance and publications for country teams, regions and entities."""

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from core import languages
from core.dates import partial
from core.locks import wait_for_turn
from core.models import File, Goal, Theme, TranslatedModel
from core.partial_dates import Precision
from core.querysets import TranslatedQuerySet
from core.workflow import state_field
from entities.models import Entity
from entities.roles import focal_ids, is_member, is_secretariat, represented_ids
from initiatives.models import Initiative

# A resource may exist in languages in which the portal is not.
OTHER_LANGUAGES = ("pt",)


class State(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")


class Kind(models.TextChoices):
    E_MODULE = "e_module", _("E-module")
    WEBINAR = "webinar", _("Webinar")
    GUIDANCE = "guidance", _("Guidance")
    PUBLICATION = "publication", _("Publication")
    REPORT = "report", _("Report")
    PLATFORM = "platform", _("Platform")


def language_name(code):
    """Each language under its own name."""
    if code in languages.BY_CODE:
        return languages.BY_CODE[code].name
    return get_language_info(code)["name_local"].capitalize()


def language_choices():
    return [(code, language_name(code)) for code in [*languages.CODES, *OTHER_LANGUAGES]]


class ResourceQuerySet(TranslatedQuerySet):
    def published(self):
        return self.filter(state=State.PUBLISHED)

    def visible_to(self, user):
        """Public ones once published; members' ones for people of the Mechanism; drafts for the publisher's people."""
        if is_secretariat(user):
            return self
        visible = Q(state=State.PUBLISHED, is_public=True)
        if is_member(user):
            visible |= Q(state=State.PUBLISHED) | Q(publisher__in=represented_ids(user))
        return self.filter(visible)

    def editable_by(self, user):
        """The secretariat; focal points as long as their own entity's resource is a draft."""
        if is_secretariat(user):
            return self
        return self.filter(state=State.DRAFT, publisher__in=focal_ids(user))

    def newest(self):
        """The latest publication first; those without a date last."""
        return self.order_by(models.F("published_on").desc(nulls_last=True), "code")

    def next_code(self):
        """RES-001, RES-002, ..."""
        wait_for_turn("resources.code")
        taken = [int(code.removeprefix("RES-")) for code in self.values_list("code", flat=True)]
        return f"RES-{max(taken, default=0) + 1:03d}"


def can_create(user):
    return is_secretariat(user) or bool(focal_ids(user))


class Resource(TranslatedModel):
    """Something to learn from. Most are kept elsewhere: the portal describes them and leads to them."""

    code = models.CharField(_("code"), max_length=12, unique=True, editable=False)
    slug = models.SlugField(_("address"), max_length=120, unique=True, editable=False)
    state = state_field(State, State.DRAFT)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    title = models.CharField(_("title"), max_length=250, blank=True, default="")
    description = models.TextField(_("description"), blank=True, default="")
    audience = models.CharField(
        _("audience"), max_length=250, blank=True, default="", help_text=_("For whom it was made.")
    )
    # A publisher is part of what a resource is: an entity with resources stays.
    publisher = models.ForeignKey(
        Entity,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="resources",
        verbose_name=_("publisher"),
        help_text=_("The entity that publishes it and keeps this record."),
    )
    publisher_name = models.CharField(
        _("other publisher"),
        max_length=250,
        blank=True,
        default="",
        help_text=_("A publisher that is not an entity of this directory, or the unit inside the entity."),
    )
    partners = models.ManyToManyField(
        Entity, blank=True, related_name="partner_resources", verbose_name=_("partner entities")
    )
    published_on = models.DateField(_("date of publication"), null=True, blank=True)
    published_precision = models.CharField(
        _("precision of the date"), max_length=5, choices=Precision, default=Precision.DAY
    )
    symbol = models.CharField(
        _("document symbol"), max_length=60, blank=True, help_text=_("Of a United Nations document: A/79/230.")
    )
    url = models.URLField(_("link"), max_length=500, blank=True)
    file = models.OneToOneField(
        File,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("file"),
        help_text=_("Where the publisher has no page for it."),
    )
    languages = ArrayField(
        models.CharField(max_length=10),
        verbose_name=_("languages"),
        default=list,
        blank=True,
        help_text=_("Languages in which the resource itself exists."),
    )
    goals = models.ManyToManyField(Goal, blank=True, related_name="resources", verbose_name=_("Goals"))
    themes = models.ManyToManyField(Theme, blank=True, related_name="resources", verbose_name=_("themes"))
    # The initiative that made the resource; both are part of the record of what was done.
    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="resources",
        verbose_name=_("initiative"),
        help_text=_("The initiative that the resource comes from."),
    )
    source = models.CharField(
        _("source"), max_length=500, blank=True, help_text=_("Where the facts of this record come from.")
    )
    is_public = models.BooleanField(
        _("public"), default=True, help_text=_("Otherwise only people of the Mechanism see it once it is published.")
    )
    is_demo = models.BooleanField(_("demo"), default=False, editable=False)

    objects = ResourceQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("resource")
        verbose_name_plural = _("resources")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED)
                | ~Q(url="")
                | Q(file__isnull=False)
                | ~Q(symbol="")
                | ~Q(source=""),
                name="resource_published_can_be_found",
                violation_error_message=_("A published resource needs a link, a file, a document symbol or a source."),
            ),
        ]

    def __str__(self):
        return languages.text_of(self, "title") or self.code

    @transaction.atomic
    def save(self, *args, **kwargs):
        if not self.code:
            self.code = type(self).objects.next_code()
        if not self.slug:
            title = getattr(self, languages.column("title", self.original_language)) or self.title_en or ""
            number = int(self.code.removeprefix("RES-"))
            # Titles in other scripts leave nothing: their address is the code alone.
            self.slug = f"{slugify(title)[:80].strip('-')}-{number}".strip("-") if slugify(title) else self.code.lower()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("resources:resource_detail", args=[self.slug])

    def get_edit_url(self):
        return reverse("resources:resource_edit", args=[self.slug])

    def get_transition_url(self, event):
        return reverse("resources:resource_transition", args=[self.slug, event])

    @property
    def published_date(self):
        """The date as precisely as it is known."""
        return partial(self.published_on, self.published_precision)

    @property
    def original(self):
        return languages.BY_CODE[self.original_language]

    @property
    def language_names(self):
        return [language_name(code) for code in self.languages]

    def missing_to_publish(self):
        """What stands in the way of publication, in words."""
        missing = []
        if not self.languages_with("title"):
            missing.append(_("The title is missing."))
        if not self.languages_with("description"):
            missing.append(_("The description is missing."))
        if not (self.url or self.file_id or self.symbol or self.source):
            missing.append(_("Say where it can be found: a link, a file, a document symbol or a source."))
        if not self.publisher_id and not self.languages_with("publisher_name"):
            missing.append(_("The publisher is missing."))
        return missing
