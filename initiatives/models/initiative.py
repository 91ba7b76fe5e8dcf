"""An initiative of South-South or triangular cooperation."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast, Substr
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import languages
from core.locks import wait_for_turn
from core.models import Modality, Target, Theme, TransitionEvent, TranslatedModel
from core.partial_dates import Precision, written
from core.querysets import TranslatedQuerySet
from core.workflow import state_field
from entities.models import Entity
from entities.roles import is_focal, is_member, is_secretariat, represented_ids
from initiatives import readiness
from initiatives.choices import (
    EDITED_IN_PLACE,
    IN_CATALOGUE,
    PUBLIC,
    Confidence,
    CooperationType,
    Instrument,
    Marker,
    Method,
    Origin,
    State,
    Status,
)

CODE_PREFIX = "INI-"


class InitiativeQuerySet(TranslatedQuerySet):
    def published(self):
        """The public catalogue: published records and those whose cooperation has ended."""
        return self.filter(state__in=IN_CATALOGUE)

    def visible_to(self, user):
        """Public records for all. Before publication: the lead entity's people, the entities named as partners,
        and the secretariat once the record was submitted."""
        if not user.is_authenticated:
            return self.filter(state__in=PUBLIC)
        visible = Q(state__in=PUBLIC)
        if is_secretariat(user):
            visible |= ~Q(state=State.DRAFT) | Q(created_by=user)
        served = represented_ids(user)
        if served:
            # Subquery, not a join: an initiative with two rows of the partner would come twice.
            named = self.model._base_manager.filter(participations__entity__in=served)
            visible |= Q(lead__in=served) | Q(pk__in=named.values("pk"))
        return self.filter(visible)

    def editable_by(self, user):
        """Drafts in place, published records through a new version; nothing while the secretariat reviews it."""
        editable = self.filter(state__in=(*EDITED_IN_PLACE, *IN_CATALOGUE))
        if is_secretariat(user):
            return editable.filter(Q(state__in=IN_CATALOGUE) | Q(created_by=user) | Q(lead__in=represented_ids(user)))
        return editable.filter(lead__in=represented_ids(user))

    def led_by(self, entity):
        return self.filter(lead=entity)

    def of_entity(self, entity):
        """Where the entity leads or takes part."""
        named = self.model._base_manager.filter(participations__entity=entity)
        return self.filter(Q(lead=entity) | Q(pk__in=named.values("pk")))

    def of_country(self, country):
        named = self.model._base_manager.filter(participations__country=country)
        return self.filter(pk__in=named.values("pk"))


class Initiative(TranslatedModel):
    """Changes of state go through workflow.py. `replaces` is set on a working copy of a published record only."""

    code = models.CharField(_("reference"), max_length=12, editable=False)
    slug = models.SlugField(_("address"), max_length=100, unique=True, blank=True)
    state = state_field(State, State.DRAFT)
    replaces = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, blank=True, editable=False, related_name="new_version"
    )
    title = models.CharField(_("title"), max_length=300, blank=True, default="")
    short_title = models.CharField(
        _("short title"), max_length=120, blank=True, default="", help_text=_("For lists: up to about 60 characters.")
    )
    summary = models.TextField(
        _("summary"), blank=True, default="", help_text=_("Two or three sentences: who shares what with whom.")
    )
    challenge = models.TextField(_("challenge"), blank=True, default="")
    solution = models.TextField(_("what the partners do"), blank=True, default="")
    south_south_element = models.TextField(
        _("South-South element"), blank=True, default="", help_text=_("Who learns what from whom.")
    )
    results = models.TextField(pgettext_lazy("of an initiative", "results"), blank=True, default="")
    innovation = models.TextField(_("innovation"), blank=True, default="")
    sustainability = models.TextField(_("sustainability"), blank=True, default="")
    replicability = models.TextField(_("replicability"), blank=True, default="")
    keywords = models.CharField(
        _("keywords"), max_length=500, blank=True, default="", help_text=_("Separate them with semicolons.")
    )
    lead_note = models.CharField(_("note on the lead entity"), max_length=500, blank=True, default="")
    period_note = models.CharField(_("note on the period"), max_length=500, blank=True, default="")
    status_note = models.CharField(_("note on the status"), max_length=500, blank=True, default="")
    budget_note = models.CharField(_("note on the budget"), max_length=1000, blank=True, default="")
    confidence_note = models.CharField(_("note on the confidence"), max_length=500, blank=True, default="")

    cooperation_type = models.CharField(_("cooperation type"), max_length=30, choices=CooperationType, blank=True)
    type_as_stated = models.CharField(
        _("type as the source states it"), max_length=200, blank=True, help_text=_("In the words of the source.")
    )
    instrument = models.CharField(_("instrument"), max_length=20, choices=Instrument, blank=True)
    method = models.CharField(_("geographic method"), max_length=20, choices=Method, blank=True)
    # The lead entity answers for the record, so neither can vanish under the other.
    lead = models.ForeignKey(
        Entity, on_delete=models.PROTECT, related_name="led_initiatives", verbose_name=_("lead entity")
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="initiatives", verbose_name=_("themes"))
    modalities = models.ManyToManyField(Modality, blank=True, related_name="initiatives", verbose_name=_("modalities"))
    targets = models.ManyToManyField(Target, blank=True, related_name="initiatives", verbose_name=_("SDG targets"))

    # `start` is the first day and `end` the last day of what is known, so that the two can be compared.
    start = models.DateField(_("start"), null=True, blank=True)
    start_precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY, editable=False)
    end = models.DateField(_("end"), null=True, blank=True)
    end_precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY, editable=False)
    status = models.CharField(_("status"), max_length=20, choices=Status, blank=True)
    people_reached = models.PositiveIntegerField(_("people reached"), null=True, blank=True)

    contact = models.EmailField(_("contact mailbox"), blank=True, help_text=_("A mailbox of a unit, not of a person."))
    contact_is_public = models.BooleanField(_("the public may see the contact mailbox"), default=False)
    gender_marker = models.PositiveSmallIntegerField(_("gender equality"), choices=Marker, null=True, blank=True)
    youth_marker = models.PositiveSmallIntegerField(_("youth"), choices=Marker, null=True, blank=True)
    disability_marker = models.PositiveSmallIntegerField(
        _("inclusion of persons with disabilities"), choices=Marker, null=True, blank=True
    )
    climate_marker = models.PositiveSmallIntegerField(_("climate action"), choices=Marker, null=True, blank=True)
    good_practice = models.BooleanField(_("good practice"), default=False)
    nominated_by = models.ForeignKey(
        Entity,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("nominated as a good practice by"),
    )
    origin = models.CharField(_("origin"), max_length=20, choices=Origin, default=Origin.ENTITY)
    confidence = models.CharField(_("confidence"), max_length=1, choices=Confidence, blank=True)
    confirmed_on = models.DateField(_("confirmed by the lead entity on"), null=True, blank=True, editable=False)
    is_demo = models.BooleanField(_("demonstration record"), default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        ordering = ["code", "pk"]
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        indexes = [
            models.Index(fields=[*order], name=name, condition=Q(state__in=IN_CATALOGUE))
            for name, order in {
                "initiative_updated": ("-updated_at", "code"),
                "initiative_start": ("-start", "code"),
            }.items()
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(replaces=None),
                name="initiative_code_once",
                violation_error_message=_("This reference is taken."),
            ),
            models.CheckConstraint(
                condition=Q(start=None) | Q(end=None) | Q(end__gte=models.F("start")),
                name="initiative_ends_after_start",
                violation_error_message=_("The end cannot be before the start."),
            ),
            models.CheckConstraint(
                condition=Q(replaces=None) | Q(state__in=(State.DRAFT, State.SUBMITTED, State.RETURNED)),
                name="initiative_version_is_not_public",
                violation_error_message=_("A working copy is published into its public record, not beside it."),
            ),
        ]

    def __str__(self):
        return languages.text_of(self, "short_title") or languages.text_of(self, "title") or self.code

    def save(self, *args, **kwargs):
        if not self.code:
            self.code = next_code()
        if not self.slug:
            self.slug = free_slug(self)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("initiatives:initiative_detail", args=[self.slug])

    def get_edit_url(self):
        return reverse("initiatives:initiative_edit", args=[self.slug])

    def get_delete_url(self):
        return reverse("initiatives:initiative_delete", args=[self.slug])

    def get_transition_url(self, event):
        return reverse("initiatives:initiative_transition", args=[self.slug, event])

    def missing_to_submit(self):
        return readiness.missing_to_submit(self)

    def can_be_deleted_by(self, user):
        """A draft that was never public, by a focal point of its entity or the officer who began it."""
        if self.state not in EDITED_IN_PLACE or not (
            is_focal(user, self.lead_id) or (is_secretariat(user) and self.created_by_id == user.pk)
        ):
            return False
        return not TransitionEvent.objects.of(self).filter(event="unpublish").exists()

    @property
    def is_public(self):
        return self.state in PUBLIC

    @property
    def is_in_catalogue(self):
        return self.state in IN_CATALOGUE

    @property
    def has_open_version(self):
        """Then the public record waits: what changed in it now would vanish under its new version."""
        return type(self)._base_manager.filter(replaces=self).exists()

    @property
    def start_value(self):
        """The start as a person writes it: 2024, 2024-07 or 2024-07-30."""
        return written(self.start, self.start_precision)

    @property
    def end_value(self):
        return written(self.end, self.end_precision)


def may_create(user):
    """People of any entity, and the secretariat."""
    return is_member(user)


def next_code():
    """INI-044 after INI-043."""
    wait_for_turn("initiatives.code")
    number = Cast(Substr("code", len(CODE_PREFIX) + 1), models.IntegerField())
    numbered = Initiative._base_manager.filter(code__regex=rf"^{CODE_PREFIX}\d+$")
    last = numbered.aggregate(last=models.Max(number))["last"] or 0
    return f"{CODE_PREFIX}{last + 1:03d}"


def free_slug(initiative):
    """From the short title in Latin letters; the reference where there is none."""
    for code in ("en", "fr", "es"):
        text = getattr(initiative, languages.column("short_title", code)) or getattr(
            initiative, languages.column("title", code)
        )
        slug = slugify(text or "")[:80].strip("-")
        if slug:
            break
    else:
        slug = slugify(initiative.code)
    # Addresses of this room that are no initiative.
    taken = slug in RESERVED_SLUGS or Initiative._base_manager.filter(slug=slug).exists()
    return f"{slug}-{initiative.code.lower()}" if taken else slug


RESERVED_SLUGS = {"new", "mine", "import", "map"}
