"""Decisions and action points as parts of papers, and the list of action points as one of its own."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core import badges, dates
from core.papers.structure import Heading, Paragraph, Run, Table, address, inline, joined, paragraphs
from meetings.models import ActionPoint, Decision
from meetings.papers.parts import paper_of


def action_list(meeting, user):
    return paper_of(meeting, user, _("Action points"), action_blocks)


def action_blocks(meeting, user):
    points = points_of(meeting, user)
    if not points:
        return [Paragraph((Run(_("No action point is written yet.")),))]
    return [table_of(points, decisions_of(meeting, user))]


def points_of(meeting, user):
    points = ActionPoint.objects.visible_to(user).filter(meeting=meeting)
    return list(points.select_related("decision", "meeting").prefetch_related("owners"))


def decisions_of(meeting, user):
    """{key: number}: an action point names its decision only where the person sees that too."""
    return dict(Decision.objects.visible_to(user).filter(meeting=meeting).values_list("pk", "number"))


def table_of(points, decisions=None):
    """`decisions`: {key: number} of those that may be named."""
    head = (_("Action point"), _("What is to be done"), _("Owner"), pgettext("date", "Due"), _("State"))
    return Table(_("Action points"), head, tuple(row_of(point, decisions or {}) for point in points))


def number_of(point):
    return (Run(point.number, style="code", href=address(point.get_absolute_url())),)


def owners_of(point):
    return (Run(", ".join(str(owner) for owner in point.owners.all())),)


def due_of(point):
    return (Run(dates.day(point.due) if point.due else "–"),)


def state_of(point):
    return (Run(str(badges.get(point.shown_state).label)),)


def line_of_point(point):
    """For a narrow screen, where a table has no room."""
    return joined([number_of(point), inline(point, "text"), owners_of(point), due_of(point), state_of(point)])


def row_of(point, decisions):
    decision = decisions.get(point.decision_id)
    named = (Run(_("Decision {number}").format(number=decision), style="quiet"),) if decision else ()
    return (
        number_of(point),
        joined([inline(point, "text"), named], " – "),
        owners_of(point),
        due_of(point),
        state_of(point),
    )


def decision_blocks(meeting, user):
    """The decisions that the person sees, each after its number."""
    decisions = Decision.objects.visible_to(user).filter(meeting=meeting)
    return [block for decision in decisions for block in blocks_of(decision)]


def blocks_of(decision):
    return [Heading((Run(_("Decision {number}").format(number=decision.number)),), 2), *paragraphs(decision, "text")]
