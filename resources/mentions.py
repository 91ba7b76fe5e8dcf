"""Resources that an initiative made, for the page of the initiative."""

from django.utils.translation import gettext as _

from initiatives.mentions import Mention
from resources.models import Resource


def resources_made_by(initiative, user):
    made = Resource.objects.published().visible_to(user).filter(initiative=initiative).select_related("publisher")
    return [
        Mention(
            record=resource,
            field="title",
            url=resource.get_absolute_url(),
            day=resource.published_on,
            who=str(resource.publisher or ""),
            where=_("Resource"),
        )
        for resource in made
    ]
