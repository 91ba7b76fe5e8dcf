"""The life of a resource: a draft is published, a published one is withdrawn to be put right."""

from django.utils.translation import gettext_lazy as _

from core.workflow import Transition, Workflow
from entities.models import FOCAL_ROLES, User
from entities.roles import is_secretariat
from resources.models import Resource, State


def by_secretariat(record, user):
    return is_secretariat(user)


def publishers_people(record, by):
    """Focal points and alternates of the publishing entity."""
    if record.publisher_id is None:
        return []
    appointments = record.publisher.appointments.valid_today().filter(role__in=FOCAL_ROLES)
    return list(User.objects.filter(is_active=True, pk__in=appointments.values("user")))


WORKFLOW = Workflow(
    name="resource",
    title=_("Resource"),
    states=State,
    model=Resource,
    transitions=[
        Transition(
            event="publish",
            sources=(State.DRAFT,),
            target=State.PUBLISHED,
            label=_("Publish the resource"),
            done=_("The resource is published."),
            who=_("secretariat"),
            allowed=by_secretariat,
            missing=Resource.missing_to_publish,
            tone="primary",
            recipients=publishers_people,
            told=_("focal points of the publisher"),
        ),
        Transition(
            event="withdraw",
            sources=(State.PUBLISHED,),
            target=State.DRAFT,
            label=_("Withdraw the resource"),
            done=_("The resource is withdrawn. It is a draft again."),
            who=_("secretariat"),
            allowed=by_secretariat,
            needs_reason=True,
            consequence=_("Readers no longer see the resource. It becomes a draft that its publisher can put right."),
            tone="danger",
            recipients=publishers_people,
            told=_("focal points of the publisher"),
        ),
    ],
)
