"""What belongs to one initiative: Goals, money, identifiers, links, sources, relations."""

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import languages
from core.models import Goal, VersionedModel
from entities.models import Entity
from entities.roles import is_member
from initiatives.choices import ContributionKind, GoalBasis, Relation, Scheme, Unit

currency_code = RegexValidator(r"^[A-Z]{3}$", _("Write the three letters of the currency, such as USD."))
INITIATIVE = "initiatives.Initiative"


class InitiativeGoal(VersionedModel):
    initiative = models.ForeignKey(INITIATIVE, on_delete=models.CASCADE, related_name="goals")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="initiative_goals", verbose_name=_("Goal"))
    is_primary = models.BooleanField(_("main Goal"), default=False)
    basis = models.CharField(_("basis"), max_length=10, choices=GoalBasis, default=GoalBasis.REPORTED)

    class Meta:
        ordering = ["initiative", "-is_primary", "goal__number"]
        verbose_name = _("Goal of an initiative")
        verbose_name_plural = _("Goals of initiatives")
        constraints = [
            models.UniqueConstraint(fields=["initiative", "goal"], name="initiative_goal_once"),
            models.UniqueConstraint(
                fields=["initiative"],
                condition=Q(is_primary=True),
                name="initiative_one_main_goal",
                violation_error_message=_("Only one Goal can be the main one."),
            ),
        ]

    def __str__(self):
        return str(self.goal)


class Budget(VersionedModel):
    """One stated amount. Amounts of several rows are not added up: they may cover the same money."""

    initiative = models.ForeignKey(INITIATIVE, on_delete=models.CASCADE, related_name="budgets")
    amount = models.DecimalField(_("amount"), max_digits=16, decimal_places=2, validators=[MinValueValidator(0)])
    currency = models.CharField(_("currency"), max_length=3, default="USD", validators=[currency_code])
    year_from = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True)
    year_to = models.PositiveSmallIntegerField(_("to year"), null=True, blank=True)
    note = models.CharField(_("what it covers"), max_length=500, blank=True, default="")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["initiative", "position", "pk"]
        verbose_name = _("budget")
        verbose_name_plural = _("budgets")
        constraints = [
            models.CheckConstraint(
                condition=Q(year_from=None) | Q(year_to=None) | Q(year_to__gte=F("year_from")),
                name="budget_years_in_order",
                violation_error_message=_("The last year cannot be before the first."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="budget_not_negative",
                violation_error_message=_("An amount cannot be negative."),
            ),
        ]

    def __str__(self):
        return f"{self.currency} {self.amount}"


class ContributionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """For people of the Mechanism only."""
        return self if is_member(user) else self.none()


class Contribution(VersionedModel):
    """What one partner brings in. Members only."""

    initiative = models.ForeignKey(INITIATIVE, on_delete=models.CASCADE, related_name="contributions")
    entity = models.ForeignKey(
        Entity, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("entity")
    )
    party = models.CharField(_("partner"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=ContributionKind)
    amount = models.DecimalField(
        _("amount"), max_digits=16, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True, validators=[currency_code])
    count = models.PositiveIntegerField(pgettext_lazy("quantity", "number"), null=True, blank=True)
    unit = models.CharField(pgettext_lazy("measure", "unit"), max_length=20, choices=Unit, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ["initiative", "position", "pk"]
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        constraints = [
            models.CheckConstraint(
                condition=Q(entity__isnull=False, party="") | (Q(entity=None) & ~Q(party="")),
                name="contribution_one_party",
                violation_error_message=_("Name one partner: an entity or a name in words."),
            ),
            models.CheckConstraint(
                condition=(Q(kind=ContributionKind.IN_KIND_COUNTED, count__isnull=False, amount=None) & ~Q(unit=""))
                | (
                    Q(kind__in=[ContributionKind.FINANCIAL, ContributionKind.IN_KIND_MONETIZED])
                    & Q(amount__isnull=False, count=None, unit="")
                    & ~Q(currency="")
                ),
                name="contribution_money_or_count",
                violation_error_message=_(
                    "Give an amount with its currency, or, where it is counted, a number with its unit."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.entity or self.party}: {self.get_kind_display()}"


class ExternalIdentifier(VersionedModel):
    """The record's name in another system."""

    initiative = models.ForeignKey(INITIATIVE, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("scheme"), max_length=20, choices=Scheme)
    value = models.CharField(_("identifier"), max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["initiative", "position", "pk"]
        indexes = [models.Index(fields=["scheme", "value"], name="identifier_value")]
        verbose_name = _("external identifier")
        verbose_name_plural = _("external identifiers")
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "scheme", "value"],
                name="identifier_once",
                violation_error_message=_("This identifier is listed already."),
            )
        ]

    def __str__(self):
        return self.value


class Link(VersionedModel):
    """A page elsewhere."""

    initiative = models.ForeignKey(INITIATIVE, on_delete=models.CASCADE, related_name="links")
    url = models.URLField(_("address"), max_length=500)
    caption = models.CharField(_("caption"), max_length=200, blank=True, default="")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["initiative", "position", "pk"]
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self):
        return languages.text_of(self, "caption") or self.url


class Citation(VersionedModel):
    """The source that a statement of the record rests on. Its title stays in the language of the source."""

    initiative = models.ForeignKey(INITIATIVE, on_delete=models.CASCADE, related_name="citations")
    code = models.CharField(_("code"), max_length=10, blank=True)
    title = models.CharField(_("title"), max_length=500)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["initiative", "position", "pk"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return self.title


class InitiativeRelation(VersionedModel):
    """`initiative` is part of, a phase of, adapted from or related to `other`."""

    initiative = models.ForeignKey(INITIATIVE, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("relation"), max_length=20, choices=Relation)
    other = models.ForeignKey(
        INITIATIVE, on_delete=models.CASCADE, related_name="relations_to", verbose_name=_("other initiative")
    )

    class Meta:
        ordering = ["initiative", "kind", "pk"]
        verbose_name = _("relation between initiatives")
        verbose_name_plural = _("relations between initiatives")
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "kind", "other"],
                name="relation_once",
                violation_error_message=_("This relation is listed already."),
            ),
            models.CheckConstraint(
                condition=~Q(initiative=F("other")),
                name="relation_to_another",
                violation_error_message=_("An initiative cannot be related to itself."),
            ),
        ]

    def __str__(self):
        return f"{self.initiative} → {self.other}"


class CatalogueVersion(models.Model):
    """One row. Triggers of the database raise its number with every write to the catalogue."""

    number = models.BigIntegerField(_("number"), default=1)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("version of the catalogue")
        verbose_name_plural = _("versions of the catalogue")

    def __str__(self):
        return str(self.number)
