"""For which entity a person is working now. Rights do not depend on it: it only fills in forms and the work bar."""

from entities.roles import appointments_of

SESSION_KEY = "acting_entity"


def acting_entities(user):
    """The entities that the person serves today, in alphabetical order."""
    return list(dict.fromkeys(appointment.entity for appointment in appointments_of(user)))


def acting_entity(request):
    """The chosen one of them, else the first; None for people who serve no entity."""
    if not request.user.is_authenticated:
        return None
    served = acting_entities(request.user)
    chosen = request.session.get(SESSION_KEY)
    return next((entity for entity in served if entity.pk == chosen), served[0] if served else None)


def acting_among(request, entities):
    """The one of these for which the person speaks: the chosen one where it is among them; None for outsiders."""
    served = [entity for entity in acting_entities(request.user) if entity in entities]
    acting = acting_entity(request)
    return acting if acting in served else next(iter(served), None)
