"""Who a person is: the questions that every room's `visible_to` and `editable_by` ask.

Answers are held on the user object for the length of a request, so that they cost one query each.
"""

SECRETARIAT = "Secretariat"


def is_secretariat(user):
    """Secretariat officers, and administrators with them: every right over content."""
    if not user.is_authenticated:
        return False
    if not hasattr(user, "_is_secretariat"):
        user._is_secretariat = user.is_superuser or user.groups.filter(name=SECRETARIAT).exists()
    return user._is_secretariat


def appointments_of(user):
    """The appointments that are valid today, with their entities, in the order of the entities' codes."""
    if not user.is_authenticated:
        return []
    if not hasattr(user, "_appointments"):
        user._appointments = list(user.appointments.valid_today().select_related("entity"))
    return user._appointments


def _appointed(user):
    """{entity id: set of roles} of the appointments that are valid today."""
    appointed = {}
    for appointment in appointments_of(user):
        appointed.setdefault(appointment.entity_id, set()).add(appointment.role)
    return appointed


def represented_ids(user):
    """Ids of the entities for which the person is contributor, alternate or focal point today."""
    return list(_appointed(user))


def focal_ids(user):
    """Ids of the entities for which the person is focal point or alternate today: the two have the same rights."""
    from entities.models import FOCAL_ROLES

    return [entity_id for entity_id, roles in _appointed(user).items() if roles & FOCAL_ROLES]


def represents(user, entity_id):
    return entity_id in _appointed(user)


def is_focal(user, entity_id):
    return entity_id in focal_ids(user)


def is_member(user):
    """Anybody who belongs to the Mechanism: people of any entity, and the secretariat."""
    return is_secretariat(user) or bool(_appointed(user))
