"""What entities say about a record that is circulated. Once its revision is closed, none of it changes any more."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import languages
from core.models import VersionedModel
from core.saving.words import side_by_side
from core.workflow import state_field
from entities.models import Entity
from entities.roles import focal_ids, is_focal, is_member
from meetings.models.interventions import Intervention
from meetings.models.records import Outcome, RecordRevision


def while_open():
    """Of rows about a revision: none is written or changed after it was adopted or taken back."""
    return [
        pgtrigger.Trigger(
            name="only_while_open",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update,
            declare=[("found", "text")],
            func="""
                SELECT outcome INTO found FROM meetings_recordrevision WHERE id = NEW.revision_id;
                IF found <> 'open' THEN
                    RAISE EXCEPTION 'Record revision % is closed: nothing is said about it any more', NEW.revision_id;
                END IF;
                RETURN NEW;
            """,
        ),
        pgtrigger.Protect(name="what_was_said_is_kept", operation=pgtrigger.Delete),
    ]


class ClearanceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who has answered is known to the members."""
        visible = self.filter(revision__in=RecordRevision.objects.visible_to(user))
        return visible if is_member(user) else self.none()

    def editable_by(self, user):
        """A focal point or an alternate answers for the entity while the revision is open."""
        return self.filter(revision__outcome=Outcome.OPEN, entity__in=focal_ids(user))


class Clearance(models.Model):
    """An entity that was asked to clear a revision."""

    revision = models.ForeignKey(RecordRevision, on_delete=models.PROTECT, related_name="clearances")
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="clearances", verbose_name=_("entity"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )

    objects = ClearanceQuerySet.as_manager()

    class Meta:
        ordering = ["revision", "entity__code"]
        verbose_name = _("clearance by an entity")
        verbose_name_plural = _("clearances by entities")
        constraints = [
            models.UniqueConstraint(fields=["revision", "entity"], name="clearance_once"),
            models.CheckConstraint(
                condition=models.Q(confirmed_at=None, confirmed_by=None)
                | models.Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="clearance_confirmed_by_somebody",
            ),
        ]
        triggers = while_open()

    def __str__(self):
        return f"{self.entity}, {self.revision}"

    def get_absolute_url(self):
        return self.revision.record.get_clearance_url()


class SaidQuerySet(models.QuerySet):
    """Proposals, objections and comments."""

    def visible_to(self, user):
        """Members only: the accepted wordings stand in the adopted record for everybody."""
        visible = self.filter(revision__in=RecordRevision.objects.visible_to(user))
        return visible if is_member(user) else self.none()


class ProposalState(models.TextChoices):
    OPEN = "open", pgettext_lazy("state", "Open")
    DISCUSSED = "discussed", pgettext_lazy("state", "Under discussion")
    ACCEPTED = "accepted", pgettext_lazy("state", "Accepted")
    WITHDRAWN = "withdrawn", pgettext_lazy("state", "Withdrawn")


# Until they are settled the record is not adopted.
UNSETTLED = (ProposalState.OPEN, ProposalState.DISCUSSED)


class ProposalQuerySet(SaidQuerySet):
    def unsettled(self):
        return self.filter(state__in=UNSETTLED)

    def accepted(self):
        return self.filter(state=ProposalState.ACCEPTED)


class Proposal(VersionedModel):
    """Another wording that an entity proposes for its own intervention, in one language.

    Moves: clearance_workflow.py.
    """

    revision = models.ForeignKey(
        RecordRevision, on_delete=models.PROTECT, related_name="proposals", verbose_name=_("revision")
    )
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+", verbose_name=_("entity"))
    # An intervention may be taken out before Rev.1; what was proposed to Rev.0 stays, and its snapshot says about what.
    intervention = models.ForeignKey(
        Intervention,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="proposals",
        verbose_name=_("intervention"),
    )
    language = models.CharField(_("language"), max_length=10, choices=languages.choices)
    before = models.TextField(_("wording in the record"), editable=False)
    after = models.TextField(_("proposed wording"))
    why = models.TextField(_("why"), blank=True)
    state = state_field(ProposalState, ProposalState.OPEN)
    answer = models.TextField(_("answer of the secretariat"), blank=True, editable=False)
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now, editable=False)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True, editable=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["revision", "proposed_at", "pk"]
        verbose_name = _("proposed wording")
        verbose_name_plural = _("proposed wordings")
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "intervention", "language"],
                condition=Q(state__in=["open", "discussed"]),
                name="proposal_one_unsettled",
                violation_error_message=_("A wording is proposed for this intervention already."),
            ),
            models.CheckConstraint(condition=~Q(after=models.F("before")), name="proposal_changes_something"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "discussed"], settled_at=None)
                | Q(state__in=["accepted", "withdrawn"], settled_at__isnull=False),
                name="proposal_settled_at_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state="discussed") | ~Q(answer=""),
                name="proposal_discussed_with_answer",
                violation_error_message=_("Answer the entity before you put its wording to discussion."),
            ),
        ]
        triggers = while_open()

    def __str__(self):
        return f"{self.entity}, {self.revision}"

    def get_absolute_url(self):
        return f"{self.revision.record.get_clearance_url()}#proposal-{self.pk}"

    def get_transition_url(self, event):
        return reverse("meetings:proposal_transition", args=[self.pk, event])

    @property
    def sides(self):
        """(before, after) as HTML with the words marked that differ."""
        return side_by_side(self.before, self.after)

    def is_spoken_for(self, user):
        return is_focal(user, self.entity_id)

    def working_after(self, working, original, written):
        """The languages that are working translations once this wording stands, of those in which there is a text: with
        a new original nobody has compared the others, and what the entity says itself is none."""
        behind = set(written) - {original} if self.language == original else set()
        marked = {*working, *behind} - {self.language}
        return [code for code in languages.CODES if code in marked]


class ObjectionState(models.TextChoices):
    OPEN = "open", pgettext_lazy("state", "Open")
    WITHDRAWN = "withdrawn", pgettext_lazy("state", "Withdrawn")


class ObjectionQuerySet(SaidQuerySet):
    def unsettled(self):
        return self.filter(state=ObjectionState.OPEN)


class Objection(VersionedModel):
    """An entity does not agree to the record as circulated. The record is not adopted over it."""

    revision = models.ForeignKey(
        RecordRevision, on_delete=models.PROTECT, related_name="objections", verbose_name=_("revision")
    )
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+", verbose_name=_("entity"))
    reason = models.TextField(_("reason"))
    state = state_field(ObjectionState, ObjectionState.OPEN)
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    settled_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        ordering = ["revision", "made_at", "pk"]
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "entity"],
                condition=Q(state="open"),
                name="objection_one_open",
                violation_error_message=_("Your entity has objected already."),
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="objection_with_reason"),
            models.CheckConstraint(
                condition=Q(state="open", settled_at=None) | Q(state="withdrawn", settled_at__isnull=False),
                name="objection_withdrawn_at_a_moment",
            ),
        ]
        triggers = while_open()

    def __str__(self):
        return f"{self.entity}, {self.revision}"

    def get_absolute_url(self):
        return f"{self.revision.record.get_clearance_url()}#objection-{self.pk}"

    def get_transition_url(self, event):
        return reverse("meetings:objection_transition", args=[self.pk, event])

    def is_spoken_for(self, user):
        return is_focal(user, self.entity_id)


class RecordComment(models.Model):
    """A remark on a circulated record, in the language of its writer. It is added, never changed, and stops nothing."""

    revision = models.ForeignKey(
        RecordRevision, on_delete=models.PROTECT, related_name="comments", verbose_name=_("revision")
    )
    entity = models.ForeignKey(
        Entity, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("entity")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("author")
    )
    text = models.TextField(_("comment"))
    written_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)

    objects = SaidQuerySet.as_manager()

    class Meta:
        ordering = ["revision", "written_at", "pk"]
        verbose_name = _("comment on a record")
        verbose_name_plural = _("comments on records")
        triggers = while_open()

    def __str__(self):
        return self.text[:80]

    def get_absolute_url(self):
        return f"{self.revision.record.get_clearance_url()}#comment-{self.pk}"
