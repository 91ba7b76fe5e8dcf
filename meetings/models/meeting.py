"""A meeting: what it is called, when and where it is, who may see it, and how far it has come."""

from datetime import time

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Coalesce, Now, NullIf
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core import languages
from core.querysets import TranslatedQuerySet
from core.workflow import state_field
from entities.roles import is_member, is_secretariat
from meetings import times
from meetings.models.plan import Plan


class MeetingState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("state", "Draft")
    SCHEDULED = "scheduled", pgettext_lazy("state", "Scheduled")
    IN_PROGRESS = "in_progress", pgettext_lazy("state", "In progress")
    RECORD_PREPARATION = "record_preparation", pgettext_lazy("state", "Record in preparation")
    CLEARANCE = "clearance", pgettext_lazy("state", "Open for comment")
    ADOPTED = "adopted", pgettext_lazy("state", "Adopted")
    CANCELLED = "cancelled", pgettext_lazy("state", "Cancelled")


# Decisions and action points are written, and interventions put on record, from the opening until the record is
# circulated: its text does not change under its readers.
RECORDING_STATES = (MeetingState.IN_PROGRESS, MeetingState.RECORD_PREPARATION)
# Entities may prepare what they are going to say as soon as the meeting is announced.
WRITING_STATES = (MeetingState.SCHEDULED, *RECORDING_STATES)
CLOSED_STATES = (MeetingState.ADOPTED, MeetingState.CANCELLED)
# A proposal of an entity can still become an item.
PLANNING_STATES = (MeetingState.DRAFT, MeetingState.SCHEDULED, MeetingState.IN_PROGRESS)
# From circulation on the record can be read by the members, once adopted by everybody who sees the meeting.
CIRCULATED_STATES = (MeetingState.CLEARANCE, MeetingState.ADOPTED)


def ending():
    """SQL for the moment at which a meeting is over; without stated hours, the end of its day in UTC."""
    zone = Coalesce(NullIf(models.F("time_zone"), models.Value("")), models.Value("UTC"))
    end = Coalesce(models.F("end_time"), models.Value(time(23, 59, 59)), output_field=models.TimeField())
    wall_time = CombinedExpression(models.F("date"), "+", end, output_field=models.DateTimeField())
    return models.Func(zone, wall_time, function="timezone", output_field=models.DateTimeField())


class MeetingQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """Drafts for the secretariat; members' meetings for the members; public ones for everybody."""
        if is_secretariat(user):
            return self
        announced = self.exclude(state=MeetingState.DRAFT)
        return announced if is_member(user) else announced.filter(is_public=True)

    def editable_by(self, user):
        """The secretariat, until the record is adopted: after that only a corrigendum can change it."""
        return self.exclude(state__in=CLOSED_STATES) if is_secretariat(user) else self.none()

    def agenda_editable_by(self, user):
        """As the meeting, but not while its record is circulated: what is closed there is closed on the agenda."""
        return self.editable_by(user).exclude(state=MeetingState.CLEARANCE)

    def upcoming(self):
        """Not over yet, the nearest first."""
        return self.alias(ending=ending()).filter(ending__gte=Now()).order_by("date", "start_time", "pk")

    def past(self):
        """The latest first."""
        return self.alias(ending=ending()).filter(ending__lt=Now())


CALENDAR_TEXTS = ("title", "place")
CALENDAR_FIELDS = ("date", "start_time", "end_time", "time_zone", "joining_link")


def sequence_goes_up():
    """Whoever writes by whatever way: `sequence` is one more after each change of what stands in a calendar, and after
    a cancellation. A draft is in nobody's calendar. Whoever has the meeting in hand reads the number again."""
    # A text that is missing may be stored in two ways.
    texts = [f"COALESCE({{row}}.{column}, '')" for column in languages.columns(*CALENDAR_TEXTS)]
    columns = [*texts, *(f"{{row}}.{name}" for name in CALENDAR_FIELDS)]
    changed = " OR ".join(f"{part.format(row='OLD')} IS DISTINCT FROM {part.format(row='NEW')}" for part in columns)
    cancelled = f"OLD.state <> NEW.state AND NEW.state = '{MeetingState.CANCELLED}'"
    return pgtrigger.Trigger(
        name="sequence_goes_up",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            NEW.sequence := OLD.sequence;
            IF OLD.state <> '{MeetingState.DRAFT}' AND ({changed} OR {cancelled}) THEN
                NEW.sequence := OLD.sequence + 1;
            END IF;
            RETURN NEW;
        """,
    )


class Meeting(Plan):
    """Changes of state go through workflow.py, changes of day and hours of an announced one through moving.py."""

    slug = models.SlugField(gettext_lazy("address"), max_length=80, unique=True)
    symbol = models.CharField(gettext_lazy("symbol"), max_length=60, blank=True)
    date = models.DateField(gettext_lazy("date"))
    series = models.ForeignKey(
        "meetings.Series",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=gettext_lazy("series"),
        editable=False,
    )
    # The date that the rule of the series gave: it stays when the meeting is moved.
    occurrence = models.DateField(gettext_lazy("date in the series"), null=True, blank=True, editable=False)
    # Of RFC 5545: goes up with every change that a calendar must take over. Written by the database alone.
    sequence = models.PositiveIntegerField(gettext_lazy("sequence"), default=0, editable=False)
    proposals_until = models.DateField(
        gettext_lazy("proposals until"),
        null=True,
        blank=True,
        help_text=gettext_lazy(
            "Entities can propose items until the end of this day in the city of the meeting. "
            "Without a date: until the meeting opens."
        ),
    )
    note = models.TextField(
        gettext_lazy("note"),
        blank=True,
        default="",
        help_text=gettext_lazy("What a reader must know about where these facts come from."),
    )
    source_title = models.CharField(gettext_lazy("source"), max_length=300, blank=True)
    source_url = models.URLField(gettext_lazy("address of the source"), blank=True, max_length=500)
    is_demo = models.BooleanField(gettext_lazy("demo"), default=False)
    state = state_field(MeetingState, MeetingState.DRAFT)
    adopted_on = models.DateField(gettext_lazy("adopted on"), null=True, blank=True, editable=False)
    cancelled_because = models.TextField(gettext_lazy("reason for cancelling"), blank=True, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "-start_time", "-pk"]
        indexes = [models.Index(fields=["state", "date"], name="meeting_state_date")]
        verbose_name = gettext_lazy("meeting")
        verbose_name_plural = gettext_lazy("meetings")
        triggers = [sequence_goes_up()]
        constraints = [
            *Plan.Meta.constraints,
            models.UniqueConstraint(
                fields=["series", "occurrence"],
                name="meeting_occurrence_once",
                violation_error_message=gettext_lazy("A meeting of the series is planned for this date already."),
            ),
            models.CheckConstraint(
                condition=models.Q(occurrence=None) | models.Q(series__isnull=False),
                name="meeting_occurrence_of_series",
                violation_error_message=gettext_lazy("A date in a series needs the series."),
            ),
            models.UniqueConstraint(
                fields=["symbol"],
                condition=~models.Q(symbol=""),
                name="meeting_symbol_once",
                violation_error_message=gettext_lazy("Another meeting has this symbol."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state=MeetingState.CANCELLED) | ~models.Q(cancelled_because=""),
                name="meeting_cancelled_with_reason",
                violation_error_message=gettext_lazy("Say why the meeting is cancelled."),
            ),
        ]

    def __str__(self):
        return languages.text_of(self, "title") or self.slug

    def get_absolute_url(self):
        return reverse("meetings:meeting_detail", args=[self.slug])

    def get_edit_url(self):
        return reverse("meetings:meeting_edit", args=[self.slug])

    def get_live_url(self):
        return reverse("meetings:meeting_live", args=[self.slug])

    def get_transition_url(self, event):
        if event == "circulate":  # asks for a deadline
            return reverse("meetings:record_circulate", args=[self.slug])
        return reverse("meetings:meeting_transition", args=[self.slug, event])

    def clean(self):
        super().clean()
        if self.date and not times.is_plausible(self.date):
            raise ValidationError({"date": times.implausible_day()})
        for name in ("start_time", "end_time"):
            clock = getattr(self, name)
            if self.date and clock and self.time_zone and times.is_skipped(self.date, clock, self.time_zone):
                message = _("{time} does not exist on that day in {city}: the clocks go forward.")
                city = times.city(self.time_zone)
                raise ValidationError({name: message.format(time=clock.strftime("%H:%M"), city=city)})

    @property
    def starts_at(self):
        return times.instant(self.date, self.start_time, self.time_zone) if self.has_hours else None

    @property
    def ends_at(self):
        return times.instant(self.date, self.end_time, self.time_zone) if self.has_hours else None

    @property
    def minutes(self):
        """How long it lasts; None where the hours are not stated."""
        return int((self.ends_at - self.starts_at).total_seconds() // 60) if self.has_hours else None

    @property
    def hour_comes_twice(self):
        """The clocks go back over the start: which of the two hours is meant must be said."""
        return self.has_hours and times.is_repeated(self.date, self.start_time, self.time_zone)

    def join(self, series):
        """Makes it a meeting of the series, or of none. On a date that the rule gives and no other meeting holds, it
        holds that date. To be called in a transaction, before saving."""
        self.series, self.occurrence = series, None
        if series:
            # Held to the end of the transaction: two officers who take the same date come one after the other.
            held = type(series).objects.select_for_update(of=("self",)).get(pk=series.pk)
            self.occurrence = self.date if held.rule.gives(self.date) and held.is_free(self.date) else None

    @property
    def can_be_moved(self):
        return self.state == MeetingState.SCHEDULED

    @property
    def is_running(self):
        return self.state == MeetingState.IN_PROGRESS

    @property
    def is_recording(self):
        return self.state in RECORDING_STATES

    @property
    def is_being_cleared(self):
        return self.state == MeetingState.CLEARANCE

    @property
    def takes_interventions(self):
        return self.state in WRITING_STATES

    @property
    def takes_items(self):
        return self.state in PLANNING_STATES

    @property
    def last_day_of_proposals(self):
        """A meeting that moved to an earlier day takes no proposals after it, whatever was said before."""
        return min(self.proposals_until or self.date, self.date)

    @property
    def takes_proposals(self):
        """Announced, and the last day is not over in the city of the meeting."""
        today = times.today_in(self.time_zone or times.SECRETARIAT_ZONE)
        return self.state == MeetingState.SCHEDULED and today <= self.last_day_of_proposals

    def missing_to_begin(self):
        missing = []
        if not self.items.exists():
            missing.append(_("The agenda has no item."))
        if times.today_in(self.time_zone or times.SECRETARIAT_ZONE) < self.date:
            missing.append(_("The day of the meeting has not come."))
        return missing

    def missing_to_close(self):
        """Every item for decision needs its decision, or the record would have a hole."""
        undecided = self.items.filter(is_for_decision=True, decisions=None)
        return [
            _("Item {number}, “{title}”, is for decision: write its decision.").format(
                number=item.number, title=languages.text_of(item, "title")
            )
            for item in undecided
        ]
