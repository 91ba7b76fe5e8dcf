"""Who writes which section of a report."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy

from core.models import VersionedModel
from entities.roles import focal_ids
from strategy.models.questionnaires import Section
from strategy.models.reports import Report


class SectionAssignmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """With the report: who writes what is no part of its text."""
        return self.filter(report__in=Report.objects.visible_to(user))

    def editable_by(self, user):
        """The focal points divide the work of their entity, as long as the report is a draft."""
        return self.filter(report__in=assignable_reports(user))


def assignable_reports(user):
    return Report.objects.editable_by(user).filter(entity__in=focal_ids(user))


class SectionAssignment(VersionedModel):
    """A wish, not a right: everybody of the entity may still write every section."""

    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, related_name="assignments", verbose_name=gettext_lazy("report")
    )
    section = models.ForeignKey(
        Section, on_delete=models.PROTECT, related_name="assignments", verbose_name=gettext_lazy("section")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="section_assignments",
        verbose_name=gettext_lazy("person"),
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=gettext_lazy("assigned by"),
    )
    assigned_at = models.DateTimeField(gettext_lazy("assigned"), auto_now=True)

    objects = SectionAssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["report_id", "section__position", "pk"]
        verbose_name = gettext_lazy("assignment of a section")
        verbose_name_plural = gettext_lazy("assignments of sections")
        constraints = [
            models.UniqueConstraint(
                fields=["report", "section"],
                name="section_assigned_once",
                violation_error_message=gettext_lazy("This section is assigned already."),
            )
        ]

    def __str__(self):
        return f"{self.section}: {self.person}"

    def get_absolute_url(self):
        return self.report.get_edit_url(self.section.code)
