"""What entities want to be discussed: proposed for a meeting, or kept for a later one of its series."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import languages
from core.models import TranslatedModel
from core.querysets import TranslatedQuerySet
from core.workflow import state_field
from entities.models import Entity
from entities.roles import focal_ids, is_member, is_secretariat, represented_ids, represents
from meetings.models.agenda import HIGHEST_NUMBER, AgendaItem, ItemKind
from meetings.models.meeting import Meeting, MeetingState
from meetings.models.series import Series


class AgendaProposalState(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("state of a proposal", "Proposed")
    LATER = "later", pgettext_lazy("state of a proposal", "For a later meeting")
    ACCEPTED = "accepted", pgettext_lazy("state", "Accepted")
    DECLINED = "declined", pgettext_lazy("state of a proposal", "Declined")
    LAPSED = "lapsed", pgettext_lazy("state of a proposal", "Not taken up")
    WITHDRAWN = "withdrawn", pgettext_lazy("state", "Withdrawn")


# The secretariat has not answered for good.
WAITING_STATES = (AgendaProposalState.PROPOSED, AgendaProposalState.LATER)


def next_planned(series):
    """The meeting that takes what was kept for a later one: the first of the series that has not begun."""
    meetings = Meeting.objects.filter(series=series, state__in=[MeetingState.DRAFT, MeetingState.SCHEDULED])
    return meetings.upcoming().first()


class AgendaProposalQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """The entity that proposes and the secretariat; what is kept for later meetings, all members."""
        if is_secretariat(user):
            return self
        if not is_member(user):
            return self.none()
        return self.filter(models.Q(entity__in=represented_ids(user)) | models.Q(state=AgendaProposalState.LATER))

    def editable_by(self, user):
        """Its entity's focal points and alternates, and the secretariat, until it is answered."""
        waiting = self.filter(state__in=WAITING_STATES)
        return waiting if is_secretariat(user) else waiting.filter(entity__in=focal_ids(user))

    def waiting_for(self, meeting):
        """Proposed for this meeting and not answered."""
        return self.filter(meeting=meeting, state=AgendaProposalState.PROPOSED)

    def backlog_of(self, series):
        """Kept for a later meeting of the series, the oldest first."""
        return self.filter(series=series, state=AgendaProposalState.LATER).order_by("created_at", "pk")


class AgendaProposal(TranslatedModel):
    """Changes of state go through meetings/proposals.py.

    `meeting` is the one for which it was proposed, none where it was proposed for the series. `series` says on whose
    list it waits for a later meeting; one that is taken has left it.
    """

    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agenda_proposals",
        verbose_name=_("meeting"),
    )
    series = models.ForeignKey(
        Series,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agenda_proposals",
        verbose_name=_("series"),
    )
    entity = models.ForeignKey(
        Entity, on_delete=models.PROTECT, related_name="agenda_proposals", verbose_name=_("entity")
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("proposed by"),
    )
    title = models.CharField(_("title"), max_length=300, blank=True, default="")
    reason = models.TextField(_("why it should be discussed"), blank=True, default="")
    kind = models.CharField(_("kind"), max_length=20, choices=ItemKind, default=ItemKind.OTHER)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    state = state_field(AgendaProposalState, AgendaProposalState.PROPOSED)
    # Emptied where the item is removed from the agenda again.
    item = models.OneToOneField(
        AgendaItem,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="proposal",
        verbose_name=_("agenda item"),
    )
    declined_because = models.TextField(_("reason for declining"), blank=True, editable=False)

    objects = AgendaProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["series", "created_at"], name="agenda_proposal_backlog", condition=models.Q(state="later")
            ),
            models.Index(fields=["entity", "state"], name="agenda_proposal_entity_state"),
        ]
        verbose_name = _("proposal for the agenda")
        verbose_name_plural = _("proposals for the agenda")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(meeting__isnull=False) | models.Q(series__isnull=False),
                name="agenda_proposal_for_something",
                violation_error_message=_("Say for which meeting or series it is proposed."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state="later") | models.Q(series__isnull=False),
                name="agenda_proposal_later_in_series",
                violation_error_message=_("Only a series has later meetings."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state="declined") | ~models.Q(declined_because=""),
                name="agenda_proposal_declined_with_reason",
                violation_error_message=_("Say why the proposal is declined."),
            ),
            models.CheckConstraint(
                condition=models.Q(minutes=None) | models.Q(minutes__gte=1),
                name="agenda_proposal_lasts",
                violation_error_message=_("An item lasts at least one minute."),
            ),
        ]

    def __str__(self):
        return languages.text_of(self, "title")

    def get_absolute_url(self):
        return reverse("meetings:agenda_proposal_detail", args=[self.pk])

    def get_edit_url(self):
        return reverse("meetings:agenda_proposal_edit", args=[self.pk])

    def get_transition_url(self, event):
        return reverse("meetings:agenda_proposal_transition", args=[self.pk, event])

    @property
    def shown_state(self):
        """The badge: other proposals, of wording, have a look of their own."""
        return "item_proposed" if self.state == AgendaProposalState.PROPOSED else self.state

    def is_of(self, user):
        return represents(user, self.entity_id)

    @property
    def target(self):
        """The meeting whose agenda would take it now; None where none is planned."""
        return next_planned(self.series) if self.series_id else self.meeting

    def missing_to_accept(self):
        target = self.target
        if target is None:
            return [_("No next meeting of the series is planned.")]
        if not target.takes_items:
            return [_("The agenda of the meeting is closed.")]
        is_full = target.items.filter(number__gte=HIGHEST_NUMBER).exists()
        return [_("The agenda has no number left for another item.")] if is_full else []
