"""The room's section of an entity's page."""

from django.db.models import Q
from django.utils.translation import ngettext

from resources.models import Resource

SHOWN = 5


def made_by(entity, user):
    """What the entity publishes or helped to make, as far as the reader sees it."""
    visible = Resource.objects.published().visible_to(user)
    return visible.filter(Q(publisher=entity) | Q(pk__in=entity.partner_resources.values("pk")))


def resources_of(entity, user):
    """The newest ones; None where there is none to see."""
    made = made_by(entity, user)
    shown = list(made.newest()[:SHOWN])
    if not shown:
        return None
    # The list of all can be asked for by publisher only.
    return {"resources": shown, "total": made.filter(publisher=entity).count(), "entity": entity}


def figures_of(entity, user):
    number = made_by(entity, user).count()
    return [(number, ngettext("resource to learn from", "resources to learn from", number))]
