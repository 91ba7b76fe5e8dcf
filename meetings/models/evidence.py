"""How we know that an action point was carried out."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import File, VersionedModel
from initiatives.models import Initiative
from meetings.models.documents import MeetingDocument
from meetings.models.outcomes import OWED_STATES, ActionPoint, Decision
from strategy.models import Answer

# What evidence can be: a record of the portal, an address or a file.
RECORDS = {"decision": Decision, "initiative": Initiative, "document": MeetingDocument, "answer": Answer}
KINDS = (*RECORDS, "url", "file")


def only(kind):
    """The condition that this is given, and nothing else."""
    condition = Q()
    for other in KINDS:
        empty = Q(url="") if other == "url" else Q(**{f"{other}__isnull": True})
        condition &= ~empty if other == kind else empty
    return condition


def one_thing():
    condition = Q()
    for kind in KINDS:
        condition |= only(kind)
    return condition


class ActionPointEvidenceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """With the action point; a record that the person does not see is not named."""
        visible = self.filter(action_point__in=ActionPoint.objects.visible_to(user))
        for name, model in RECORDS.items():
            visible = visible.filter(
                Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__in": model.objects.visible_to(user)})
            )
        return visible

    def editable_by(self, user):
        """Taken away by those who report, until they have reported: from then on the report stands on it."""
        return self.filter(action_point__in=ActionPoint.objects.reportable_by(user).filter(state__in=OWED_STATES))

    def with_records(self):
        answer = (
            "answer__question",
            "answer__report__entity",
            "answer__report__cycle",
            "answer__report__questionnaire",
        )
        rows = self.select_related("decision", "initiative", "document__meeting", "document__file", "file", *answer)
        return rows.defer("file__text", "document__file__text")


class ActionPointEvidence(VersionedModel):
    """One thing: a decision, an initiative, a paper of a meeting, an answer of a report, an address or a file."""

    action_point = models.ForeignKey(
        ActionPoint, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("action point")
    )
    # A report stands on its evidence, so that cannot vanish.
    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence_for",
        verbose_name=_("decision"),
    )
    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence_for_action_points",
        verbose_name=_("initiative"),
    )
    document = models.ForeignKey(
        MeetingDocument,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence_for",
        verbose_name=_("document"),
    )
    answer = models.ForeignKey(
        Answer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence_for_action_points",
        verbose_name=_("answer of a report"),
    )
    url = models.URLField(_("link"), max_length=500, blank=True)
    file = models.OneToOneField(
        File, on_delete=models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("file")
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("added by"),
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = ActionPointEvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["action_point", "pk"]
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints = [
            models.CheckConstraint(
                condition=one_thing(),
                name="action_point_evidence_is_one_thing",
                violation_error_message=_("Give one thing: a record, a link or a file."),
            ),
            *[
                models.UniqueConstraint(
                    fields=["action_point", name],
                    name=f"action_point_evidence_{name}_once",
                    violation_error_message=_("This is given as evidence already."),
                )
                for name in RECORDS
            ],
            models.UniqueConstraint(
                fields=["action_point", "url"],
                condition=~Q(url=""),
                name="action_point_evidence_url_once",
                violation_error_message=_("This is given as evidence already."),
            ),
        ]

    def __str__(self):
        return self.url or str(self.thing)

    def get_absolute_url(self):
        return f"{self.action_point.get_absolute_url()}#evidence"

    @property
    def kind(self):
        """One of KINDS."""
        return next(name for name in KINDS if getattr(self, name if name == "url" else f"{name}_id"))

    @property
    def thing(self):
        return getattr(self, self.kind)

    @property
    def address(self):
        """Where it is seen."""
        if self.kind == "url":
            return self.url
        return self.document.address if self.kind == "document" else self.thing.get_absolute_url()
