"""The room's section of an entity's page."""

from django.utils.translation import ngettext

from initiatives import rows
from initiatives.choices import ACTIVE, State
from initiatives.models import Initiative, Participation

SHOWN = 5


def initiatives_of(entity, user):
    """The newest initiatives in which the entity leads or takes part; None where there is none to see."""
    visible = Initiative.objects.visible_to(user).filter(replaces=None).exclude(state=State.ARCHIVED)
    involved = visible.of_entity(entity)
    published = involved.published()
    total = published.count()
    # What is not public yet is named to those who may see it, apart from the catalogue.
    drafts = list(involved.exclude(pk__in=published.values("pk")).order_by("-updated_at")[:SHOWN])
    if not total and not drafts:
        return None
    newest = rows.with_row_data(published).order_by("-start", "code")
    return {
        "entity": entity,
        "initiatives": rows.complete(list(newest[:SHOWN])),
        "drafts": drafts,
        "total": total,
        "led": published.led_by(entity).count(),
        "active": published.filter(status__in=ACTIVE).count(),
    }


def figures_of(entity, user):
    """The numbers at the head of the entity's page."""
    published = Initiative.objects.visible_to(user).of_entity(entity).published()
    countries = Participation.objects.filter(initiative__in=published, country__isnull=False)
    number, partners = published.count(), countries.values("country").distinct().count()
    return [
        (number, ngettext("published initiative", "published initiatives", number)),
        (partners, ngettext("partner country or area", "partner countries and areas", partners)),
    ]
