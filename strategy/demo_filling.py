"""Demo: the focal point of an open report has asked a colleague to write one of its sections."""

from entities.models import Role, User
from strategy.models import Report, ReportState, SectionAssignment


def load():
    drafts = Report.objects.filter(cycle__is_demo=True, state=ReportState.DRAFT, assignments=None)
    for report in drafts.select_related("questionnaire"):
        appointed = User.objects.filter(appointments__entity=report.entity_id)
        colleague = appointed.filter(appointments__role=Role.CONTRIBUTOR).first()
        section = report.questionnaire.sections.last()
        if colleague and section:
            SectionAssignment.objects.create(report=report, section=section, person=colleague)
