"""Cycles: when which entities report on which questionnaires."""

import datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core import dates, languages
from core.models import TranslatedModel
from core.partial_dates import FIRST_YEAR, LAST_YEAR
from core.querysets import TranslatedQuerySet, count_of
from core.workflow import state_field
from entities.models import Entity
from entities.roles import is_member, is_secretariat
from entities.timezones import CITIES, time_zone_names
from strategy.models.questionnaires import Questionnaire

DAYS = ("period_start", "period_end", "opens_on", "due_on", "grace_until", "closes_on")


class CycleState(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("state", "Planned")
    OPEN = "open", pgettext_lazy("state", "Open")
    GRACE = "grace", pgettext_lazy("state", "In grace period")
    CLOSED = "closed", pgettext_lazy("state", "Closed")
    PUBLISHED = "published", pgettext_lazy("state", "Published")


# In these states an entity may start a report and submit it for the first time.
ACCEPTING_STATES = {CycleState.OPEN, CycleState.GRACE}
CLOSED_STATES = {CycleState.CLOSED, CycleState.PUBLISHED}


class CycleQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """Published ones for all; the others for people of the Mechanism."""
        return self if is_member(user) else self.published()

    def editable_by(self, user):
        return self if is_secretariat(user) else self.none()

    def published(self):
        return self.filter(state=CycleState.PUBLISHED)

    def accepting(self):
        return self.filter(state__in=ACCEPTING_STATES)

    def with_sums(self):
        """Adds how many entities are asked, have submitted something, have more time, and have asked for it."""
        from strategy.models.extensions import Extension
        from strategy.models.reports import Report

        return self.annotate(
            number_asked=count_of(Cycle.entities.through.objects.all(), "cycle"),
            number_handed_in=count_of(Report.objects.filter(number__gte=1), "cycle", counted="entity"),
            number_extended=count_of(Extension.objects.granted(), "cycle"),
            number_waiting=count_of(Extension.objects.waiting(), "cycle"),
        )

    def with_report(self):
        """Adds `has_report`: is there a snapshot of the cycle, from which its consolidated report is read?"""
        from strategy.models.consolidated import CycleSnapshot

        return self.annotate(has_report=models.Exists(CycleSnapshot.objects.filter(cycle=models.OuterRef("pk"))))

    def counted(self):
        """Adds `number_accepted` and `number_asked`: entities with an accepted report, of entities asked."""
        from strategy.models.reports import Report

        return self.with_report().annotate(
            number_accepted=count_of(Report.objects.accepted(), "cycle", counted="entity"),
            number_asked=count_of(Cycle.entities.through.objects.all(), "cycle"),
        )


def validate_time_zone(name):
    if name not in time_zone_names():
        raise ValidationError(_("Choose a time zone of the list."))


class Cycle(TranslatedModel):
    """One round of reporting. Every date ends with the day in the named city, not at midnight of the server."""

    slug = models.SlugField(gettext_lazy("address"), max_length=80, unique=True)
    title = models.CharField(gettext_lazy("title"), max_length=200, blank=True, default="")
    note = models.TextField(gettext_lazy("note"), blank=True, default="")
    questionnaires = models.ManyToManyField(
        Questionnaire, related_name="cycles", verbose_name=gettext_lazy("questionnaires")
    )
    entities = models.ManyToManyField(
        Entity,
        related_name="cycles",
        blank=True,
        verbose_name=gettext_lazy("entities asked"),
        help_text=gettext_lazy("The share of answers is counted of these: n answered of n asked."),
    )
    year = models.PositiveSmallIntegerField(gettext_lazy("reporting year"))
    period_start = models.DateField(gettext_lazy("first day reported on"), null=True, blank=True)
    period_end = models.DateField(gettext_lazy("last day reported on"), null=True, blank=True)
    opens_on = models.DateField(gettext_lazy("opens on"))
    due_on = models.DateField(gettext_lazy("due on"))
    grace_until = models.DateField(
        gettext_lazy("grace period until"),
        null=True,
        blank=True,
        help_text=gettext_lazy("Last day on which late reports are taken. Empty: until the cycle closes."),
    )
    closes_on = models.DateField(gettext_lazy("closes on"))
    city = models.CharField(gettext_lazy("city"), max_length=60, default="New York")
    time_zone = models.CharField(
        gettext_lazy("time zone"), max_length=60, default="America/New_York", validators=[validate_time_zone]
    )
    state = state_field(CycleState, CycleState.PLANNED)
    is_demo = models.BooleanField(
        gettext_lazy("demo"), default=False, help_text=gettext_lazy("Its figures are invented and shown apart.")
    )

    objects = CycleQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-due_on", "slug"]
        verbose_name = gettext_lazy("reporting cycle")
        verbose_name_plural = gettext_lazy("reporting cycles")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on__gte=models.F("opens_on")),
                name="cycle_due_after_opening",
                violation_error_message=gettext_lazy("Reports cannot be due before the cycle opens."),
            ),
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("due_on")),
                name="cycle_closes_after_due",
                violation_error_message=gettext_lazy("The cycle cannot close before reports are due."),
            ),
            models.CheckConstraint(
                condition=models.Q(grace_until=None)
                | models.Q(grace_until__gte=models.F("due_on"), grace_until__lte=models.F("closes_on")),
                name="cycle_grace_between_due_and_closing",
                violation_error_message=gettext_lazy(
                    "The grace period lies between the due date and the closing date."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(period_start=None)
                | models.Q(period_end=None)
                | models.Q(period_end__gte=models.F("period_start")),
                name="cycle_period_ends_after_start",
                violation_error_message=gettext_lazy("The reporting period cannot end before it starts."),
            ),
        ]

    def __str__(self):
        return languages.text_of(self, "title") or self.slug

    def get_absolute_url(self):
        return reverse("strategy:cycle_detail", args=[self.slug])

    def get_transition_url(self, event):
        return reverse("strategy:cycle_transition", args=[self.slug, event])

    def clean(self):
        """A day at the end of the calendar has no moment at which it ends: pages and the worker count with that."""
        super().clean()
        words = _("Choose a day between {first} and {last}.").format(first=FIRST_YEAR, last=LAST_YEAR)
        days = {name: getattr(self, name) for name in DAYS}
        wrong = {name: words for name, day in days.items() if day and not FIRST_YEAR <= day.year <= LAST_YEAR}
        if wrong:
            raise ValidationError(wrong)

    @property
    def accepts_reports(self):
        """May an entity that has no more time than the others start a report, and submit it for the first time?"""
        return self.state in ACCEPTING_STATES and timezone.now() < self.late_until

    @property
    def place(self):
        """The city whose day counts, in the language of the reader where the portal knows its name."""
        return CITIES.get(self.time_zone) or self.city

    @property
    def opens_at(self):
        """The moment at which the opening day begins in the cycle's city."""
        return self.end_of(self.opens_on - datetime.timedelta(days=1))

    @property
    def due_at(self):
        """The moment at which the due day ends in the cycle's city."""
        return self.end_of(self.due_on)

    @property
    def late_until(self):
        """The moment from which a report that is late is not taken any more."""
        return self.end_of(self.grace_until or self.closes_on)

    @property
    def closes_at(self):
        return self.end_of(self.closes_on)

    @property
    def is_closed(self):
        """From its closing day on, whether the worker has noticed yet or not."""
        return self.state in CLOSED_STATES or timezone.now() >= self.closes_at

    @property
    def today(self):
        """The date in the cycle's city."""
        return timezone.localdate(timezone=ZoneInfo(self.time_zone))

    def end_of(self, day):
        """The moment at which a day ends in the cycle's city, whatever the clocks do until then."""
        midnight = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time())
        return midnight.replace(tzinfo=ZoneInfo(self.time_zone))

    def missing_to_open(self):
        missing = []
        if not self.questionnaires.exists():
            missing.append(_("Choose at least one questionnaire."))
        if not self.entities.exists():
            missing.append(_("Choose the entities that are asked to report."))
        return missing

    def missing_to_publish(self):
        from strategy.models.reports import ReportState

        waiting = self.reports.filter(state=ReportState.SUBMITTED).select_related("entity")
        return [
            *[
                _("The report of {entity} waits for review.").format(entity=entity)
                for entity in dict.fromkeys(str(report.entity) for report in waiting)
            ],
            *[
                _("{entity} has more time until {day}.").format(entity=entity, day=dates.day(until))
                for entity, until in self.still_have_time()
            ],
        ]

    def still_have_time(self):
        """[(entity, last day)] of those who were granted more time, have not used it up, and owe something."""
        from strategy.models.extensions import Extension

        running = Extension.objects.granted().filter(cycle=self, until__gte=self.today).select_related("entity")
        asked = self.questionnaires.count()
        handed_in = self.reports.filter(number__gte=1).values("entity").annotate(n=models.Count("pk"))
        complete = {row["entity"] for row in handed_in if row["n"] >= asked}
        return [(one.entity, one.until) for one in running if one.entity_id not in complete]
