"""Whom a workflow asks and tells: the people behind the roles. For the tables in each room's workflow.py."""

from entities.models import FOCAL_ROLES, Appointment, User
from entities.roles import SECRETARIAT, is_secretariat


def by_secretariat(record, user):
    """For `allowed` of a transition that is the secretariat's."""
    return is_secretariat(user)


def focal_points(entities=None):
    """Focal points and alternates of today, each once; of the given entities, or of all."""
    return appointed(entities, FOCAL_ROLES)


def appointed(entities, roles):
    """People who have one of the roles today, each once; for the given entities, or for any where that is None."""
    appointments = Appointment.objects.valid_today().filter(role__in=roles)
    if entities is not None:
        appointments = appointments.filter(entity__in=entities)
    # Subquery, not a join: who serves two of the entities would come twice.
    return list(User.objects.filter(is_active=True, pk__in=appointments.values("user")))


def officers(record=None, by=None):
    """The secretariat; takes the arguments of `recipients`, which it does not need."""
    return list(User.objects.filter(is_active=True, groups__name=SECRETARIAT))
