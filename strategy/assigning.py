"""The focal point divides the sections of a report among the people of the entity."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _

from core.outbox.notifications import notify
from entities.models import Appointment, User
from strategy.models import ReportState, SectionAssignment


def people_of(entity):
    """Who may write the entity's reports today."""
    appointed = Appointment.objects.valid_today().filter(entity=entity).values("user")
    return User.objects.filter(is_active=True, pk__in=appointed).order_by("full_name", "pk")


class PersonField(forms.ModelChoiceField):
    def __init__(self, section, people):
        super().__init__(people, required=False, label=str(section), empty_label=_("Everybody"))


class AssignmentsForm(forms.Form):
    """One field for each section. `sections` are those of the report's questionnaire."""

    def __init__(self, *args, report, sections, **kwargs):
        self.report, self.sections = report, list(sections)
        self.assigned = {row.section_id: row for row in report.assignments.all()}
        super().__init__(*args, **kwargs)
        people = people_of(report.entity)
        for section in self.sections:
            row = self.assigned.get(section.pk)
            field = PersonField(section, people)
            field.initial = row.person_id if row else None
            self.fields[f"section-{section.pk}"] = field

    @transaction.atomic
    def save(self, by):
        """Tells those who get a section."""
        for section in self.sections:
            self._assign(section, self.cleaned_data[f"section-{section.pk}"], by)

    def _assign(self, section, person, by):
        row = self.assigned.get(section.pk)
        if row and person is None:
            row.delete()
        elif person and (row is None or row.person_id != person.pk):
            row = row or SectionAssignment(report=self.report, section=section)
            row.person, row.assigned_by = person, by
            row.save()
            key = f"section:{row.pk}:{row.version}"
            notify([person], "task", self.report, key=key, by=by, sentence="section_assigned")


def sections_for(user):
    """Assignments of reports that the person can write now, for the desk."""
    rows = SectionAssignment.objects.visible_to(user).filter(person=user, report__state=ReportState.DRAFT)
    return rows.select_related("section", "report__entity", "report__cycle", "report__questionnaire")
