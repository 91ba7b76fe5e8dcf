"""Who answered the invitation, and who took part."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import VersionedModel
from entities.models import Entity
from entities.roles import is_member, is_secretariat, represented_ids
from meetings.models.meeting import Meeting, MeetingState
from meetings.models.names import NameKey


class Answer(models.TextChoices):
    YES = "yes", pgettext_lazy("answer to an invitation", "Will attend")
    MAYBE = "maybe", pgettext_lazy("answer to an invitation", "May attend")
    NO = "no", pgettext_lazy("answer to an invitation", "Will not attend")
    REPLACED = "replaced", pgettext_lazy("answer to an invitation", "Will be replaced")


class Mode(models.TextChoices):
    """How somebody intends to take part."""

    ROOM = "room", pgettext_lazy("way to take part", "In the room")
    ONLINE = "online", pgettext_lazy("way to take part", "Online")


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
        """Members see it; visitors see the entities present once the record of a public meeting is adopted."""
        visible = self.filter(meeting__in=Meeting.objects.visible_to(user))
        if is_member(user):
            return visible
        return visible.present().filter(meeting__state=MeetingState.ADOPTED, entity__isnull=False)

    def editable_by(self, user):
        """The secretariat until the record is adopted; the people of an entity their own while the meeting is open."""
        if is_secretariat(user):
            return self.filter(meeting__in=Meeting.objects.editable_by(user))
        return self.filter(meeting__state=MeetingState.IN_PROGRESS, entity__in=represented_ids(user))

    def present(self):
        return self.filter(presence__in=PRESENT)

    def answered(self):
        return self.exclude(answer="")

    def named(self, name):
        """The lines of a name, however its letters are written: ANA, Ana and Aná are one."""
        return self.alias(key=NameKey("person_name")).filter(key=NameKey(models.Value(name)))


class Attendance(VersionedModel):
    """One line per person, or one for the entity where no name is known. A guest speaks for no entity of the Mechanism.

    Answers are given through answering.py, which knows who may give them until when.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance", verbose_name=_("meeting"))
    entity = models.ForeignKey(
        Entity, on_delete=models.PROTECT, null=True, blank=True, related_name="attendance", verbose_name=_("entity")
    )
    organization = models.CharField(_("organization of a guest"), max_length=150, blank=True)
    # Who has no account is known by name alone; of the others the name is kept as it was at the meeting.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="attendance",
        verbose_name=_("account"),
    )
    person_name = models.CharField(pgettext_lazy("of a person", "name"), max_length=150, blank=True)
    unit = models.CharField(pgettext_lazy("of an entity", "unit"), max_length=150, blank=True)
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True)
    mode = models.CharField(_("way to take part"), max_length=6, choices=Mode, blank=True)
    replaced_by = models.CharField(_("replaced by"), max_length=150, blank=True)
    answer_note = models.CharField(_("note on the answer"), max_length=300, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("answered by"),
    )
    is_on_behalf = models.BooleanField(_("answered by the secretariat on behalf"), default=False, editable=False)
    presence = models.CharField(_("presence"), max_length=10, choices=Presence, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "entity__code", "organization", "person_name", "pk"]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        constraints = [
            models.UniqueConstraint(
                "meeting",
                "entity",
                NameKey("person_name"),
                name="attendance_once",
                violation_error_message=_("This person is in the list already."),
            ),
            models.UniqueConstraint(
                "meeting",
                NameKey("organization"),
                NameKey("person_name"),
                condition=models.Q(entity=None),
                name="attendance_guest_once",
                violation_error_message=_("This person is in the list already."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "entity", "person"],
                name="attendance_of_account_once",
                violation_error_message=_("This person is in the list already."),
            ),
            models.CheckConstraint(
                condition=models.Q(entity__isnull=False, organization="")
                | models.Q(entity=None, person=None, answer="")
                & ~models.Q(organization="")
                & ~models.Q(person_name=""),
                name="attendance_of_entity_or_guest",
                violation_error_message=_("Give the entity or, for a guest, the organization and the name."),
            ),
            models.CheckConstraint(
                condition=models.Q(answer=Answer.REPLACED) & ~models.Q(replaced_by="")
                | ~models.Q(answer=Answer.REPLACED) & models.Q(replaced_by=""),
                name="attendance_replaced_by_somebody",
                violation_error_message=_("Give the name of the replacement."),
            ),
            models.CheckConstraint(
                condition=models.Q(mode="") | models.Q(answer__in=[Answer.YES, Answer.MAYBE, Answer.REPLACED]),
                name="attendance_mode_of_who_comes",
                violation_error_message=_("Only who attends does so in the room or online."),
            ),
        ]

    def __str__(self):
        of = str(self.entity) if self.entity_id else self.organization
        return f"{of}, {self.person_name}" if self.person_name else of

    @property
    def was_present(self):
        return self.presence in PRESENT

    @property
    def is_guest(self):
        return self.entity_id is None
