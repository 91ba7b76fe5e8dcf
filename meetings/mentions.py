"""What the pages of lower rooms show of meetings: where an initiative or a part of the strategy was named, what an
entity said and owes."""

from django.utils.translation import gettext as _

from entities.roles import is_member
from initiatives.mentions import Mention
from meetings.models import ActionPoint, ActionPointEvidence, Decision, Intervention

SHOWN = 10


def mentions_of_initiative(initiative, user):
    """Interventions and decisions that name it, and action points that were carried out by it."""
    said = Intervention.objects.visible_to(user).filter(initiatives=initiative)
    decided = Decision.objects.visible_to(user).filter(initiatives=initiative)
    done = ActionPointEvidence.objects.visible_to(user).filter(initiative=initiative)
    return [
        *[mention_of_intervention(one) for one in said.select_related("meeting", "entity", "item").order_by("pk")],
        *[mention_of_decision(one) for one in decided.select_related("meeting")],
        *[mention_of_action_point(one.action_point) for one in done.select_related("action_point__meeting")],
    ]


def mention_of_intervention(intervention):
    return Mention(
        record=intervention.meeting,
        field="title",
        url=intervention.get_absolute_url(),
        day=intervention.meeting.date,
        who=str(intervention.entity),
        where=_("item {number}").format(number=intervention.item.number) if intervention.item else "",
    )


def mention_of_decision(decision):
    return Mention(
        record=decision.meeting,
        field="title",
        url=decision.get_absolute_url(),
        day=decision.meeting.date,
        where=_("decision {number}").format(number=decision.number),
    )


def mention_of_action_point(point):
    return Mention(record=point, field="text", url=point.get_absolute_url(), day=point.meeting.date, who=point.number)


def decisions_in_framework(framework, user):
    """{id of a node: [Mention]} of the decisions that name a part of the framework."""
    visible = Decision.objects.visible_to(user)
    links = Decision.nodes.through.objects.filter(node__framework=framework, decision__in=visible)
    found = {}
    for link in links.select_related("decision__meeting").order_by("-decision__year", "-decision__serial"):
        found.setdefault(link.node_id, []).append(mention_of_decision(link.decision))
    return found


def action_points_shown_by(report, user):
    """Those that name an answer of the report as their evidence."""
    shown = ActionPointEvidence.objects.visible_to(user).filter(answer__report=report)
    points = ActionPoint.objects.visible_to(user).filter(pk__in=shown.values("action_point"))
    return [mention_of_action_point(point) for point in points.select_related("meeting")]


def section_of_entity(entity, user):
    """The latest that the entity said, and for members what it owes; None where there is neither."""
    said = Intervention.objects.visible_to(user).of_entity(entity).select_related("meeting", "item")
    owed = ActionPoint.objects.visible_to(user).owned_by([entity.pk]).owed()
    owed = owed.order_by("due", "year", "serial").prefetch_related("owners")
    context = {
        "interventions": list(said.order_by("-meeting__date", "-pk")[:SHOWN]),
        "interventions_in_all": said.count(),
        "action_points": list(owed[:SHOWN]),
        "is_member": is_member(user),
    }
    return context if context["interventions"] or context["action_points"] else None
