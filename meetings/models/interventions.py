"""What an entity said in a meeting. The unit of an inter-agency record: entity X said this under item n."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core import languages
from core.models import Goal, Process, TranslatedModel
from core.querysets import TranslatedQuerySet
from entities.models import Entity
from entities.roles import focal_ids, is_focal, is_member, is_secretariat, represented_ids
from initiatives.models import Initiative
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import WRITING_STATES, Meeting, MeetingState


class InterventionKind(models.TextChoices):
    STATEMENT = "statement", _("Statement")
    QUESTION = "question", _("Question")
    ANSWER = "answer", _("Answer")
    UPDATE = "update", _("Update")
    OFFER = "offer", _("Offer")
    REQUEST = "request", _("Request")


class InterventionQuerySet(TranslatedQuerySet):
    def visible_to(self, user):
        """Drafts for the entity's own people and the secretariat; on record for all members;
        for visitors of a public meeting once its record is adopted, or where the entity itself has published
        what it said, except under a members' item."""
        visible = self.filter(meeting__in=Meeting.objects.visible_to(user))
        if is_secretariat(user):
            return visible
        if is_member(user):
            return visible.filter(models.Q(is_draft=False) | models.Q(entity__in=represented_ids(user)))
        open_to_all = models.Q(meeting__state=MeetingState.ADOPTED) | models.Q(is_published_by_entity=True)
        return visible.filter(open_to_all, is_draft=False).exclude(item__is_members_only=True)

    def editable_by(self, user):
        """Until the record is circulated: a contributor the entity's drafts, a focal point all of the entity's."""
        open_ = self.filter(meeting__in=Meeting.objects.visible_to(user), meeting__state__in=WRITING_STATES)
        if is_secretariat(user):
            return open_
        return open_.filter(
            models.Q(entity__in=focal_ids(user)) | models.Q(entity__in=represented_ids(user), is_draft=True)
        )

    def of_entity(self, entity):
        return self.filter(entity=entity)

    def on_record(self):
        return self.filter(is_draft=False)

    def questions(self):
        """What can be answered: on record, so that all members know what was asked."""
        return self.on_record().filter(kind=InterventionKind.QUESTION)

    def unanswered(self):
        """Questions to which no answer is on record."""
        given = Intervention.objects.on_record().filter(answers=models.OuterRef("pk"))
        return self.questions().filter(~models.Exists(given))


class Intervention(TranslatedModel):
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="interventions", verbose_name=_("meeting")
    )
    # Empty where the source does not say under which item it was said.
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="interventions",
        verbose_name=_("agenda item"),
    )
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="interventions", verbose_name=_("entity"))
    unit = models.CharField(pgettext_lazy("of an entity", "unit"), max_length=150, blank=True)
    speaker_name = models.CharField(_("name of the speaker"), max_length=150, blank=True)
    speaker_title = models.CharField(_("function of the speaker"), max_length=150, blank=True, default="")
    kind = models.CharField(_("kind"), max_length=12, choices=InterventionKind, default=InterventionKind.STATEMENT)
    # An answer stays when its question is removed: it was said.
    answers = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="given_answers",
        verbose_name=_("answer to"),
    )
    addressed_to = models.ForeignKey(
        Entity,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="questions_received",
        verbose_name=_("question to"),
    )
    text = models.TextField(_("what was said"), blank=True, default="")
    note = models.TextField(_("note"), blank=True, default="")
    is_summary = models.BooleanField(
        _("summary"), default=False, help_text=_("A summary made from a source, not the entity's own words.")
    )
    is_draft = models.BooleanField(
        _("draft"), default=True, help_text=_("Only the entity and the secretariat see a draft.")
    )
    is_published_by_entity = models.BooleanField(
        _("published by the entity"),
        default=False,
        help_text=_("The entity has published this itself: everybody reads it before the record is adopted."),
    )
    initiatives = models.ManyToManyField(
        Initiative, blank=True, related_name="interventions", verbose_name=_("initiatives")
    )
    processes = models.ManyToManyField(
        Process, blank=True, related_name="interventions", verbose_name=_("processes and events")
    )
    goals = models.ManyToManyField(Goal, blank=True, related_name="interventions", verbose_name=_("Goals"))

    objects = InterventionQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "item__number", "pk"]
        indexes = [models.Index(fields=["entity", "meeting"], name="intervention_entity")]
        verbose_name = _("intervention")
        verbose_name_plural = _("interventions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answers=None) | models.Q(kind="answer"),
                name="intervention_answers_as_answer",
                violation_error_message=_("Only an answer answers a question."),
            ),
            models.CheckConstraint(
                condition=models.Q(addressed_to=None) | models.Q(kind="question"),
                name="intervention_addressed_as_question",
                violation_error_message=_("Only a question is addressed to an entity."),
            ),
        ]

    def __str__(self):
        return f"{self.entity}, {self.meeting}"

    def clean(self):
        super().clean()
        question = self.answers
        if question and (question.meeting_id, question.kind) != (self.meeting_id, InterventionKind.QUESTION):
            raise ValidationError({"answers": gettext("Choose a question of this meeting.")})
        if self.pk and self.kind != InterventionKind.QUESTION and self.given_answers.exists():
            raise ValidationError({"kind": gettext("It has answers: it stays a question.")})

    def get_absolute_url(self):
        return f"{self.meeting.get_absolute_url()}#intervention-{self.pk}"

    def get_edit_url(self):
        return reverse("meetings:intervention_edit", args=[self.pk])

    def get_record_url(self):
        return reverse("meetings:intervention_record", args=[self.pk])

    def get_delete_url(self):
        return reverse("meetings:intervention_delete", args=[self.pk])

    def may_be_recorded_by(self, user):
        """From the opening of the meeting until the circulation: by a focal point of the entity, or the secretariat."""
        return self.meeting.is_recording and (is_secretariat(user) or is_focal(user, self.entity_id))

    @property
    def original(self):
        return languages.BY_CODE[self.original_language]
