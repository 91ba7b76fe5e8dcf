"""Indicators, and the values that were published for them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.models import TranslatedModel
from strategy import aggregates
from strategy.models.frameworks import Node, PublicQuerySet, validate_code
from strategy.models.meaning import KeepsItsMeaning


class IndicatorUnit(models.TextChoices):
    PERCENT = "percent", gettext_lazy("Per cent")
    COUNT = "count", gettext_lazy("Number")
    USD = "usd", gettext_lazy("United States dollars")
    SCALE = "scale", gettext_lazy("Points of a scale")


# What stands behind a figure in a table or chart.
UNIT_SIGNS = {IndicatorUnit.PERCENT: "%", IndicatorUnit.USD: "US$"}


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
        return UNIT_SIGNS.get(self.unit, "")

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
