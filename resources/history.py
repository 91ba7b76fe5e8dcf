"""Who reads how much of the history of a resource."""

from core.history.kinds import EVERYTHING, Kind, Opening, of_form, refuse, register
from entities.roles import is_member, is_secretariat, represents
from resources.forms import ResourceForm
from resources.models import Resource, State


def opening(resource, user):
    """The publisher's people and the secretariat read everything; other members the versions that were published."""
    if is_secretariat(user) or represents(user, resource.publisher_id):
        return EVERYTHING
    return Opening(lambda row: row["state"] == State.PUBLISHED, reads=("state",)) if is_member(user) else refuse()


register(
    Kind(
        Resource,
        opening,
        restores=of_form(ResourceForm, "published_on", "published_precision", without={"is_public"}),
    )
)
