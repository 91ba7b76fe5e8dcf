"""How reporting cycles move, by the secretariat or on their days, and who is told."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.workflow import Transition, Workflow
from entities.people import by_secretariat, focal_points, officers
from entities.roles import is_secretariat
from strategy import consolidated_snapshot, reminders
from strategy.models import Cycle, CycleState

# Who


def by_secretariat_or_the_clock(cycle, by):
    """The worker moves a cycle on its days; the secretariat may be earlier."""
    return by is None or is_secretariat(by)


def people_of_all_entities(cycle, by):
    return focal_points(cycle.entities.all())


# What stands in the way


def missing_to_reopen(cycle):
    """Or the worker would close it again at once."""
    if timezone.now() < cycle.late_until:
        return []
    return [_("Set dates that lie ahead first: no report could be taken now.")]


def missing_to_grace(cycle):
    return [] if cycle.grace_until else [_("Set the last day of the grace period.")]


# What happens with it


def close(cycle, by, reason):
    reminders.call_back_at_closing(cycle)


def publish(cycle, by, reason):
    """What is published is what is frozen: both or neither."""
    consolidated_snapshot.take(cycle, by)


CYCLE = Workflow(
    name="cycle",
    title="Reporting cycle",
    states=CycleState,
    model=Cycle,
    transitions=[
        Transition(
            event="open",
            sources=(CycleState.PLANNED,),
            target=CycleState.OPEN,
            label=gettext_lazy("Open the cycle"),
            done=gettext_lazy("The cycle is open."),
            who="the portal on the opening day; the secretariat",
            allowed=by_secretariat_or_the_clock,
            missing=lambda cycle: cycle.missing_to_open(),
            consequence=gettext_lazy("The focal points of all entities that are asked get a mail."),
            recipients=people_of_all_entities,
            kind="cycle",
            told="focal points of the entities asked",
            tone="primary",
        ),
        Transition(
            event="grace",
            sources=(CycleState.OPEN,),
            target=CycleState.GRACE,
            label=gettext_lazy("Begin the grace period"),
            done=gettext_lazy("The grace period has begun."),
            who="the portal after the due day; the secretariat",
            allowed=by_secretariat_or_the_clock,
            missing=missing_to_grace,
        ),
        Transition(
            event="close",
            sources=(CycleState.OPEN, CycleState.GRACE),
            target=CycleState.CLOSED,
            label=gettext_lazy("Close the cycle"),
            done=gettext_lazy("The cycle is closed."),
            who="the portal after the closing day; the secretariat",
            allowed=by_secretariat_or_the_clock,
            consequence=gettext_lazy(
                "Entities can no longer start a report, unless you gave them more time. "
                "A report that you return can still be submitted again."
            ),
            effect=close,
            recipients=officers,
            kind="cycle",
            told="the secretariat",
        ),
        Transition(
            event="publish",
            sources=(CycleState.CLOSED,),
            target=CycleState.PUBLISHED,
            label=gettext_lazy("Publish the results"),
            done=gettext_lazy("The results of the cycle are published."),
            who="the secretariat, when no report waits for review",
            allowed=by_secretariat,
            missing=lambda cycle: cycle.missing_to_publish(),
            consequence=gettext_lazy(
                "Everybody will see the accepted answers that are marked public. They are kept in a numbered snapshot "
                "that nobody can change."
            ),
            effect=publish,
            recipients=people_of_all_entities,
            kind="cycle",
            told="focal points of the entities asked",
            tone="primary",
        ),
        Transition(
            event="reopen",
            sources=(CycleState.CLOSED, CycleState.PUBLISHED),
            target=CycleState.OPEN,
            label=gettext_lazy("Reopen the cycle"),
            done=gettext_lazy("The cycle is open again."),
            who="the secretariat, with a reason",
            allowed=by_secretariat,
            missing=missing_to_reopen,
            needs_reason=True,
            consequence=gettext_lazy("Published results are taken back until you publish them again."),
            recipients=people_of_all_entities,
            kind="cycle",
            told="focal points of the entities asked",
        ),
    ],
)
