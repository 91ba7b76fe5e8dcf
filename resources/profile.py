"""The room's section of an entity's page."""

from django.db.models import Q

from resources.models import Resource

SHOWN = 5


def resources_of(entity, user):
    """The newest resources that the entity publishes or helped to make; None where there is none to see."""
    visible = Resource.objects.published().visible_to(user)
    made = visible.filter(Q(publisher=entity) | Q(pk__in=entity.partner_resources.values("pk")))
    shown = list(made.newest()[:SHOWN])
    if not shown:
        return None
    # The list of all can be asked for by publisher only.
    return {"resources": shown, "total": visible.filter(publisher=entity).count(), "entity": entity}
