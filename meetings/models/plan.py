"""What is planned in the same way for one meeting, for a series of them and for a template."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.models import TranslatedModel
from entities.models import Entity
from meetings import times


class MeetingKind(models.TextChoices):
    MECHANISM = "mechanism", gettext_lazy("Meeting of the Mechanism")
    WORKING_GROUP = "working_group", gettext_lazy("Working group")
    TASK_TEAM = "task_team", gettext_lazy("Task team")
    WEBINAR = "webinar", gettext_lazy("Webinar")
    BILATERAL = "bilateral", gettext_lazy("Bilateral meeting")


class MeetingFormat(models.TextChoices):
    IN_PERSON = "in_person", gettext_lazy("In person")
    ONLINE = "online", gettext_lazy("Online")
    HYBRID = "hybrid", gettext_lazy("In person and online")


class Plan(TranslatedModel):
    """The hours are wall time in `time_zone`; see times.py."""

    kind = models.CharField(gettext_lazy("kind"), max_length=20, choices=MeetingKind, default=MeetingKind.MECHANISM)
    title = models.CharField(gettext_lazy("title"), max_length=300, blank=True, default="")
    purpose = models.TextField(gettext_lazy("purpose"), blank=True, default="")
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
        related_name="organized_%(class)ss",
        verbose_name=gettext_lazy("organizer"),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start_time=None, end_time=None)
                | models.Q(start_time__isnull=False, end_time__isnull=False) & ~models.Q(time_zone=""),
                name="%(class)s_hours_complete",
                violation_error_message=gettext_lazy("Give start, end and city together, or none of them."),
            ),
            models.CheckConstraint(
                condition=models.Q(start_time=None) | models.Q(end_time__gt=models.F("start_time")),
                name="%(class)s_ends_after_start",
                violation_error_message=gettext_lazy("The meeting cannot end before it starts."),
            ),
        ]

    def __str__(self):
        return languages.text_of(self, "title")

    def clean(self):
        super().clean()
        if self.time_zone and not times.is_zone(self.time_zone):
            raise ValidationError({"time_zone": _("Choose a city from the list.")})

    @property
    def has_hours(self):
        return self.start_time is not None
