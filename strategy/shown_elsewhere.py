"""What this room shows on the pages of others: an entity's reports, and reports that name an initiative."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from entities.roles import represents
from initiatives.mentions import Mention
from strategy.contents import is_answered
from strategy.evidence import was_accepted
from strategy.models import Cycle, CycleState, Evidence, Questionnaire, Report, consent_levels

# The page of an entity shows the last reports; older ones are found through their cycles.
LATEST = 3


def entity_section(entity, user):
    """Reports whose state the person may see, and accepted answers of published cycles by level of consent."""
    reports = Report.objects.visible_to(user).filter(entity=entity).with_deadlines()
    reports = reports.select_related("cycle", "questionnaire", "entity")
    published = [
        {"report": report, "answers": answers}
        for report in published_reports(entity, user)
        if (answers := readable_answers(report, entity, user))
    ]
    if not reports and not published:
        return None
    return {"reports": reports[:LATEST], "published": published}


def published_reports(entity, user):
    cycles = Cycle.objects.visible_to(user).published()
    reports = Report.objects.accepted().filter(entity=entity, cycle__in=cycles)
    return reports.select_related("cycle", "questionnaire", "accepted_submission").order_by("-cycle__year", "pk")[
        :LATEST
    ]


def readable_answers(report, entity, user):
    """[(question, content)] of what was accepted: all of it for the entity's own people."""
    questionnaire = Questionnaire.objects.with_questions().get(pk=report.questionnaire_id)
    levels = consent_levels(user)
    is_own = represents(user, entity.pk)
    contents = report.accepted_submission.answers
    return [
        (question, contents[question.code])
        for question in questionnaire.questions
        if is_answered(contents.get(question.code)) and (is_own or question.consent in levels)
    ]


def entity_figures(entity, user):
    """Accepted reports of published cycles: for everybody the same number."""
    count = Report.objects.accepted().filter(entity=entity, cycle__state=CycleState.PUBLISHED).count()
    return [(count, ngettext("published report", "published reports", count))]


def mentions_of_initiative(initiative, user):
    """Answers of published cycles that name the initiative as evidence, as far as the person may read them."""
    found = (
        Evidence.objects.visible_to(user)
        .filter(initiative=initiative, answer__report__cycle__state=CycleState.PUBLISHED)
        .select_related(
            "answer__report__cycle",
            "answer__report__entity",
            "answer__report__accepted_submission",
            "answer__question",
        )
    )
    return [
        Mention(
            record=evidence.answer.report.cycle,
            field="title",
            url=evidence.answer.report.cycle.get_absolute_url(),
            day=evidence.answer.report.cycle.due_on,
            who=str(evidence.answer.report.entity),
            where=_("question {code}").format(code=evidence.answer.question.code),
        )
        for evidence in found
        if was_accepted(evidence.answer)
    ]
