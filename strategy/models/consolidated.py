"""The consolidated report of a cycle: what the secretariat writes around the answers, and what was published.

A published cycle is read from its last snapshot: plain data that strategy/consolidated_snapshot.py wrote, in all
languages and for all readers. It is shown through strategy/consolidated.py alone, which leaves out what the reader may
not see.
"""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core import languages
from core.models import File, TranslatedModel, VersionedModel
from core.querysets import TranslatedQuerySet
from entities.roles import is_secretariat
from strategy.models.answers import consent_levels
from strategy.models.cycles import Cycle, CycleState
from strategy.models.questions import Consent, Question


class WorkingQuerySet(TranslatedQuerySet):
    """The workbench of the secretariat. Everybody else reads what was published, in the snapshots."""

    def visible_to(self, user):
        return self if is_secretariat(user) else self.none()

    def editable_by(self, user):
        return self.visible_to(user)


class ConsolidatedReport(TranslatedModel):
    """The secretariat's own words in the report of a cycle. They are published with the cycle, for everybody."""

    cycle = models.OneToOneField(
        Cycle, on_delete=models.PROTECT, related_name="consolidated_report", verbose_name=gettext_lazy("cycle")
    )
    symbol = models.CharField(gettext_lazy("document symbol"), max_length=60, blank=True)
    title = models.CharField(
        gettext_lazy("title"),
        max_length=300,
        blank=True,
        default="",
        help_text=gettext_lazy("Without one, the report has the title of its cycle."),
    )
    introduction = models.TextField(gettext_lazy("introduction"), blank=True, default="")
    findings = models.TextField(
        gettext_lazy("key findings"),
        blank=True,
        default="",
        help_text=gettext_lazy("One paragraph for each finding."),
    )
    conclusions = models.TextField(gettext_lazy("conclusions"), blank=True, default="")
    annex_symbol = models.CharField(
        gettext_lazy("symbol of the report of the Secretary-General"), max_length=60, blank=True
    )
    annex_title = models.CharField(gettext_lazy("title of the annex"), max_length=300, blank=True, default="")

    objects = WorkingQuerySet.as_manager()

    class Meta:
        ordering = ["cycle_id"]
        verbose_name = gettext_lazy("consolidated report")
        verbose_name_plural = gettext_lazy("consolidated reports")

    def __str__(self):
        return languages.text_of(self, "title") or _("Consolidated report: {cycle}").format(cycle=self.cycle)

    def get_absolute_url(self):
        return report_url(self.cycle)


class NarrativeChoice(VersionedModel):
    """Which answers to a question that is answered in words stand in the report, and in which order.

    Both fields hold codes of entities. An entity that stands in neither comes last, by its code: a report that is
    accepted after the choice was made is not lost.
    """

    consolidated = models.ForeignKey(
        ConsolidatedReport,
        on_delete=models.CASCADE,
        related_name="choices",
        verbose_name=gettext_lazy("consolidated report"),
    )
    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="+", verbose_name=gettext_lazy("question")
    )
    order = ArrayField(models.CharField(max_length=40), default=list, blank=True, verbose_name=gettext_lazy("order"))
    left_out = ArrayField(
        models.CharField(max_length=40), default=list, blank=True, verbose_name=gettext_lazy("left out")
    )

    objects = WorkingQuerySet.as_manager()

    class Meta:
        ordering = ["consolidated_id", "question__section__position", "question__position", "pk"]
        verbose_name = gettext_lazy("choice of narratives")
        verbose_name_plural = gettext_lazy("choices of narratives")
        constraints = [
            models.UniqueConstraint(
                fields=["consolidated", "question"],
                name="narrative_choice_once",
                violation_error_message=gettext_lazy("The answers to this question were chosen already."),
            )
        ]

    def __str__(self):
        return f"{self.consolidated_id}, {self.question_id}"

    def get_absolute_url(self):
        return reverse("strategy:narratives", args=[self.consolidated.cycle.slug, self.question_id])

    def place_of(self, entity):
        """For sorting: those that were ordered come first."""
        return (self.order.index(entity) if entity in self.order else len(self.order), entity)


def report_url(cycle, number=None):
    """Where the report is read; `number` names an earlier snapshot."""
    url = reverse("strategy:consolidated", args=[cycle.slug])
    return f"{url}?snapshot={number}" if number else url


class CycleSnapshotQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Everybody, each in the edition that is for them, while the cycle is published. Of a cycle that was reopened
        the results are taken back, so its snapshots are with the secretariat until it is published again."""
        return self if is_secretariat(user) else self.filter(cycle__state=CycleState.PUBLISHED)

    def editable_by(self, user):
        return self.none()

    def current_of(self, cycle):
        """The one that holds, or None."""
        return self.filter(cycle=cycle).order_by("-number").first()


class CycleSnapshot(models.Model):
    """What was published under a number: 1, and 2 after the cycle was reopened and published again.

    The database refuses to change or delete a row, so that what was cited can be found years later.
    """

    cycle = models.ForeignKey(
        Cycle, on_delete=models.PROTECT, related_name="snapshots", verbose_name=gettext_lazy("cycle")
    )
    number = models.PositiveSmallIntegerField(gettext_lazy("number"))
    at = models.DateTimeField(gettext_lazy("published"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        verbose_name=gettext_lazy("published by"),
    )
    content = models.JSONField(gettext_lazy("content"), encoder=DjangoJSONEncoder)

    objects = CycleSnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["cycle_id", "number"]
        verbose_name = gettext_lazy("snapshot of a cycle")
        verbose_name_plural = gettext_lazy("snapshots of cycles")
        constraints = [models.UniqueConstraint(fields=["cycle", "number"], name="cycle_snapshot_number_once")]
        triggers = [pgtrigger.Protect(name="cycle_snapshot_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.cycle}/{self.number}"

    def get_absolute_url(self):
        return report_url(self.cycle, self.number)


class Edition(models.TextChoices):
    """For whom a report is made: it holds the answers of its level and of those before it."""

    PUBLIC = Consent.PUBLIC.value, pgettext_lazy("edition", "Public")
    MEMBERS = Consent.MEMBERS.value, pgettext_lazy("edition", "For members of the Mechanism")
    SECRETARIAT = Consent.SECRETARIAT.value, pgettext_lazy("edition", "For the secretariat only")

    @property
    def levels(self):
        """The levels of consent whose answers it may hold."""
        return set(Consent.values[: Consent.values.index(self.value) + 1])


def editions_for(user):
    """Those that the person may have, the fullest first: it holds nothing that they may not read."""
    levels = consent_levels(user)
    return [edition for edition in reversed(Edition) if edition.levels <= levels]


class SnapshotPaperQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The file has no address of its own: it is served where the paper is asked for, after the rights of then
        (strategy/views/consolidated_papers.py)."""
        return self if is_secretariat(user) else self.none()

    def editable_by(self, user):
        return self.none()


class SnapshotPaper(models.Model):
    """A paper of a snapshot that took long to make, so it was made in the background and is kept.

    `consents` names the levels of consent by which it was made: where one of them was narrowed since, the paper is made
    anew.
    """

    snapshot = models.ForeignKey(
        CycleSnapshot, on_delete=models.PROTECT, related_name="papers", verbose_name=gettext_lazy("snapshot of a cycle")
    )
    edition = models.CharField(gettext_lazy("edition"), max_length=12, choices=Edition)
    language = models.CharField(gettext_lazy("language"), max_length=10, choices=languages.choices)
    name = models.CharField(gettext_lazy("name"), max_length=20)
    consents = models.CharField(max_length=32)
    file = models.OneToOneField(File, on_delete=models.PROTECT, related_name="+", verbose_name=gettext_lazy("file"))
    made_at = models.DateTimeField(gettext_lazy("made"), auto_now_add=True)

    objects = SnapshotPaperQuerySet.as_manager()

    class Meta:
        ordering = ["snapshot_id", "pk"]
        verbose_name = gettext_lazy("paper of a snapshot")
        verbose_name_plural = gettext_lazy("papers of snapshots")
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "edition", "language", "name", "consents"], name="snapshot_paper_once"
            )
        ]

    def __str__(self):
        return self.file.name

    def get_absolute_url(self):
        return self.file.get_absolute_url()
