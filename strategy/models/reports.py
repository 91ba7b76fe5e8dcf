"""Reports: what one entity answers in one cycle to one questionnaire, and what it submitted when."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.models import File, TransitionEvent, VersionedModel
from core.workflow import state_field
from entities.models import Entity
from entities.roles import is_secretariat, represented_ids
from strategy.models.cycles import Cycle
from strategy.models.deadlines import Deadline
from strategy.models.extensions import Extension
from strategy.models.questionnaires import Questionnaire, everything_asked


class ReportState(models.TextChoices):
    NOT_STARTED = "not_started", pgettext_lazy("state", "Not started")
    DRAFT = "draft", pgettext_lazy("state", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("state", "Submitted")
    RETURNED = "returned", pgettext_lazy("state", "Returned")
    ACCEPTED = "accepted", pgettext_lazy("state", "Accepted")


WITH_THE_ENTITY = {ReportState.NOT_STARTED, ReportState.DRAFT}


class Channel(models.TextChoices):
    """Who typed the report. On behalf of an entity the secretariat enters what it got by mail."""

    ENTITY = "entity", gettext_lazy("Entered by the entity")
    SECRETARIAT = "secretariat", gettext_lazy("Entered by the secretariat on behalf of the entity")


class Means(models.TextChoices):
    """How a report came that the secretariat enters on behalf of the entity. Empty: the entity enters it itself."""

    MAIL = "mail", gettext_lazy("By e-mail")
    LETTER = "letter", gettext_lazy("By letter")
    TELEPHONE = "telephone", gettext_lazy("By telephone")
    MEETING = "meeting", gettext_lazy("In a meeting")
    WORKBOOK = "workbook", gettext_lazy("As a workbook")
    UNRECORDED = "unrecorded", gettext_lazy("Not recorded")  # entered before the portal asked for it


class ReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Own entity's people, and the secretariat. Of a draft the secretariat sees no text: see with_text_for."""
        if is_secretariat(user):
            return self
        return self.filter(entity__in=represented_ids(user))

    def with_text_for(self, user):
        """Reports whose answers the person may read as they stand now."""
        own = models.Q(entity__in=represented_ids(user))
        if is_secretariat(user):
            return self.filter(own | ~models.Q(state__in=WITH_THE_ENTITY) | models.Q(channel=Channel.SECRETARIAT))
        return self.filter(own)

    def editable_by(self, user):
        """Drafts: by the entity's people, and by the secretariat where it enters them on behalf of the entity."""
        drafts = self.filter(state=ReportState.DRAFT)
        own = models.Q(entity__in=represented_ids(user))
        if is_secretariat(user):
            return drafts.filter(own | models.Q(channel=Channel.SECRETARIAT))
        return drafts.filter(own)

    def to_review(self):
        return self.filter(state=ReportState.SUBMITTED)

    def with_deadlines(self):
        """For lists that say when reports are due: their extensions without a query for each. Add the cycle too."""
        return self.annotate(extended_until=Extension.objects.as_column())

    def reviewable_by(self, user):
        """What the officer may accept or return: nobody reviews the report of an entity that one serves oneself."""
        return self.exclude(entity__in=represented_ids(user)) if is_secretariat(user) else self.none()

    def accepted(self):
        """Reports with an accepted submission. One that was reopened since counts with what was accepted."""
        return self.filter(accepted_submission__isnull=False)


class Report(VersionedModel):
    """`number` counts submissions. Changes of state go through workflow.py."""

    # A report is the record of what an entity said: none of the three can vanish under it.
    entity = models.ForeignKey(
        Entity, on_delete=models.PROTECT, related_name="reports", verbose_name=gettext_lazy("entity")
    )
    cycle = models.ForeignKey(
        Cycle, on_delete=models.PROTECT, related_name="reports", verbose_name=gettext_lazy("cycle")
    )
    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="reports", verbose_name=gettext_lazy("questionnaire")
    )
    state = state_field(ReportState, ReportState.NOT_STARTED)
    number = models.PositiveSmallIntegerField(gettext_lazy("submissions"), default=0, editable=False)
    channel = models.CharField(
        gettext_lazy("channel"), max_length=12, choices=Channel, default=Channel.ENTITY, editable=False
    )
    received_through = models.CharField(
        gettext_lazy("how it reached the secretariat"), max_length=12, choices=Means, blank=True, editable=False
    )
    received_from = models.CharField(
        gettext_lazy("received from"),
        max_length=200,
        blank=True,
        help_text=gettext_lazy("The person or office of the entity that gave you its answers."),
    )
    received_on = models.DateField(gettext_lazy("received on"), null=True, blank=True)
    submitted_at = models.DateTimeField(gettext_lazy("submitted"), null=True, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=gettext_lazy("submitted by"),
    )
    # Set by the first comment of the secretariat: from then on the entity cannot recall.
    review_began_at = models.DateTimeField(gettext_lazy("review began"), null=True, blank=True, editable=False)
    accepted_submission = models.ForeignKey(
        "Submission",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=gettext_lazy("accepted submission"),
    )
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

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-cycle__year", "entity__code", "questionnaire_id", "pk"]
        verbose_name = gettext_lazy("report")
        verbose_name_plural = gettext_lazy("reports")
        constraints = [
            models.UniqueConstraint(
                fields=["entity", "cycle", "questionnaire"],
                name="report_once",
                violation_error_message=gettext_lazy("This entity has this report in this cycle already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["submitted", "returned", "accepted"])
                | models.Q(submitted_at__isnull=False, number__gte=1),
                name="report_submitted_with_date",
                violation_error_message=gettext_lazy("A submitted report needs a date and a number."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state="accepted") | models.Q(accepted_submission__isnull=False),
                name="report_accepted_with_submission",
                violation_error_message=gettext_lazy("An accepted report needs the submission that was accepted."),
            ),
            models.CheckConstraint(
                condition=models.Q(channel="secretariat") & ~models.Q(received_through="")
                | models.Q(channel="entity", received_through="", received_from="", received_on=None),
                name="report_on_behalf_says_how_it_came",
                violation_error_message=gettext_lazy("Say how the report reached the secretariat."),
            ),
        ]

    def __str__(self):
        return f"{self.entity}: {self.questionnaire}, {self.cycle}"

    def get_absolute_url(self):
        return reverse("strategy:report_detail", args=[self.pk])

    def get_edit_url(self, section="", question=""):
        url = reverse("strategy:report_edit", args=[self.pk])
        return url + (f"?section={section}" if section else "") + (f"#q-{question}" if question else "")

    def get_workbook_url(self):
        return reverse("strategy:report_workbook", args=[self.pk])

    def get_open_url(self, question=""):
        """The page with what is still to do, of all sections."""
        url = reverse("strategy:report_edit", args=[self.pk]) + "?show=open"
        return url + (f"#q-{question}" if question else "")

    def get_transition_url(self, event):
        if event == "enter":
            # Its own page asks how the report came.
            return reverse("strategy:report_on_behalf", args=[self.pk])
        return reverse("strategy:report_transition", args=[self.pk, event])

    @cached_property
    def asked(self):
        """The questionnaire with everything that a page of its questions shows, read once for the page."""
        models.prefetch_related_objects([self.questionnaire], *everything_asked())
        return self.questionnaire

    @cached_property
    def extended_until(self):
        """The last day that the secretariat granted this entity, or None."""
        return (
            Extension.objects.filter(cycle=self.cycle_id, entity=self.entity_id)
            .days()
            .get((self.cycle_id, self.entity_id))
        )

    @property
    def deadline(self):
        return Deadline(self.cycle, self.extended_until)

    @property
    def due_at(self):
        """The moment at which it is due, more time that was granted counted."""
        return self.deadline.at

    @property
    def is_overdue(self):
        return is_owed(self) and self.deadline.is_past

    def accepts(self):
        """May it be submitted now? One that was submitted once may come back after the cycle closed: the secretariat
        asked for it."""
        return self.number > 0 or self.deadline.accepts_reports

    def previous(self):
        """The entity's last accepted submission to the same questionnaire before this cycle, or None."""
        earlier = (
            Report.objects.accepted()
            .filter(entity=self.entity_id, questionnaire__code=self.questionnaire.code, cycle__year__lt=self.cycle.year)
            .select_related("accepted_submission__by", "cycle")
            .order_by("-cycle__year", "-pk")
            .first()
        )
        if earlier is None:
            return None
        earlier.accepted_submission.report = earlier
        return earlier.accepted_submission

    @property
    def is_draft_on_behalf(self):
        """Does the secretariat write it now?"""
        return self.state == ReportState.DRAFT and self.channel == Channel.SECRETARIAT

    @property
    def received(self):
        """Of a report entered on behalf: how it came, from whom and when, as a submission keeps it. Else None."""
        if not self.received_through:
            return None
        day = self.received_on.isoformat() if self.received_on else None
        return {"through": self.received_through, "from": self.received_from, "on": day}

    def missing_to_submit(self):
        """What stands in the way, each a link to its question. The page shows the list; the workflow refuses on it."""
        from strategy.completeness import missing_answers

        missing = [] if self.accepts() else [_("The cycle does not take reports now.")]
        return missing + missing_answers(self)

    def has_comment_since_submission(self):
        from strategy.models.answers import AnswerComment

        comments = AnswerComment.objects.filter(answer__report=self, is_secretariat=True)
        return comments.filter(at__gte=self.submitted_at).exists() if self.submitted_at else comments.exists()


def is_owed(report):
    """Was it never submitted? None, of an entity that did not start it, is owed too."""
    return report is None or not report.number


class SubmissionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The entity's people and the secretariat: what was submitted was shown to both. What the entity recalled
        is its own again until it submits anew."""
        visible = self.filter(report__in=Report.objects.visible_to(user))
        if not is_secretariat(user):
            return visible
        moves = TransitionEvent.objects.filter(workflow="report", object_id=models.OuterRef("report"))
        last_move = Coalesce(models.Subquery(moves.order_by("-at", "-pk").values("event")[:1]), models.Value(""))
        recalled = models.Q(report__state=ReportState.DRAFT, number=models.F("report__number"), last_move="recall")
        return visible.alias(last_move=last_move).exclude(
            recalled & ~models.Q(report__in=Report.objects.with_text_for(user))
        )

    def editable_by(self, user):
        return self.none()


class Submission(models.Model):
    """What was submitted, word for word. The database refuses to change or delete a row.

    `content` is {"answers": {question code: Answer.content with its evidence}, "received": Report.received}.
    """

    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, related_name="submissions", verbose_name=gettext_lazy("report")
    )
    number = models.PositiveSmallIntegerField(gettext_lazy("number"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, verbose_name=gettext_lazy("by")
    )
    at = models.DateTimeField(gettext_lazy("at"))
    content = models.JSONField(gettext_lazy("content"))

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["report_id", "number"]
        verbose_name = gettext_lazy("submission")
        verbose_name_plural = gettext_lazy("submissions")
        constraints = [
            models.UniqueConstraint(
                fields=["report", "number"],
                name="submission_number_once",
                violation_error_message=gettext_lazy("This submission exists already."),
            )
        ]

    def __str__(self):
        return f"{self.report_id}/{self.number}"

    def get_absolute_url(self):
        return f"{self.report.get_absolute_url()}?submission={self.number}"

    @property
    def answers(self):
        return self.content.get("answers", {})

    @property
    def received(self):
        """As Report.received was when it was submitted."""
        return self.content.get("received")


class SubmittedFileQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(submission__in=Submission.objects.visible_to(user))

    def editable_by(self, user):
        return self.none()


class SubmittedFile(models.Model):
    """Holds a file that a submission names, also after the answer names it no more. As immutable as the submission."""

    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, related_name="files", verbose_name=gettext_lazy("submission")
    )
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+", verbose_name=gettext_lazy("file"))

    objects = SubmittedFileQuerySet.as_manager()

    class Meta:
        ordering = ["submission_id", "pk"]
        verbose_name = gettext_lazy("submitted file")
        verbose_name_plural = gettext_lazy("submitted files")
        constraints = [models.UniqueConstraint(fields=["submission", "file"], name="submitted_file_once")]

    def __str__(self):
        return str(self.file)

    def get_absolute_url(self):
        return self.file.get_absolute_url()
