"""Who is told about meetings and action points."""

from django.utils import timezone

from entities.models import FOCAL_ROLES, Appointment, User
from entities.roles import SECRETARIAT


def focal_points(entities=None):
    """Focal points and alternates of today, each once; of the given entities, or of all."""
    appointments = Appointment.objects.valid_on(timezone.localdate()).filter(role__in=FOCAL_ROLES)
    if entities is not None:
        appointments = appointments.filter(entity__in=entities)
    return list(User.objects.filter(is_active=True, pk__in=appointments.values("user")))


def officers():
    return list(User.objects.filter(is_active=True, groups__name=SECRETARIAT))
