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
    return [table_of(points)]


def points_of(meeting, user):
    """Each names its decision only where the person sees that too."""
    points = list(
        ActionPoint.objects.visible_to(user)
        .filter(meeting=meeting)
        .select_related("decision", "meeting")
        .prefetch_related("owners")
    )
    readable = set(Decision.objects.visible_to(user).filter(meeting=meeting).values_list("pk", flat=True))
    for point in points:
        point.shown_decision = point.decision if point.decision_id in readable else None
    return points


def table_of(points):
    head = (_("Number"), _("What is to be done"), _("Owner"), pgettext("date", "Due"), _("State"))
    return Table(_("Action points"), head, tuple(map(row_of, points)))


def row_of(point):
    number = Run(point.number, style="code", href=address(point.get_absolute_url()))
    return (
        (number,),
        joined([inline(point, "text"), decision_of(point)], " – "),
        (Run(", ".join(str(owner) for owner in point.owners.all())),),
        (Run(dates.day(point.due) if point.due else "–"),),
        (Run(str(badges.get(point.shown_state).label)),),
    )


def decision_of(point):
    if not point.shown_decision:
        return ()
    return (Run(_("Decision {number}").format(number=point.shown_decision.number), style="quiet"),)


def decision_blocks(meeting, user):
    """The decisions that the person sees, each after its number."""
    decisions = Decision.objects.visible_to(user).filter(meeting=meeting)
    return [block for decision in decisions for block in blocks_of(decision)]


def blocks_of(decision):
    return [Heading((Run(_("Decision {number}").format(number=decision.number)),), 2), *paragraphs(decision, "text")]
