"""What waits for a person in all rooms, as one list: the latest first, each with one thing to do."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from core import languages
from core.models import Mail
from core.models.mail import UNDELIVERED
from entities.roles import is_secretariat, represented_ids
from initiatives.choices import State as InitiativeState
from initiatives.models import Initiative, Participation
from meetings import desk as meetings_desk
from meetings import record_desk
from resources.models import Resource
from resources.models import State as ResourceState
from strategy import desk as strategy_desk
from strategy.assigning import sections_for
from strategy.models import ReportState

SOON_DAYS = 14
# A meeting asks for preparation this many days before.
PREPARE_DAYS = 21

KINDS = {
    "reports": gettext_lazy("Reports"),
    "action_points": gettext_lazy("Action points"),
    "meetings": gettext_lazy("Meetings"),
    "initiatives": gettext_lazy("Initiatives"),
    "resources": gettext_lazy("Resources"),
    "mails": gettext_lazy("Mails"),
}


@dataclass(frozen=True)
class Task:
    """`verb` is the one thing to do; `line` says why it is here."""

    kind: str
    icon: str
    title: str
    line: str
    url: str
    verb: str
    due: date | None = None
    since: date | None = None
    is_late: bool = False
    is_primary: bool = False

    @property
    def tone(self):
        return "late" if self.is_late else "soon" if self.is_primary else ""


def tasks_for(user, owed=None):
    """Every task of the person, the most urgent first; those without a date last.

    `owed`: what strategy.desk.reports_due_for said, where the caller has asked already.
    """
    owed = strategy_desk.reports_due_for(user) if owed is None else owed
    tasks = [
        *report_tasks(user, owed),
        *meeting_tasks(user),
        *record_tasks(user),
        *initiative_tasks(user),
        *resource_tasks(user),
        *mail_tasks(user),
    ]
    return sorted(tasks, key=lambda task: (not task.is_late, task.due or date.max, task.kind, task.title))


def grouped(tasks):
    """[(heading, tasks)] without the empty ones: late, this week and next, later."""
    limit = timezone.localdate() + timezone.timedelta(days=SOON_DAYS)
    groups = {"late": [], "soon": [], "later": []}
    for task in tasks:
        soon = task.due is not None and task.due <= limit
        groups["late" if task.is_late else "soon" if soon else "later"].append(task)
    headings = {"late": _("Late"), "soon": _("This week and next"), "later": _("Later")}
    return [(headings[name], group) for name, group in groups.items() if group]


# Strategy

REPORT_VERBS = {
    ReportState.NOT_STARTED: pgettext_lazy("button", "Start"),
    ReportState.DRAFT: pgettext_lazy("button", "Continue"),
    ReportState.RETURNED: pgettext_lazy("button", "Answer"),
}


def report_tasks(user, owed):
    for due in owed:
        returned = due.state == ReportState.RETURNED
        line = _("{entity}, {cycle}: the secretariat returned it") if returned else _("{entity}, {cycle}")
        if due.deadline.is_extended and not returned:
            line = _("{entity}, {cycle}: more time is granted")
        yield Task(
            kind="reports",
            icon="arrow-return-left" if returned else "file-earmark-text",
            title=str(due.questionnaire),
            line=line.format(entity=due.entity, cycle=due.cycle),
            url=due.url,
            verb=str(REPORT_VERBS[due.state]),
            due=due.due_on,
            is_late=due.is_overdue,
            is_primary=returned,
        )
    for row in sections_for(user):
        yield Task(
            kind="reports",
            icon="pencil",
            title=str(row.section),
            line=_("{entity}, {cycle}: assigned to you").format(entity=row.report.entity, cycle=row.report.cycle),
            url=row.get_absolute_url(),
            verb=pgettext("button", "Write"),
            due=row.report.cycle.due_on,
        )
    for report in strategy_desk.to_review(user):
        yield Task(
            kind="reports",
            icon="eye",
            title=_("Report of {entity}").format(entity=report.entity),
            line=_("{questionnaire}, {cycle}").format(questionnaire=report.questionnaire, cycle=report.cycle),
            url=report.get_absolute_url(),
            verb=pgettext("button", "Review"),
            since=report.submitted_at,
        )
    for extension in strategy_desk.extensions_to_answer(user):
        yield Task(
            kind="reports",
            icon="hourglass-split",
            title=_("{entity} asks for more time").format(entity=extension.entity),
            line=str(extension.cycle),
            url=extension.get_transition_url("grant"),
            verb=pgettext("button", "Answer"),
            since=extension.asked_at,
        )


# Meetings


def meeting_tasks(user):
    for row in meetings_desk.action_points_for(user):
        verify = row.kind == "verification"
        yield Task(
            kind="action_points",
            icon="check2-square" if verify else "flag",
            title=row.title,
            line=(_("Action point {number}, reported done") if verify else _("Action point {number}")).format(
                number=row.detail
            ),
            url=row.url,
            verb=pgettext("button", "Verify") if verify else pgettext("button", "Update"),
            # What is reported done is no longer late for those who owed it.
            due=None if verify else row.due,
            is_late=row.is_late and not verify,
        )
    if represented_ids(user) or is_secretariat(user):
        yield from _meetings_to_prepare(user)
    yield from _invitations_to_answer(user)
    yield from _entities_absent(user)
    for row in meetings_desk.interventions_to_write(user):
        line = _("Draft of what {entity} says").format(entity=row.detail) if row.detail else _("Nothing of yours yet")
        yield Task(
            kind="meetings", icon="mic", title=row.title, line=line, url=row.url, verb=pgettext("button", "Write")
        )
    yield from _questions(user)
    yield from _proposals_to_answer(user)
    for row in meetings_desk.records_to_finish(user):
        yield Task(
            kind="meetings",
            icon="journal-text",
            title=row.title,
            line=_("Its record is not adopted yet"),
            url=row.url,
            verb=_("Finish"),
        )


def _questions(user):
    for row in meetings_desk.questions_to_answer(user):
        if row.kind == "question":
            line, verb = _("A question of {entity}").format(entity=row.detail), pgettext("button", "Answer")
        else:
            number = int(row.detail)
            line = ngettext("{n} question without an answer", "{n} questions without an answer", number)
            line, verb = line.format(n=number), pgettext("button", "Look")
        yield Task(kind="meetings", icon="question-circle", title=row.title, line=line, url=row.url, verb=verb)


def _proposals_to_answer(user):
    for row in meetings_desk.proposals_to_answer(user):
        yield Task(
            kind="meetings",
            icon="list-ol",
            title=row.title,
            line=_("Proposal of {entity} for the agenda").format(entity=row.detail),
            url=row.url,
            verb=pgettext("button", "Decide"),
            due=row.due,
        )


def _invitations_to_answer(user):
    for row in meetings_desk.answers_to_give(user):
        yield Task(
            kind="meetings",
            icon="envelope",
            title=row.title,
            line=_("{entity} is invited").format(entity=row.detail),
            url=row.url,
            verb=pgettext("button", "Answer"),
            due=row.due,
        )


def _entities_absent(user):
    """One row for all of them: the matrix shows which meetings they missed."""
    absent = meetings_desk.entities_absent(user)
    if absent:
        title = ngettext(
            "{n} entity was absent three times running", "{n} entities were absent three times running", len(absent)
        )
        yield Task(
            kind="meetings",
            icon="people",
            title=title.format(n=len(absent)),
            line=_("; ").join(str(entity) for entity in absent),
            url=f"{reverse('meetings:attendance_matrix')}?absent=true",
            verb=pgettext("button", "Look"),
        )


def record_tasks(user):
    """Records that wait for the word of an entity, and for the secretariat's."""
    for row in record_desk.records_to_clear(user):
        yield Task(
            kind="meetings",
            icon="journal-text",
            title=row.title,
            line=_("Record to clear for {entity}").format(entity=row.detail),
            url=row.url,
            verb=pgettext("button", "Clear"),
            due=row.due,
            is_primary=True,
        )
    for row in record_desk.records_to_decide(user):
        yield Task(
            kind="meetings",
            icon="chat-left-text",
            title=row.title,
            line=_("Record: {what}").format(what=row.detail),
            url=row.url,
            verb=pgettext("button", "Decide"),
            due=row.due,
            is_late=row.is_late,
        )


def _meetings_to_prepare(user):
    limit = timezone.localdate() + timezone.timedelta(days=PREPARE_DAYS)
    for row in meetings_desk.upcoming_for(user):
        if row.due <= limit:
            yield Task(
                kind="meetings",
                icon="calendar-event",
                title=row.title,
                line=_("A meeting is coming"),
                url=row.url,
                verb=pgettext("button", "Prepare"),
                due=row.due,
            )


# Initiatives


def initiative_tasks(user):
    served = represented_ids(user)
    visible = Initiative.objects.visible_to(user).select_related("lead").order_by("code", "pk")
    if served:
        for initiative in visible.filter(lead__in=served, state__in=[InitiativeState.DRAFT, InitiativeState.RETURNED]):
            returned = initiative.state == InitiativeState.RETURNED
            yield Task(
                kind="initiatives",
                icon="arrow-return-left" if returned else "pencil",
                title=languages.marked(initiative, "short_title", "title"),
                line=_("The secretariat returned it")
                if returned
                else _("A draft of {entity}").format(entity=initiative.lead),
                url=initiative.get_absolute_url(),
                verb=pgettext("button", "Answer") if returned else pgettext("button", "Continue"),
                is_primary=returned,
            )
    yield from _parts_to_confirm(user)
    if is_secretariat(user):
        for initiative in visible.filter(state=InitiativeState.SUBMITTED):
            yield Task(
                kind="initiatives",
                icon="send",
                title=languages.marked(initiative, "short_title", "title"),
                line=_("{entity} submitted it").format(entity=initiative.lead),
                url=initiative.get_absolute_url(),
                verb=pgettext("button", "Review"),
                since=initiative.updated_at,
            )


def _parts_to_confirm(user):
    """One row for all initiatives of others that name the person's entity and wait for its word."""
    if not represented_ids(user):
        return
    number = Participation.objects.unanswered_by(user).values("initiative").distinct().count()
    if number:
        title = ngettext("Confirm your part in {n} initiative", "Confirm your part in {n} initiatives", number)
        yield Task(
            kind="initiatives",
            icon="people",
            title=title.format(n=number),
            line=_("Others name your entity as a partner"),
            url=reverse("initiatives:initiative_mine"),
            verb=_("Confirm"),
        )


# Resources


def resource_tasks(user):
    """Drafts: for the publisher what is still missing, for the secretariat what is ready."""
    officer = is_secretariat(user)
    for resource in Resource.objects.editable_by(user).filter(state=ResourceState.DRAFT):
        ready = not resource.missing_to_publish()
        if ready == officer or (officer and resource.publisher_id is None):
            yield Task(
                kind="resources",
                icon="journal-text",
                title=languages.marked(resource, "title"),
                line=_("A draft that can be published") if ready else _("A draft that lacks something"),
                url=resource.get_absolute_url(),
                verb=pgettext("button", "Publish") if ready else _("Complete"),
            )


# Mails


def mail_tasks(user):
    """For administrators: what did not reach its address."""
    number = Mail.objects.undelivered().count() if user.is_superuser else 0
    if number:
        title = ngettext("{n} mail was not delivered", "{n} mails were not delivered", number)
        yield Task(
            kind="mails",
            icon="envelope",
            title=title.format(n=number),
            line=_("The mail server refused it, or nobody knows whether it arrived"),
            url=f"{reverse('admin:core_mail_changelist')}?state__in={','.join(UNDELIVERED)}",
            verb=pgettext("button", "Look"),
        )
