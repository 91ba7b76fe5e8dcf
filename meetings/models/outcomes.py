"""What follows from a meeting: decisions, and the action points by which they are carried out."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import languages
from core.models import TransitionEvent, TranslatedModel
from core.querysets import TranslatedQuerySet
from core.workflow import state_field
from entities.models import Entity, EntityKind
from entities.roles import is_focal, is_member, is_secretariat, represented_ids
from initiatives.models import Initiative
from meetings import times
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import CIRCULATED_STATES, RECORDING_STATES, Meeting, MeetingState
from meetings.models.numbers import NumberedModel
from strategy.models import Node


class DecisionQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """Part of the record: for members from its circulation on, for visitors once it is adopted and public."""
        visible = self.filter(meeting__in=Meeting.objects.visible_to(user))
        if is_secretariat(user):
            return visible
        if is_member(user):
            return visible.filter(meeting__state__in=CIRCULATED_STATES)
        return visible.filter(meeting__state=MeetingState.ADOPTED).exclude(item__is_members_only=True)

    def editable_by(self, user):
        return self.filter(meeting__state__in=RECORDING_STATES) if is_secretariat(user) else self.none()

    def concerning(self, entity, user):
        """Under an item that the entity presented, or with an action point that it owns and the user sees."""
        owned = ActionPoint.objects.visible_to(user).owned_by([entity.pk]).values("decision")
        return self.filter(models.Q(item__in=AgendaItem.objects.presented_by([entity.pk])) | models.Q(pk__in=owned))


class Decision(NumberedModel, TranslatedModel):
    number_format = "{year}/{serial}"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("meeting"))
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("agenda item"),
    )
    text = models.TextField(_("decision"), blank=True, default="")
    nodes = models.ManyToManyField(Node, blank=True, related_name="decisions", verbose_name=_("parts of the strategy"))
    initiatives = models.ManyToManyField(
        Initiative, blank=True, related_name="decisions", verbose_name=_("initiatives")
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["year", "serial", "pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("meetings:decision_detail", args=[self.pk])

    def get_edit_url(self):
        return reverse("meetings:decision_edit", args=[self.pk])


class ActionPointState(models.TextChoices):
    OPEN = "open", pgettext_lazy("state", "Open")
    IN_PROGRESS = "in_progress", pgettext_lazy("state", "In progress")
    REPORTED_DONE = "reported_done", pgettext_lazy("state", "Reported done")
    VERIFIED = "verified", pgettext_lazy("state", "Verified")
    WITHDRAWN = "withdrawn", pgettext_lazy("state", "Withdrawn")


# The owner still has to act.
OWED_STATES = (ActionPointState.OPEN, ActionPointState.IN_PROGRESS)
ENDED_STATES = (ActionPointState.VERIFIED, ActionPointState.WITHDRAWN)


class ActionPointQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """Members only, with the meetings that they see."""
        if not is_member(user):
            return self.none()
        return self.filter(meeting__in=Meeting.objects.visible_to(user))

    def editable_by(self, user):
        """Wording, owners and date are the secretariat's, until it is verified or withdrawn."""
        return self.exclude(state__in=ENDED_STATES) if is_secretariat(user) else self.none()

    def reportable_by(self, user):
        """Who may add a note on progress: people of an owner entity, and the secretariat."""
        running = self.visible_to(user).exclude(state__in=ENDED_STATES)
        return running if is_secretariat(user) else running.owned_by(represented_ids(user))

    def owned_by(self, entity_ids):
        # Subquery, not a join: an action point of two entities would come twice.
        owned = ActionPoint.owners.through.objects.filter(entity__in=entity_ids).values("actionpoint")
        return self.filter(pk__in=owned)

    def owed(self):
        return self.filter(state__in=OWED_STATES)

    def overdue(self):
        return self.owed().filter(due__lt=times.today_in())


class ActionPoint(NumberedModel, TranslatedModel):
    """Changes of state go through workflow.py. Overdue is derived: the day in the secretariat's city has passed."""

    number_format = "AP-{year}-{serial:03d}"

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="action_points", verbose_name=_("meeting")
    )
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="action_points",
        verbose_name=_("agenda item"),
    )
    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="action_points",
        verbose_name=_("decision"),
    )
    text = models.TextField(_("what is to be done"), blank=True, default="")
    owners = models.ManyToManyField(Entity, related_name="action_points", verbose_name=_("owners"))
    due = models.DateField(_("due on"), null=True, blank=True, help_text=_("The end of that day in New York."))
    is_important = models.BooleanField(
        _("important"), default=False, help_text=_("It is reported done only with evidence.")
    )
    state = state_field(ActionPointState, ActionPointState.OPEN)
    # Who reported and who verified stay known, so those people cannot vanish.
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("reported by"),
    )
    reported_at = models.DateTimeField(_("reported"), null=True, blank=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("verified by"),
    )
    verified_at = models.DateTimeField(_("verified"), null=True, blank=True, editable=False)
    withdrawn_because = models.TextField(_("reason for withdrawing"), blank=True, editable=False)

    objects = ActionPointQuerySet.as_manager()

    class Meta:
        ordering = ["year", "serial", "pk"]
        indexes = [models.Index(fields=["state", "due"], name="action_point_state_due")]
        verbose_name = _("action point")
        verbose_name_plural = _("action points")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=["reported_done", "verified"])
                | models.Q(reported_by__isnull=False, reported_at__isnull=False),
                name="action_point_reported_by_somebody",
                violation_error_message=_("Say who reported it done, and when."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state="verified") | models.Q(verified_by__isnull=False, verified_at__isnull=False),
                name="action_point_verified_by_somebody",
                violation_error_message=_("Say who verified it, and when."),
            ),
            models.CheckConstraint(
                condition=models.Q(verified_by=None) | ~models.Q(verified_by=models.F("reported_by")),
                name="action_point_verified_by_another",
                violation_error_message=_("Somebody other than the person who reported it must verify it."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state="withdrawn") | ~models.Q(withdrawn_because=""),
                name="action_point_withdrawn_with_reason",
                violation_error_message=_("Say why the action point is withdrawn."),
            ),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("meetings:action_point_detail", args=[self.pk])

    def get_edit_url(self):
        return reverse("meetings:action_point_edit", args=[self.pk])

    def get_transition_url(self, event):
        return reverse("meetings:action_point_transition", args=[self.pk, event])

    @property
    def is_owed(self):
        return self.state in OWED_STATES

    @property
    def is_settled(self):
        """Nothing is owed any more: its date is shown without a warning."""
        return not self.is_owed

    @property
    def is_overdue(self):
        return self.is_owed and self.due is not None and self.due < times.today_in()

    @property
    def shown_state(self):
        """The badge: overdue says more than open."""
        return "overdue" if self.is_overdue else self.state

    def missing_to_report(self):
        if self.is_important and not self.evidence.exists():
            return [_("This action point is important: add evidence first.")]
        return []

    def missing_to_report_on_behalf(self):
        missing = self.missing_to_report()
        if not self.told_by_owners().exists():
            missing.append(_("Write first what the owner told you: add a note on its behalf that says how it came."))
        return missing

    def told_by_owners(self):
        """Notes that the secretariat wrote for an owner, since the action point was opened last."""
        reopened = TransitionEvent.objects.of(self).filter(event="reopen").aggregate(last=models.Max("at"))["last"]
        told = self.notes.exclude(channel="")
        return told.filter(created_at__gt=reopened) if reopened else told

    def is_spoken_for(self, entity, user):
        """Whether the person speaks for this owner: its focal point, and for the coordinator the secretariat."""
        return is_focal(user, entity.pk) or (entity.kind == EntityKind.COORDINATOR and is_secretariat(user))

    def may_be_reported_by(self, user):
        return any(self.is_spoken_for(entity, user) for entity in self.owners.all())


class Channel(models.TextChoices):
    """How an owner told the secretariat what it did. Empty: the author of the note wrote it for the own entity."""

    MAIL = "mail", _("By e-mail")
    PHONE = "phone", _("By telephone")
    MEETING = "meeting", _("In a meeting")
    OTHER = "other", _("In another way")


class ProgressNoteQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        return self.filter(action_point__in=ActionPoint.objects.visible_to(user))


class ProgressNote(TranslatedModel):
    """What was done so far. Notes are added, never changed."""

    action_point = models.ForeignKey(
        ActionPoint, on_delete=models.PROTECT, related_name="notes", verbose_name=_("action point")
    )
    entity = models.ForeignKey(
        Entity, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("entity")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("author"),
    )
    # The meeting in whose follow-up it answers; empty for any other note.
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="follow_up_notes",
        verbose_name=_("answered for the meeting"),
    )
    written_on = models.DateField(_("date"), default=times.today_in)
    text = models.TextField(_("progress"), blank=True, default="")
    url = models.URLField(_("where it can be seen"), max_length=500, blank=True)
    channel = models.CharField(_("how it reached the secretariat"), max_length=8, choices=Channel, blank=True)

    objects = ProgressNoteQuerySet.as_manager()

    class Meta:
        ordering = ["action_point", "written_on", "pk"]
        verbose_name = _("note on progress")
        verbose_name_plural = _("notes on progress")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(channel="") | models.Q(entity__isnull=False),
                name="progress_note_on_behalf_of_an_entity",
                violation_error_message=_("Choose the entity that told you, and say how."),
            )
        ]

    def __str__(self):
        return languages.text_of(self, "text")[:80]

    def set_text(self, text):
        setattr(self, languages.column("text", self.original_language), text)
