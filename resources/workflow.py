"""The life of a resource: a draft is published, a published one is withdrawn to be put right."""

from django.utils.translation import gettext_lazy as _

from core.workflow import Transition, Workflow
from entities.people import by_secretariat, focal_points
from resources.models import Resource, State


def publishers_people(record, by):
    return focal_points([record.publisher]) if record.publisher_id else []


RESOURCE = Workflow(
    name="resource",
    title="Resource",
    states=State,
    model=Resource,
    transitions=[
        Transition(
            event="publish",
            sources=(State.DRAFT,),
            target=State.PUBLISHED,
            label=_("Publish the resource"),
            done=_("The resource is published."),
            who="the secretariat",
            allowed=by_secretariat,
            missing=Resource.missing_to_publish,
            tone="primary",
            recipients=publishers_people,
            told="focal points of the publisher",
        ),
        Transition(
            event="withdraw",
            sources=(State.PUBLISHED,),
            target=State.DRAFT,
            label=_("Withdraw the resource"),
            done=_("The resource is withdrawn. It is a draft again."),
            who="the secretariat",
            allowed=by_secretariat,
            needs_reason=True,
            consequence=_("Readers no longer see the resource. It becomes a draft that its publisher can put right."),
            tone="danger",
            recipients=publishers_people,
            kind="task",
            told="focal points of the publisher",
        ),
    ],
)
