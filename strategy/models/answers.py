"""Answers of a report, and the talk about each between the secretariat and the entity."""

from django.conf import settings
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy, pgettext_lazy

from core import languages
from core.models import File, VersionedModel
from entities.roles import is_member, is_secretariat, represented_ids
from initiatives.models import Initiative
from strategy import evidence_kinds
from strategy.models.cycles import CycleState
from strategy.models.questions import Consent, Question
from strategy.models.reports import Channel, Report, ReportState, Submission

SHORT_TITLE = 120  # characters of a decision, say, in a list of evidence


class CarriedOver(models.TextChoices):
    """What became of an answer that was taken from the last cycle. Empty: it was not."""

    UNCONFIRMED = "unconfirmed", pgettext_lazy("answer", "Not confirmed yet")
    UNCHANGED = "unchanged", pgettext_lazy("answer", "Unchanged")
    CHANGED = "changed", pgettext_lazy("answer", "Changed")


def consent_levels(user):
    """Of a published cycle, who reads answers of which level (besides the own entity's people)."""
    if is_secretariat(user):
        return {Consent.PUBLIC, Consent.MEMBERS, Consent.SECRETARIAT}
    if is_member(user):
        return {Consent.PUBLIC, Consent.MEMBERS}
    return {Consent.PUBLIC}


class AnswerQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of reports whose text the person may read; accepted ones of published cycles by level of consent.

        An answer to a question that applies no more stays with its report, but was not submitted: it is its writers'.
        """
        visible = models.Q(report__in=Report.objects.with_text_for(user))
        visible |= models.Q(
            report__cycle__state=CycleState.PUBLISHED,
            report__state=ReportState.ACCEPTED,
            question__consent__in=consent_levels(user),
        )
        writers = models.Q(report__entity__in=represented_ids(user))
        if is_secretariat(user):
            writers |= models.Q(report__channel=Channel.SECRETARIAT)
        return self.filter(visible, writers | models.Q(question__condition_question=None) | models.Exists(submitted()))

    def editable_by(self, user):
        return self.filter(report__in=Report.objects.editable_by(user))


def submitted():
    """For a query over answers: the last submission of the report, where it holds this answer."""
    return Submission.objects.filter(
        report=models.OuterRef("report"),
        number=models.OuterRef("report__number"),
        content__answers__has_key=models.OuterRef("question__code"),
    )


class Answer(VersionedModel):
    """One answer. Choices are stored by code, numbers as they are, a text in the language it was written in."""

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="answers", verbose_name=gettext_lazy("report")
    )
    # An answer without its question says nothing.
    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="answers", verbose_name=gettext_lazy("question")
    )
    value = models.JSONField(gettext_lazy("value"), null=True, blank=True)
    text = models.TextField(gettext_lazy("text"), blank=True)
    text_language = models.CharField(
        gettext_lazy("language of the text"), max_length=10, choices=languages.choices, blank=True
    )
    not_applicable = models.BooleanField(gettext_lazy("not applicable"), default=False)
    reason = models.TextField(gettext_lazy("reason why not applicable"), blank=True)
    carried_over = models.CharField(
        gettext_lazy("carried over from the last cycle"), max_length=12, choices=CarriedOver, blank=True
    )
    follow_up = models.BooleanField(
        gettext_lazy("follow up"), default=False, help_text=gettext_lazy("The secretariat comes back to this answer.")
    )
    # The unusual value that its writer said is right. The value itself, so that any other one is asked about anew.
    checked_value = models.JSONField(gettext_lazy("value checked by its writer"), null=True, blank=True, editable=False)
    changed_at = models.DateTimeField(gettext_lazy("last change"), auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=gettext_lazy("last changed by"),
    )

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["report_id", "question__section__position", "question__position", "pk"]
        verbose_name = gettext_lazy("answer")
        verbose_name_plural = gettext_lazy("answers")
        constraints = [
            models.UniqueConstraint(
                fields=["report", "question"],
                name="answer_once",
                violation_error_message=gettext_lazy("This question is answered already."),
            )
        ]

    def __str__(self):
        return f"{self.report_id}, {self.question_id}"

    def get_absolute_url(self):
        return f"{self.report.get_absolute_url()}#q-{self.question.code}"

    @property
    def is_checked(self):
        """Did the writer say that this very value is right?"""
        return self.value is not None and self.checked_value == self.value

    @property
    def content(self):
        """The answer without its keys: what a submission keeps and what two cycles compare."""
        return {
            "value": self.value,
            "text": self.text,
            "text_language": self.text_language,
            "not_applicable": self.not_applicable,
            "reason": self.reason,
            "carried_over": self.carried_over,
        }


class AnswerCommentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The entity's people, and the secretariat as far as it reads the text that is spoken of. Never published."""
        visible = models.Q(answer__report__in=Report.objects.with_text_for(user))
        if is_secretariat(user):
            visible |= models.Q(is_secretariat=True)
        return self.filter(visible)

    def editable_by(self, user):
        """A comment that was read is not rewritten."""
        return self.none()


class AnswerComment(models.Model):
    answer = models.ForeignKey(
        Answer, on_delete=models.PROTECT, related_name="comments", verbose_name=gettext_lazy("answer")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=gettext_lazy("by")
    )
    is_secretariat = models.BooleanField(gettext_lazy("by the secretariat"), default=False)
    at = models.DateTimeField(gettext_lazy("at"), auto_now_add=True)
    text = models.TextField(gettext_lazy("text"), max_length=4000)

    objects = AnswerCommentQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = gettext_lazy("comment on an answer")
        verbose_name_plural = gettext_lazy("comments on answers")

    def __str__(self):
        return self.text[:80]

    def get_absolute_url(self):
        return self.answer.get_absolute_url()


def may_comment(report, user):
    """May the person comment on the answers of this report? Both sides, once it was submitted."""
    took_part = is_secretariat(user) or report.entity_id in represented_ids(user)
    return took_part and report.number > 0


class EvidenceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """With the answer; a record that the person does not see is not named. A file is no part of what an entity
        consents to publish: it stays with those who read the report itself."""
        named = models.Q(initiative=None) | models.Q(initiative__in=Initiative.objects.visible_to(user))
        files = models.Q(file=None) | models.Q(answer__report__in=Report.objects.with_text_for(user))
        records = evidence_kinds.named_visibly(user)
        return self.filter(named, files, records, answer__in=Answer.objects.visible_to(user))

    def editable_by(self, user):
        return self.filter(answer__in=Answer.objects.editable_by(user))


def only(thing):
    """The condition that this is given, and nothing else."""
    condition = ~models.Q(url="") if thing == "url" else models.Q(url="")
    condition &= ~models.Q(kind="") if thing == "record_id" else models.Q(kind="")
    for name in ("initiative", "record_id", "file"):
        condition &= models.Q(**{f"{name}__isnull": name != thing})
    return condition


class Evidence(VersionedModel):
    """How we know: an initiative, a record of a higher room, a public address or, where nothing else fits, a file.

    `kind` and `record_id` name a record of evidence_kinds.py; `record` is that record, after evidence.attach().
    """

    record = None

    answer = models.ForeignKey(
        Answer, on_delete=models.CASCADE, related_name="evidence", verbose_name=gettext_lazy("answer")
    )
    # The answer stands on it, so it cannot vanish.
    initiative = models.ForeignKey(
        Initiative,
        on_delete=models.PROTECT,
        related_name="evidence_for",
        null=True,
        blank=True,
        verbose_name=gettext_lazy("initiative"),
    )
    kind = models.CharField(gettext_lazy("kind"), max_length=20, blank=True)
    # Of a room above this one, so no foreign key: evidence_kinds.py refuses to delete what is named here.
    record_id = models.PositiveBigIntegerField(gettext_lazy("record"), null=True, blank=True)
    url = models.URLField(gettext_lazy("link"), max_length=500, blank=True)
    file = models.OneToOneField(
        File, on_delete=models.PROTECT, related_name="+", null=True, blank=True, verbose_name=gettext_lazy("file")
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = gettext_lazy("evidence")
        verbose_name_plural = gettext_lazy("evidence")
        constraints = [
            models.CheckConstraint(
                condition=only("initiative") | only("record_id") | only("url") | only("file"),
                name="evidence_is_one_thing",
                violation_error_message=gettext_lazy("Give one thing: a record, a link or a file."),
            ),
            models.UniqueConstraint(
                fields=["answer", "initiative"],
                name="evidence_initiative_once",
                violation_error_message=gettext_lazy("This initiative is named already."),
            ),
            # Read from the record's side too: "evidence for".
            models.UniqueConstraint(
                fields=["kind", "record_id", "answer"],
                condition=~models.Q(kind=""),
                name="evidence_record_once",
                violation_error_message=gettext_lazy("This is given as evidence already."),
            ),
        ]

    def __str__(self):
        return self.url or str(self.file or self.initiative or self.record_words)

    @property
    def record_kind(self):
        return evidence_kinds.kinds().get(self.kind)

    @property
    def record_code(self):
        return self.record_kind.code(self.record)

    @property
    def record_title(self):
        """HTML that carries its language; long texts are shortened."""
        text, language = languages.shown(self.record, self.record_kind.field)
        return languages.mark(Truncator(text).chars(SHORT_TITLE), language)

    @property
    def record_address(self):
        return self.record_kind.address(self.record)

    @property
    def record_words(self):
        """The record in one line of plain text, where it is attached."""
        return self.record_kind.words(self.record) if self.record else f"{self.kind} {self.record_id}"

    def get_absolute_url(self):
        return self.answer.get_absolute_url()
