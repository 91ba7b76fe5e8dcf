"""What the pages of lower rooms show of meetings: where an initiative was mentioned, what an entity said and owes."""

from django.utils.translation import gettext as _

from entities.roles import is_member
from initiatives.mentions import Mention
from meetings.models import ActionPoint, Intervention

SHOWN = 10


def mentions_of_initiative(initiative, user):
    said = (
        Intervention.objects.visible_to(user)
        .filter(initiatives=initiative)
        .select_related("meeting", "entity", "item")
        .order_by("-meeting__date", "pk")
    )
    return [
        Mention(
            record=intervention.meeting,
            field="title",
            url=intervention.get_absolute_url(),
            day=intervention.meeting.date,
            who=str(intervention.entity),
            where=_("item {number}").format(number=intervention.item.number) if intervention.item else "",
        )
        for intervention in said
    ]


def section_of_entity(entity, user):
    """The latest that the entity said, and for members what it owes; None where there is neither."""
    said = Intervention.objects.visible_to(user).of_entity(entity).select_related("meeting", "item")
    owed = ActionPoint.objects.visible_to(user).owned_by([entity.pk]).owed().order_by("due", "year", "serial")
    context = {
        "interventions": list(said.order_by("-meeting__date", "-pk")[:SHOWN]),
        "interventions_in_all": said.count(),
        "action_points": list(owed[:SHOWN]),
        "is_member": is_member(user),
    }
    return context if context["interventions"] or context["action_points"] else None
