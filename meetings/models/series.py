"""A series: meetings that come back by a rule. Its dates are computed (recurrence.py), never stored."""

from dataclasses import replace

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.querysets import TranslatedQuerySet
from entities.roles import is_member, is_secretariat
from meetings import recurrence, times
from meetings.models.plan import Plan
from meetings.recurrence import Frequency

LONGEST_INTERVAL, MOST_DATES = 52, 520


class SeriesQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """All of them for the members; for visitors those whose meetings are public."""
        return self if is_member(user) else self.filter(is_public=True)

    def editable_by(self, user):
        return self if is_secretariat(user) else self.none()


class Series(Plan):
    """Its settings are where its next meeting starts from; meetings that are planned already keep their own."""

    frequency = models.CharField(
        gettext_lazy("rule"), max_length=16, choices=Frequency, default=Frequency.MONTHLY_WEEKDAY
    )
    interval = models.PositiveSmallIntegerField(
        gettext_lazy("every so many weeks or months"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_INTERVAL)],
    )
    first_date = models.DateField(gettext_lazy("first date"))
    until = models.DateField(gettext_lazy("last day"), null=True, blank=True)
    count = models.PositiveSmallIntegerField(
        gettext_lazy("number of dates"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_DATES)],
    )
    left_out = ArrayField(
        models.DateField(), verbose_name=gettext_lazy("dates left out"), default=list, blank=True, editable=False
    )
    template = models.ForeignKey(
        "meetings.MeetingTemplate",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="series",
        verbose_name=gettext_lazy("agenda to start from"),
    )
    is_demo = models.BooleanField(gettext_lazy("demo"), default=False)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = gettext_lazy("series of meetings")
        verbose_name_plural = gettext_lazy("series of meetings")
        constraints = [
            *Plan.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(interval__gte=1) & (models.Q(count=None) | models.Q(count__gte=1)),
                name="series_goes_on",
                violation_error_message=gettext_lazy("Give a number from 1 on."),
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(count=None),
                name="series_ends_in_one_way",
                violation_error_message=gettext_lazy("Give the last day or the number of dates, not both."),
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("first_date")),
                name="series_ends_after_first_date",
                violation_error_message=gettext_lazy("The last day cannot be before the first date."),
            ),
        ]

    def get_absolute_url(self):
        return reverse("meetings:series_detail", args=[self.pk])

    def get_edit_url(self):
        return reverse("meetings:series_edit", args=[self.pk])

    def clean(self):
        super().clean()
        if self.first_date and not times.is_plausible(self.first_date):
            raise ValidationError({"first_date": times.implausible_day()})
        is_last = self.frequency == Frequency.MONTHLY_LAST
        if is_last and self.first_date and not recurrence.is_last_of_its_kind(self.first_date):
            message = _("After that day its month has another such weekday. Choose the last one.")
            raise ValidationError({"first_date": message})

    @property
    def rule(self):
        return replace(self.whole_rule, left_out=frozenset(self.left_out))

    @property
    def whole_rule(self):
        """With the dates that are left out."""
        return recurrence.Rule(self.frequency, self.first_date, self.interval, self.until, self.count)

    @property
    def zone(self):
        return self.time_zone or times.SECRETARIAT_ZONE

    def is_free(self, day):
        return not self.meetings.filter(occurrence=day).exists()

    def next_free_date(self):
        """The first date of the rule, from today in its city, for which no meeting is planned; None after the last."""
        taken = set(self.meetings.exclude(occurrence=None).values_list("occurrence", flat=True))
        return next((day for day in self.rule.dates(times.today_in(self.zone)) if day not in taken), None)

    @property
    def can_be_deleted(self):
        return not (self.meetings.exists() or self.agenda_proposals.exists())

    def leave_out(self, day):
        self.left_out = sorted({*self.left_out, day})
        self.save()

    def take_in(self, day):
        self.left_out = [other for other in self.left_out if other != day]
        self.save()
