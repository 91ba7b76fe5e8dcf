"""The review of a submission: which of its answers an officer has looked at."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy

from entities.roles import is_secretariat
from strategy.models.questions import Question
from strategy.models.reports import Report, Submission


class Looked(models.TextChoices):
    """How an answer came to be looked at."""

    SINGLY = "singly", gettext_lazy("Looked at")
    UNCHANGED = "unchanged", gettext_lazy("Accepted as unchanged")
    EARLIER = "earlier", gettext_lazy("Looked at in an earlier version")


class AnswerReviewQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The secretariat's own notes of its work. What it says about an answer, it says in a comment."""
        return self if is_secretariat(user) else self.none()

    def editable_by(self, user):
        """Of submissions that wait for review, by an officer who does not serve the entity. See reviewing.py."""
        reports = Report.objects.reviewable_by(user).to_review()
        return self.filter(submission__report__in=reports, submission__number=models.F("submission__report__number"))


class AnswerReview(models.Model):
    """One answer of one submission was looked at. The row goes when the mark is taken back; its history stays."""

    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, related_name="reviews", verbose_name=gettext_lazy("submission")
    )
    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="+", verbose_name=gettext_lazy("question")
    )
    how = models.CharField(gettext_lazy("how"), max_length=10, choices=Looked, default=Looked.SINGLY)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=gettext_lazy("by")
    )
    at = models.DateTimeField(gettext_lazy("at"), default=timezone.now)

    objects = AnswerReviewQuerySet.as_manager()

    class Meta:
        ordering = ["submission_id", "question_id"]
        verbose_name = gettext_lazy("answer looked at")
        verbose_name_plural = gettext_lazy("answers looked at")
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "question"],
                name="answer_looked_at_once",
                violation_error_message=gettext_lazy("This answer is marked already."),
            )
        ]

    def __str__(self):
        return f"{self.submission_id}, {self.question_id}"

    def get_absolute_url(self):
        return self.submission.get_absolute_url()

    @property
    def is_together(self):
        return self.how == Looked.UNCHANGED
