"""Which entities are invited to a meeting."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import VersionedModel
from entities.models import FOCAL_ROLES, Appointment, Entity
from entities.roles import is_member, is_secretariat
from meetings.models.meeting import Meeting
from meetings.models.plan import MeetingKind

# To other meetings the secretariat chooses whom to invite.
FOR_ALL = (MeetingKind.MECHANISM, MeetingKind.WEBINAR)


class InvitationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(meeting__in=Meeting.objects.visible_to(user)) if is_member(user) else self.none()

    def editable_by(self, user):
        return self.filter(meeting__in=Meeting.objects.editable_by(user)) if is_secretariat(user) else self.none()


class Invitation(VersionedModel):
    """An entity is invited to a meeting; its focal points and alternates answer.

    Rows are written when the secretariat chooses the entities or announces the meeting. Until then those count that
    `entities_invited` gives.
    """

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="invitations", verbose_name=_("meeting")
    )
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="invitations", verbose_name=_("entity"))
    # Empty until the meeting is announced.
    invited_at = models.DateTimeField(_("invited"), null=True, blank=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("invited by"),
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "entity__code"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "entity"],
                name="invitation_once",
                violation_error_message=_("This entity is invited already."),
            )
        ]

    def __str__(self):
        return f"{self.meeting}, {self.entity}"


def entities_of_mechanism(day):
    """Those that are members on a day, and those for which somebody speaks on it."""
    spoken_for = Appointment.objects.valid_on(day).filter(role__in=FOCAL_ROLES)
    is_over = Q(member_to__lte=day)
    is_part = Q(member_from__lte=day) | Q(pk__in=spoken_for.values("entity"))
    return Entity.objects.filter(is_part).exclude(is_over)


def entities_proposed(meeting):
    """Whom a meeting invites unless the secretariat chooses otherwise: the whole Mechanism, or for a working group
    those of the last meeting of its series."""
    if meeting.kind in FOR_ALL:
        return entities_of_mechanism(meeting.date)
    return entities_of_last(meeting)


def entities_of_last(meeting):
    """Those of the latest meeting before it, in its series, that had a list."""
    if meeting.series_id is None:
        return Entity.objects.none()
    earlier = Meeting.objects.filter(series=meeting.series_id, date__lt=meeting.date, invitations__isnull=False)
    last = earlier.order_by("-date", "-pk").first()
    return Entity.objects.filter(invitations__meeting=last) if last else Entity.objects.none()


def entities_invited(meeting):
    """The list of the meeting; while nobody wrote one, whom it proposes."""
    if meeting.invitations.exists():
        return Entity.objects.filter(pk__in=meeting.invitations.values("entity"))
    return entities_proposed(meeting)
