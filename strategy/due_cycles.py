"""What the worker does about cycles: opens them, begins their grace period, closes them, each on its day.

strategy/tasks.py asks every few minutes; each step may be made twice without harm. Whether a report is taken does not
wait for it: the dates of the cycle decide that (models/deadlines.py).
"""

from django.utils import timezone

from core.outbox.notifications import notify
from core.workflow import AlreadyMoved, TransitionRefused
from entities.people import officers
from strategy.cycle_workflow import CYCLE
from strategy.models import ACCEPTING_STATES, Cycle, CycleState


def look_after_cycles():
    now = timezone.now()
    for cycle in Cycle.objects.filter(state__in=[CycleState.PLANNED, *ACCEPTING_STATES]):
        event = due_event(cycle, now)
        if event:
            move_or_call(cycle, event)


def due_event(cycle, now):
    """The move whose day has come, or an empty text. A cycle that nobody made ready before it was due stays planned."""
    if cycle.state == CycleState.PLANNED:
        return "open" if cycle.opens_at <= now < cycle.due_at else ""
    if cycle.closes_at <= now:
        return "close"
    if cycle.state == CycleState.OPEN and cycle.grace_until and cycle.due_at <= now:
        return "grace"
    return ""


def move_or_call(cycle, event):
    """The secretariat is called once where something is missing; when it is there, the cycle moves."""
    try:
        CYCLE.perform(cycle, event, by=None)
    except AlreadyMoved:
        pass  # somebody of the secretariat was faster
    except TransitionRefused:
        notify(officers(), "task", cycle, key=f"cycle_stuck:{cycle.pk}:{cycle.opens_on}", sentence="cycle_stuck")
