"""Frameworks, their outcomes and principles, their indicators, and the values that were published for them."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core import languages
from core.models import TranslatedModel
from core.querysets import TranslatedQuerySet
from entities.roles import is_secretariat
from strategy import aggregates
from strategy.models.meaning import KeepsItsMeaning

# Codes stand in addresses.
validate_code = RegexValidator(
    r"^[-\w.]+\Z", gettext_lazy("Use letters, digits, points and hyphens, without spaces: 1.2, S1, INS-3.")
)
# Pages of the room that an address of a framework would hide.
RESERVED = {"cycles", "entities", "frameworks", "questionnaires", "reports", "surveys"}


class PublicQuerySet(TranslatedQuerySet):
    """Frameworks and what hangs on them: read by all, written by the secretariat."""

    def visible_to(self, user):
        return self

    def editable_by(self, user):
        return self if is_secretariat(user) else self.none()


class FrameworkStatus(models.TextChoices):
    APPROVED = "approved", pgettext_lazy("framework", "Approved")
    ADOPTED = "adopted", pgettext_lazy("framework", "Adopted")
    CONSIDERED = "considered", pgettext_lazy("framework", "Considered")
    PUBLISHED = "published", pgettext_lazy("framework", "Published")
    DRAFT = "draft", pgettext_lazy("framework", "Draft")


class FrameworkQuerySet(PublicQuerySet):
    def current(self):
        """Of each framework the newest version that is no draft; its first one in any case."""
        newer = self.model.objects.filter(code=models.OuterRef("code"), edition__gt=models.OuterRef("edition"))
        is_over = models.Exists(newer.exclude(status=FrameworkStatus.DRAFT))
        return self.exclude(is_over).exclude(status=FrameworkStatus.DRAFT, edition__gt=1)

    def newest(self):
        """Of each framework the last version, a draft too: the only one from which another may be made."""
        newer = self.model.objects.filter(code=models.OuterRef("code"), edition__gt=models.OuterRef("edition"))
        return self.exclude(models.Exists(newer))


class Framework(KeepsItsMeaning, TranslatedModel):
    """`edition` counts the versions of one framework. What entities reported on stays as it was: another meaning is
    another version, with the same codes and an address of its own (strategy/framework_versions.py)."""

    MEANING = ("code", "slug")

    code = models.CharField(gettext_lazy("code"), max_length=40, validators=[validate_code])
    # `version` counts the saves of the row.
    edition = models.PositiveSmallIntegerField(gettext_lazy("number of the version"), default=1, editable=False)
    slug = models.SlugField(gettext_lazy("address"), max_length=80, unique=True)
    title = models.CharField(gettext_lazy("title"), max_length=300, blank=True, default="")
    short_title = models.CharField(gettext_lazy("short title"), max_length=120, blank=True, default="")
    description = models.TextField(gettext_lazy("description"), blank=True, default="")
    symbol = models.CharField(gettext_lazy("document symbol"), max_length=60, blank=True)
    status = models.CharField(
        gettext_lazy("status"), max_length=12, choices=FrameworkStatus, default=FrameworkStatus.PUBLISHED
    )
    period_start = models.PositiveSmallIntegerField(gettext_lazy("first year"), null=True, blank=True)
    period_end = models.PositiveSmallIntegerField(gettext_lazy("last year"), null=True, blank=True)
    source = models.CharField(gettext_lazy("source"), max_length=500, blank=True)
    source_url = models.URLField(gettext_lazy("link to the source"), blank=True)
    is_official_title = models.BooleanField(
        gettext_lazy("official title"), default=False, help_text=gettext_lazy("The title stands so in the document.")
    )
    note = models.TextField(gettext_lazy("note for the secretariat"), blank=True)
    position = models.PositiveSmallIntegerField(gettext_lazy("position"), default=0)

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        ordering = ["position", "code", "-edition"]
        verbose_name = gettext_lazy("framework")
        verbose_name_plural = gettext_lazy("frameworks")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "edition"],
                name="framework_version_once",
                violation_error_message=gettext_lazy("Another framework has this code already."),
            ),
            models.CheckConstraint(
                condition=models.Q(period_start=None)
                | models.Q(period_end=None)
                | models.Q(period_end__gte=models.F("period_start")),
                name="framework_ends_after_start",
                violation_error_message=gettext_lazy("The last year cannot be before the first."),
            ),
        ]

    def __str__(self):
        name = languages.text_of(self, "short_title") or languages.text_of(self, "title") or self.code
        return _("{name} (version {n})").format(name=name, n=self.edition) if self.edition > 1 else name

    def get_absolute_url(self):
        return reverse("strategy:framework_detail", args=[self.slug])

    def clean(self):
        if self.slug in RESERVED:
            raise ValidationError({"slug": _("This address belongs to another page. Choose another one.")})
        # `edition` stands in no form, so that the constraint is not asked there.
        same = Framework.objects.filter(code=self.code, edition=self.edition)
        if same.exclude(pk=self.pk).exists():
            raise ValidationError({"code": _("Another framework has this code already.")})
        super().clean()

    @property
    def framework_of_meaning(self):
        return self

    @property
    def versions(self):
        """All versions of this framework, the newest first."""
        return Framework.objects.filter(code=self.code).order_by("-edition")

    @property
    def previous(self):
        return self.versions.filter(edition__lt=self.edition).first()

    @property
    def newer(self):
        return self.versions.filter(edition__gt=self.edition).first()

    @property
    def is_in_use(self):
        """Was a cycle opened in which entities report on it?"""
        from strategy.framework_use import cycles_of

        return cycles_of(self).exists()


class NodeKind(models.TextChoices):
    VISION = "vision", gettext_lazy("Vision")
    OBJECTIVE = "objective", gettext_lazy("Objective")
    PRINCIPLE = "principle", gettext_lazy("Principle")
    OUTCOME = "outcome", gettext_lazy("Outcome")
    OUTPUT = "output", gettext_lazy("Output")
    ACTIVITY = "activity", gettext_lazy("Activity")
    SERVICE = "service", gettext_lazy("Service")
    LEVEL = "level", pgettext_lazy("framework", "Level")
    HEADING = "heading", gettext_lazy("Heading")


class Node(KeepsItsMeaning, TranslatedModel):
    """One outcome, output, principle … of a framework. `is_sample` says that the numbering is the portal's own."""

    MEANING = ("framework", "parent", "code", "kind")
    WORDING = ("text", "description")

    framework = models.ForeignKey(
        Framework, on_delete=models.CASCADE, related_name="nodes", verbose_name=gettext_lazy("framework")
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=gettext_lazy("stands under"),
    )
    code = models.CharField(gettext_lazy("code"), max_length=20, validators=[validate_code])
    kind = models.CharField(gettext_lazy("kind"), max_length=12, choices=NodeKind, default=NodeKind.OUTCOME)
    text = models.TextField(gettext_lazy("text"), blank=True, default="")
    description = models.TextField(gettext_lazy("description"), blank=True, default="")
    is_sample = models.BooleanField(
        gettext_lazy("sample"), default=False, help_text=gettext_lazy("Not the official text or numbering.")
    )
    source = models.CharField(gettext_lazy("source"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(gettext_lazy("position"), default=0)

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["framework_id", "position", "pk"]
        verbose_name = gettext_lazy("part of a framework")
        verbose_name_plural = gettext_lazy("parts of frameworks")
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "code"],
                name="node_code_once",
                violation_error_message=gettext_lazy("This framework has a part with this code already."),
            ),
            models.CheckConstraint(
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("id")),
                name="node_not_its_own_parent",
                violation_error_message=gettext_lazy("A part cannot stand under itself."),
            ),
        ]

    def __str__(self):
        return f"{self.code} {languages.text_of(self, 'text')}"

    def get_absolute_url(self):
        return f"{self.framework.get_absolute_url()}#part-{self.code}"

    def clean(self):
        if self.parent_id and self.parent.framework_id != self.framework_id:
            raise ValidationError({"parent": _("Choose a part of the same framework.")})
        if self.pk and self.parent_id and self.pk in self._above():
            raise ValidationError({"parent": _("A part cannot stand under itself.")})
        super().clean()

    def _above(self):
        """Keys of the parts above this one, as they would be."""
        parents = dict(Node.objects.filter(framework=self.framework_id).values_list("pk", "parent"))
        found, above = [], self.parent_id
        while above and above not in found:
            found.append(above)
            above = parents.get(above)
        return found

    @property
    def framework_of_meaning(self):
        return self.framework


class IndicatorUnit(models.TextChoices):
    PERCENT = "percent", gettext_lazy("Per cent")
    COUNT = "count", gettext_lazy("Number")
    USD = "usd", gettext_lazy("United States dollars")
    SCALE = "scale", gettext_lazy("Points of a scale")


class Direction(models.TextChoices):
    UP = "up", gettext_lazy("Higher is better")
    DOWN = "down", gettext_lazy("Lower is better")


class Aggregation(models.TextChoices):
    """How the answers of the entities become one figure."""

    SUM = "sum", gettext_lazy("Sum of the answers")
    MEAN = "mean", gettext_lazy("Mean of the answers")
    SHARE_OF_YES = "share_of_yes", gettext_lazy("Share of the answers that are yes")
    LATEST = "latest", gettext_lazy("Latest answer")


class Indicator(KeepsItsMeaning, TranslatedModel):
    """What is measured under a part of a framework. Its code is unique in the framework, and the same in each version
    of it."""

    MEANING = (
        "node",
        "code",
        "unit",
        "direction",
        "aggregation",
        "baseline_value",
        "baseline_year",
        "target_value",
        "target_year",
    )
    WORDING = ("title", "definition", "unit_label", "disaggregation")

    node = models.ForeignKey(
        Node, on_delete=models.PROTECT, related_name="indicators", verbose_name=gettext_lazy("part of the framework")
    )
    code = models.CharField(gettext_lazy("code"), max_length=20, validators=[validate_code])
    title = models.CharField(gettext_lazy("title"), max_length=300, blank=True, default="")
    short_title = models.CharField(gettext_lazy("short title"), max_length=120, blank=True, default="")
    definition = models.TextField(gettext_lazy("definition"), blank=True, default="")
    unit = models.CharField(gettext_lazy("unit"), max_length=10, choices=IndicatorUnit, default=IndicatorUnit.COUNT)
    unit_label = models.CharField(gettext_lazy("name of the unit"), max_length=60, blank=True, default="")
    direction = models.CharField(gettext_lazy("direction"), max_length=4, choices=Direction, default=Direction.UP)
    aggregation = models.CharField(
        gettext_lazy("how answers add up"), max_length=12, choices=Aggregation, default=Aggregation.LATEST
    )
    baseline_value = models.DecimalField(
        gettext_lazy("baseline"), max_digits=18, decimal_places=4, null=True, blank=True
    )
    baseline_year = models.PositiveSmallIntegerField(gettext_lazy("year of the baseline"), null=True, blank=True)
    target_value = models.DecimalField(gettext_lazy("target"), max_digits=18, decimal_places=4, null=True, blank=True)
    target_year = models.PositiveSmallIntegerField(gettext_lazy("year of the target"), null=True, blank=True)
    disaggregation = models.CharField(
        gettext_lazy("disaggregation"),
        max_length=300,
        blank=True,
        default="",
        help_text=gettext_lazy("By what the values are broken down, such as region, kind of entity, sex."),
    )
    position = models.PositiveSmallIntegerField(gettext_lazy("position"), default=0)

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["node__framework_id", "node__position", "position", "code"]
        verbose_name = gettext_lazy("indicator")
        verbose_name_plural = gettext_lazy("indicators")
        constraints = [
            models.UniqueConstraint(
                fields=["node", "code"],
                name="indicator_code_once",
                violation_error_message=gettext_lazy("Another indicator of this framework has this code."),
            ),
            models.CheckConstraint(
                condition=models.Q(baseline_value=None, baseline_year=None)
                | models.Q(baseline_value__isnull=False, baseline_year__isnull=False),
                name="indicator_baseline_with_year",
                violation_error_message=gettext_lazy("A baseline needs a value and a year."),
            ),
            models.CheckConstraint(
                condition=models.Q(target_value=None, target_year=None)
                | models.Q(target_value__isnull=False, target_year__isnull=False),
                name="indicator_target_with_year",
                violation_error_message=gettext_lazy("A target needs a value and a year."),
            ),
        ]

    def __str__(self):
        return f"{self.code} {languages.text_of(self, 'short_title') or languages.text_of(self, 'title')}"

    def get_absolute_url(self):
        return reverse("strategy:indicator_detail", args=[self.node.framework.slug, self.code])

    def clean(self):
        if self.node_id:
            same = Indicator.objects.filter(node__framework=self.node.framework_id, code=self.code)
            if same.exclude(pk=self.pk).exists():
                raise ValidationError({"code": _("Another indicator of this framework has this code.")})
        self._keep_unit_of_values()
        super().clean()

    def _keep_unit_of_values(self):
        """Published values are facts in their unit: another unit would make other facts of them."""
        is_other = self.pk and not Indicator.objects.filter(pk=self.pk, unit=self.unit).exists()
        if is_other and self.values.exists():
            message = _("Values are published in the present unit. Add an indicator with a code of its own.")
            raise ValidationError({"unit": message})

    @property
    def framework_of_meaning(self):
        return self.node.framework

    @property
    def unit_sign(self):
        """What stands behind a figure in a table or chart."""
        return {"percent": "%", "usd": "US$"}.get(self.unit, "")

    def status_of(self, value, year=None):
        """met, on_track, behind or no_data, or "": see docs/aggregates.md. `year` is that of the value."""
        return aggregates.status(
            value,
            self.target_value,
            baseline=self.baseline_value,
            falling=self.direction == Direction.DOWN,
            year=year,
            baseline_year=self.baseline_year,
            target_year=self.target_year,
        )


class IndicatorValue(TranslatedModel):
    """A value that a document published for a year. Answers of the entities are never copied here."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="values", verbose_name=gettext_lazy("indicator")
    )
    year = models.PositiveSmallIntegerField(gettext_lazy("year"))
    value = models.DecimalField(gettext_lazy("value"), max_digits=18, decimal_places=4)
    respondents = models.PositiveIntegerField(
        gettext_lazy("respondents"), null=True, blank=True, help_text=gettext_lazy("How many answered, where known.")
    )
    is_approximate = models.BooleanField(gettext_lazy("approximate"), default=False)
    symbol = models.CharField(gettext_lazy("document symbol"), max_length=60, blank=True)
    source_title = models.CharField(gettext_lazy("source document"), max_length=300, blank=True)
    source = models.TextField(gettext_lazy("note on the source"), blank=True, default="")

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["indicator_id", "year"]
        verbose_name = gettext_lazy("published value")
        verbose_name_plural = gettext_lazy("published values")
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "year"],
                name="indicator_value_once_a_year",
                violation_error_message=gettext_lazy("This indicator has a value for this year already."),
            )
        ]

    def __str__(self):
        return f"{self.indicator_id}, {self.year}"

    def get_absolute_url(self):
        return self.indicator.get_absolute_url()
