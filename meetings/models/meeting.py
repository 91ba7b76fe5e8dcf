"""A meeting: what it is called, when and where it is, who may see it, and how far it has come."""

from datetime import time

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Coalesce, Now, NullIf
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core import languages
from core.models import TranslatedModel
from core.querysets import TranslatedQuerySet
from core.workflow import state_field
from entities.models import Entity
from entities.roles import is_member, is_secretariat
from meetings import times


class MeetingKind(models.TextChoices):
    MECHANISM = "mechanism", gettext_lazy("Meeting of the Mechanism")
    WORKING_GROUP = "working_group", gettext_lazy("Working group")
    EVENT = "event", gettext_lazy("Event")


class MeetingFormat(models.TextChoices):
    IN_PERSON = "in_person", gettext_lazy("In person")
    ONLINE = "online", gettext_lazy("Online")
    HYBRID = "hybrid", gettext_lazy("In person and online")


class MeetingState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("state", "Draft")
    SCHEDULED = "scheduled", pgettext_lazy("state", "Scheduled")
    IN_PROGRESS = "in_progress", pgettext_lazy("state", "In progress")
    RECORD_PREPARATION = "record_preparation", pgettext_lazy("state", "Record in preparation")
    CLEARANCE = "clearance", pgettext_lazy("state", "Open for comment")
    ADOPTED = "adopted", pgettext_lazy("state", "Adopted")
    CANCELLED = "cancelled", pgettext_lazy("state", "Cancelled")


# Decisions and action points are written, and interventions put on record, from the opening until the adoption.
RECORDING_STATES = (MeetingState.IN_PROGRESS, MeetingState.RECORD_PREPARATION, MeetingState.CLEARANCE)
# Entities may prepare what they are going to say as soon as the meeting is announced.
WRITING_STATES = (MeetingState.SCHEDULED, *RECORDING_STATES)
CLOSED_STATES = (MeetingState.ADOPTED, MeetingState.CANCELLED)
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

    def upcoming(self):
        """Not over yet, the nearest first."""
        return self.alias(ending=ending()).filter(ending__gte=Now()).order_by("date", "start_time", "pk")

    def past(self):
        """The latest first."""
        return self.alias(ending=ending()).filter(ending__lt=Now())


class Meeting(TranslatedModel):
    """Changes of state go through workflow.py. The hours are wall time in `time_zone`; see times.py."""

    slug = models.SlugField(gettext_lazy("address"), max_length=80, unique=True)
    symbol = models.CharField(gettext_lazy("symbol"), max_length=60, blank=True)
    kind = models.CharField(gettext_lazy("kind"), max_length=20, choices=MeetingKind, default=MeetingKind.MECHANISM)
    title = models.CharField(gettext_lazy("title"), max_length=300, blank=True, default="")
    purpose = models.TextField(gettext_lazy("purpose"), blank=True, default="")
    date = models.DateField(gettext_lazy("date"))
    start_time = models.TimeField(gettext_lazy("from"), null=True, blank=True)
    end_time = models.TimeField(gettext_lazy("to"), null=True, blank=True)
    time_zone = models.CharField(
        gettext_lazy("city whose time is meant"),
        max_length=60,
        blank=True,
        help_text=gettext_lazy("The hours stay the same in this city when the clocks change."),
    )
    format = models.CharField(gettext_lazy("form"), max_length=12, choices=MeetingFormat, blank=True)
    place = models.CharField(gettext_lazy("place"), max_length=200, blank=True, default="")
    joining_link = models.URLField(
        gettext_lazy("joining link"), blank=True, max_length=500, help_text=gettext_lazy("Only members see it.")
    )
    interpretation = ArrayField(
        models.CharField(max_length=10, choices=languages.choices),
        verbose_name=gettext_lazy("languages of interpretation"),
        default=list,
        blank=True,
    )
    is_public = models.BooleanField(
        gettext_lazy("public"),
        default=False,
        help_text=gettext_lazy("Visitors see title, time and agenda, and the record once it is adopted."),
    )
    # The organizer answers for the meeting, so it cannot vanish under it.
    organizer = models.ForeignKey(
        Entity,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organized_meetings",
        verbose_name=gettext_lazy("organizer"),
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
        constraints = [
            models.UniqueConstraint(
                fields=["symbol"],
                condition=~models.Q(symbol=""),
                name="meeting_symbol_once",
                violation_error_message=gettext_lazy("Another meeting has this symbol."),
            ),
            models.CheckConstraint(
                condition=models.Q(start_time=None, end_time=None)
                | models.Q(start_time__isnull=False, end_time__isnull=False) & ~models.Q(time_zone=""),
                name="meeting_hours_complete",
                violation_error_message=gettext_lazy("Give start, end and city together, or none of them."),
            ),
            models.CheckConstraint(
                condition=models.Q(start_time=None) | models.Q(end_time__gt=models.F("start_time")),
                name="meeting_ends_after_start",
                violation_error_message=gettext_lazy("The meeting cannot end before it starts."),
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

    def get_transition_url(self, event):
        return reverse("meetings:meeting_transition", args=[self.slug, event])

    def clean(self):
        super().clean()
        if self.time_zone and not times.is_zone(self.time_zone):
            raise ValidationError({"time_zone": _("Choose a city from the list.")})
        for name in ("start_time", "end_time"):
            clock = getattr(self, name)
            if self.date and clock and self.time_zone and times.is_skipped(self.date, clock, self.time_zone):
                message = _("{time} does not exist on that day in {city}: the clocks go forward.")
                city = times.city(self.time_zone)
                raise ValidationError({name: message.format(time=clock.strftime("%H:%M"), city=city)})

    @property
    def has_hours(self):
        return self.start_time is not None

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

    @property
    def is_recording(self):
        return self.state in RECORDING_STATES

    @property
    def takes_interventions(self):
        return self.state in WRITING_STATES

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
