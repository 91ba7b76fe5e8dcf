"""Who takes part in an initiative, and in which role."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core import languages
from core.models import Country, Region, VersionedModel
from core.querysets import TranslatedQuerySet
from entities.models import Entity
from entities.roles import is_secretariat, represented_ids, represents
from initiatives.choices import Answer, OrganizationType, Role, State

PARTIES = ("country", "region", "entity", "organization")


class OrganizationQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """Those that take part in a record which the person sees: a name that only a draft holds is the draft's.
        The secretariat also sees those that take part in nothing."""
        from initiatives.models.initiative import Initiative

        named = Participation.objects.filter(organization__isnull=False)
        visible = Q(pk__in=named.filter(initiative__in=Initiative.objects.visible_to(user)).values("organization"))
        if is_secretariat(user):
            visible |= ~Q(pk__in=named.values("organization"))
        return self.filter(visible)

    def called(self, name):
        """The organization of exactly this name in any of the six languages, whatever the capitals."""
        condition = Q()
        for column in languages.columns("name"):
            condition |= Q(**{f"{column}__iexact": name.strip()})
        return self.filter(condition).order_by("pk").first()


class Organization(VersionedModel):
    """A partner that is no entity of the United Nations system: a ministry, an agency, a university."""

    name = models.CharField(_("name"), max_length=250, blank=True, default="")
    type = models.CharField(_("type"), max_length=20, choices=OrganizationType, default=OrganizationType.OTHER)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")

    def __str__(self):
        return languages.text_of(self, "name")


def _some_group_text():
    condition = Q()
    for column in languages.columns("group_text"):
        condition |= Q(**{f"{column}__isnull": False, f"{column}__gt": ""})
    return condition


def _no_group_text():
    condition = Q()
    for column in languages.columns("group_text"):
        condition &= Q(**{column: ""}) | Q(**{f"{column}__isnull": True})
    return condition


def _only(party):
    return Q(**{f"{name}__isnull": name != party for name in PARTIES})


def one_party():
    """Exactly one of country, region, entity, organization and group text."""
    condition = _only(None) & _some_group_text()
    for party in PARTIES:
        condition |= _only(party) & _no_group_text()
    return condition


class ParticipationQuerySet(TranslatedQuerySet):
    def unanswered_by(self, user):
        """The parts that others gave to the person's entities and that wait for their word."""
        from initiatives.models.initiative import Initiative

        current = Initiative.objects.visible_to(user).filter(replaces=None).exclude(state=State.ARCHIVED)
        named = self.filter(entity__in=represented_ids(user), answer="", initiative__in=current)
        return named.exclude(entity=models.F("initiative__lead"))


class Participation(VersionedModel):
    initiative = models.ForeignKey("initiatives.Initiative", on_delete=models.CASCADE, related_name="participations")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("country"),
    )
    region = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("region"),
    )
    entity = models.ForeignKey(
        Entity,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("entity"),
    )
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("organization"),
    )
    group_text = models.CharField(
        _("group in words"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("Where the countries are not known one by one."),
    )
    note = models.CharField(_("note"), max_length=500, blank=True, default="")
    position = models.PositiveSmallIntegerField(default=0)
    # A partner entity says itself whether its part is right.
    answer = models.CharField(_("answer of the partner"), max_length=10, choices=Answer, blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        ordering = ["initiative", "position", "pk"]
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        constraints = [
            models.CheckConstraint(
                condition=one_party(),
                name="participation_one_party",
                violation_error_message=_(
                    "Name exactly one: a country, a region, an entity, an organization or a group in words."
                ),
            ),
            *[
                models.UniqueConstraint(
                    fields=["initiative", "role", party],
                    name=f"participation_{party}_once_per_role",
                    violation_error_message=_("This partner has this role already."),
                )
                for party in ("country", "entity", "organization")
            ],
        ]

    def __str__(self):
        return f"{self.party_name} ({self.get_role_display()})"

    def may_be_answered_by(self, user):
        """The people of a partner entity say whether its part is right; of the lead entity's there is no question."""
        return represents(user, self.entity_id) and self.entity_id != self.initiative.lead_id

    @property
    def kind(self):
        return next((party for party in PARTIES if getattr(self, f"{party}_id")), "group")

    @property
    def party(self):
        """The record of the party; None for a group in words."""
        return None if self.kind == "group" else getattr(self, self.kind)

    @property
    def party_name(self):
        if self.kind == "group":
            return languages.text_of(self, "group_text")
        return languages.text_of(self.party, "name")
