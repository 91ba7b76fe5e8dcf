"""Long work that somebody started, as its owner sees it. core.jobs starts and runs it."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.jobs.kinds import KINDS, explain, kinds_for


class JobState(models.TextChoices):
    QUEUED = "queued", pgettext_lazy("state of a job", "Waiting")
    RUNNING = "running", pgettext_lazy("state of a job", "Running")
    DONE = "done", pgettext_lazy("state of a job", "Done")
    FAILED = "failed", pgettext_lazy("state of a job", "Failed")
    CANCELLED = "cancelled", pgettext_lazy("state of a job", "Cancelled")


KEPT = timedelta(days=90)
ACTIVE = [JobState.QUEUED, JobState.RUNNING]
ENDED = [JobState.DONE, JobState.FAILED, JobState.CANCELLED]


class JobQuerySet(models.QuerySet):
    def active(self):
        return self.filter(state__in=ACTIVE)

    def old(self, now):
        """Ended so long ago that nobody asks what came of them."""
        return self.filter(finished_at__lt=now - KEPT)

    def visible_to(self, user):
        """One's own, of kinds that one may start today, because the result tells what one might read then; those that
        the portal started for whoever may see jobs; all for administrators, who mend them."""
        if not user.is_authenticated:
            return self.none()
        if user.is_superuser:
            return self
        visible = Q(by=user, kind__in=[kind.name for kind in kinds_for(user)])
        if user.has_perm("core.view_job"):
            visible |= Q(by=None)
        return self.filter(visible)


class Job(models.Model):
    """Rows are written by core.jobs only. `key` says what is the same work of the same person."""

    kind = models.CharField(_("kind"), max_length=60)
    params = models.JSONField(_("parameters"), default=dict, blank=True)
    # A job is a note about work, not part of a record: it goes with its person.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="jobs",
        verbose_name=_("started by"),
    )
    state = models.CharField(_("state"), max_length=10, choices=JobState, default=JobState.QUEUED)
    done = models.PositiveIntegerField(_("steps done"), default=0)
    total = models.PositiveIntegerField(_("steps in all"), null=True, blank=True)
    result = models.JSONField(_("result"), default=dict, blank=True)
    problems = models.JSONField(_("problems"), default=list, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    started_at = models.DateTimeField(_("begun"), null=True, blank=True)
    finished_at = models.DateTimeField(_("ended"), null=True, blank=True)
    # Runs that began and were not given back: the second that dies with its worker is the last.
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    entry = models.BigIntegerField(_("entry of the queue"), null=True, blank=True, editable=False)
    key = models.CharField(_("key"), max_length=120, editable=False)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("background job")
        verbose_name_plural = _("background jobs")
        indexes = [
            models.Index(fields=["by", "-created_at"], name="job_of_person"),
            models.Index(fields=["state", "-created_at"], name="job_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                condition=Q(state__in=ACTIVE),
                name="job_active_once",
                violation_error_message=_("The same work is running already."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=ACTIVE, finished_at=None) | Q(state__in=ENDED, finished_at__isnull=False),
                name="job_ended_at_a_time",
                violation_error_message=_("A job has a time of its end when, and only when, it has ended."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("job_detail", args=[self.pk])

    @property
    def described(self):
        """The kind of work that it is; None where this version of the portal knows it no longer."""
        return KINDS.get(self.kind)

    @property
    def title(self):
        """In the language of who reads."""
        return str(self.described.label) if self.described else self.kind

    @property
    def summary(self):
        """What came of it, in the language of who reads."""
        if self.state != JobState.DONE or not self.described:
            return ""
        return self.described.summary(self)

    @property
    def link(self):
        """(label, address) of where the result is, or None."""
        return self.described.link(self) if self.state == JobState.DONE and self.described else None

    @property
    def explained_problems(self):
        """[{"subject", "link", "address", "words"}] in the language of who reads."""
        return [explain(self, problem) for problem in self.problems]

    @property
    def badge(self):
        """A key of core.badges: other things are done and cancelled too, with other words and looks."""
        return f"job_{self.state}"

    @property
    def is_active(self):
        return self.state in ACTIVE

    @property
    def is_counted(self):
        """Only a job that knows how much there is to do has a bar."""
        return self.total is not None

    def can_be_repeated_by(self, user):
        return self.state in {JobState.FAILED, JobState.CANCELLED} and self.can_be_started_by(user)

    def can_be_started_by(self, user):
        return bool(self.described) and self.described.may_start(user)
