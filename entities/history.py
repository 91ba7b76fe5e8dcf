"""Who reads the history of entities, appointments and people."""

from core.access import can_edit
from core.history.kinds import EVERYTHING, Kind, Part, by_permission, of_form, refuse, register
from entities.forms import EntityForm
from entities.models import Appointment, Entity, User
from entities.roles import is_secretariat


def for_editors(record, user):
    """For those who may change the record now."""
    return EVERYTHING if can_edit(record, user) else refuse()


def for_the_secretariat(record, user):
    return EVERYTHING if is_secretariat(user) else refuse()


register(
    Kind(
        Entity,
        for_editors,
        parts=(Part(Appointment, "entity", ("user", "role")),),
        restores=of_form(EntityForm),
    )
)
register(Kind(Appointment, for_the_secretariat))
# Of people only their rights are kept, and only those read it who manage them.
register(Kind(User, by_permission))
