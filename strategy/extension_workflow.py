"""How more time lives: asked for by an entity, answered by the secretariat. One table, read from top to bottom."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.outbox.notifications import notify
from core.workflow import Transition, Workflow
from entities.people import by_secretariat, focal_points, officers
from entities.roles import is_focal
from strategy import reminders
from strategy.models import Extension, ExtensionState
from strategy.models.deadlines import RUNNING_STATES
from strategy.models.extensions import refusal_of

SECRETARIAT = "the secretariat"
THE_ENTITY = "focal point or alternate of the entity"


def by_its_entity(extension, user):
    return is_focal(user, extension.entity_id)


def by_the_portal(extension, user):
    """No person ends an extension by granting a later one: the portal does it then."""
    return user is None


def people_of_the_entity(extension, by):
    return focal_points([extension.entity_id])


def missing_to_grant(extension):
    if extension.cycle.state not in RUNNING_STATES:
        return [_("The cycle does not take reports now.")]
    refusal = refusal_of(extension.cycle, extension.until or extension.asked_until)
    return [refusal] if refusal else []


def answered(extension, by):
    extension.answered_at, extension.answered_by = timezone.now(), by


def grant(extension, by, reason):
    """The day that was asked for, unless the secretariat chose another."""
    extension.until = extension.until or extension.asked_until
    answered(extension, by)
    for earlier in Extension.objects.granted().filter(cycle=extension.cycle_id, entity=extension.entity_id):
        EXTENSION.perform(earlier, "replace", by=None)
    reminders.call_back(extension.cycle, [extension.entity_id])


def decline(extension, by, reason):
    extension.answer = reason
    answered(extension, by)


def end(extension, by, reason):
    reminders.call_back(extension.cycle, [extension.entity_id])


EXTENSION = Workflow(
    name="extension",
    title="More time for a report",
    states=ExtensionState,
    model=Extension,
    transitions=[
        Transition(
            event="grant",
            sources=(ExtensionState.REQUESTED,),
            target=ExtensionState.GRANTED,
            label=gettext_lazy("Grant more time"),
            done=gettext_lazy("More time is granted."),
            who=f"{SECRETARIAT}, until the cycle is published",
            allowed=by_secretariat,
            missing=missing_to_grant,
            effect=grant,
            recipients=people_of_the_entity,
            kind="due",
            told="focal points of the entity",
            tone="primary",
        ),
        Transition(
            event="decline",
            sources=(ExtensionState.REQUESTED,),
            target=ExtensionState.DECLINED,
            label=gettext_lazy("Decline"),
            done=gettext_lazy("More time is not granted."),
            who=f"{SECRETARIAT}, with a reason",
            allowed=by_secretariat,
            needs_reason=True,
            effect=decline,
            recipients=people_of_the_entity,
            kind="due",
            told="focal points of the entity",
        ),
        Transition(
            event="withdraw",
            sources=(ExtensionState.REQUESTED,),
            target=ExtensionState.WITHDRAWN,
            label=gettext_lazy("Withdraw the request"),
            done=gettext_lazy("The request for more time is withdrawn."),
            who=THE_ENTITY,
            allowed=by_its_entity,
            consequence=gettext_lazy("The due date of the cycle holds for your entity."),
            recipients=officers,
            told=SECRETARIAT,
        ),
        Transition(
            event="end",
            sources=(ExtensionState.GRANTED,),
            target=ExtensionState.ENDED,
            label=gettext_lazy("End the extension"),
            done=gettext_lazy("The extension is ended."),
            who=f"{SECRETARIAT}, with a reason",
            allowed=by_secretariat,
            needs_reason=True,
            consequence=gettext_lazy("From now on the due date of the cycle holds for the entity. It is told."),
            effect=end,
            recipients=people_of_the_entity,
            kind="due",
            told="focal points of the entity",
            tone="danger",
        ),
        Transition(
            event="replace",
            sources=(ExtensionState.GRANTED,),
            target=ExtensionState.ENDED,
            label=gettext_lazy("Replace the extension"),
            done=gettext_lazy("Another extension took its place."),
            who="the portal, when the secretariat grants the entity another day",
            allowed=by_the_portal,
            is_automatic=True,
        ),
    ],
)


def ask(extension, by):
    """Stores the request of an entity and tells the secretariat."""
    extension.asked_by = by
    extension.save()
    notify(officers(), "task", extension, key=f"extension:{extension.pk}", by=by, sentence="extension_asked")


@transaction.atomic
def give(extension, by):
    """More time that nobody asked for, or that is granted for another day than was asked."""
    extension.asked_until = extension.asked_until or extension.until
    extension.save()
    return EXTENSION.perform(extension, "grant", by=by)
