"""The room's section of an entity's page."""

from django.db.models import Q

from resources.models import Resource

SHOWN = 5


def resources_of(entity, user):
    """The newest resources that the entity publishes or helped to make; None where there is none to see."""
    made = Q(publisher=entity) | Q(pk__in=entity.partner_resources.values("pk"))
    resources = Resource.objects.published().visible_to(user).filter(made)
    total = resources.count()
    if not total:
        return None
    return {"resources": resources[:SHOWN], "total": total, "entity": entity}
