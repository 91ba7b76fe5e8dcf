"""Who answered the invitation, and who took part."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import VersionedModel
from entities.models import Entity
from entities.roles import is_member, is_secretariat
from meetings.models.meeting import Meeting, MeetingState


class Answer(models.TextChoices):
    YES = "yes", pgettext_lazy("answer to an invitation", "Will attend")
    MAYBE = "maybe", pgettext_lazy("answer to an invitation", "May attend")
    NO = "no", pgettext_lazy("answer to an invitation", "Will not attend")


class Presence(models.TextChoices):
    # Sources often say that somebody took part, not how.
    PRESENT = "present", _("Present")
    ROOM = "room", _("Present in the room")
    ONLINE = "online", _("Present online")
    APOLOGIES = "apologies", _("Apologies")
    ABSENT = "absent", _("Absent")


PRESENT = (Presence.PRESENT, Presence.ROOM, Presence.ONLINE)


class AttendanceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Members see it; visitors see the entities once the record of a public meeting is adopted."""
        visible = self.filter(meeting__in=Meeting.objects.visible_to(user))
        return visible if is_member(user) else visible.filter(meeting__state=MeetingState.ADOPTED)

    def editable_by(self, user):
        return self.filter(meeting__in=Meeting.objects.editable_by(user)) if is_secretariat(user) else self.none()

    def present(self):
        return self.filter(presence__in=PRESENT)


class Attendance(VersionedModel):
    """One line per person, or one for the entity where no name is known."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance", verbose_name=_("meeting"))
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="attendance", verbose_name=_("entity"))
    person_name = models.CharField(pgettext_lazy("of a person", "name"), max_length=150, blank=True)
    unit = models.CharField(pgettext_lazy("of an entity", "unit"), max_length=150, blank=True)
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True)
    presence = models.CharField(_("presence"), max_length=10, choices=Presence, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "entity__code", "person_name", "pk"]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "entity", "person_name"],
                name="attendance_once",
                violation_error_message=_("This person is in the list already."),
            )
        ]

    def __str__(self):
        return f"{self.entity}, {self.person_name}" if self.person_name else str(self.entity)

    @property
    def was_present(self):
        return self.presence in PRESENT
