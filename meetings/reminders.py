"""Telling owners what they owe, and the secretariat what is overdue. The worker calls it every day (tasks.py).

A reminder that was sent is not sent again, however often this runs: its key names the action point, its due date and
the step. What is settled or moved meanwhile is not asked any more, because each run reads the rows of now.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType

from core.models import Notification
from core.outbox.notifications import notify
from entities.models import FOCAL_ROLES, Role
from entities.people import appointed, officers
from meetings import times
from meetings.models import ActionPoint

KIND = "due"
MONDAY = 0


@dataclass(frozen=True)
class Step:
    """`days` from the reminder to the due date, negative after it. Where the worker stood still on that day, it is
    made up for within `grace` days."""

    days: int
    grace: int
    roles: frozenset
    sentence: str

    def due_dates(self, today):
        return [today + timedelta(days=self.days - late) for late in range(self.grace + 1)]


STEPS = [
    Step(14, 2, frozenset({Role.FOCAL_POINT}), "due_in_14"),
    Step(7, 2, frozenset(FOCAL_ROLES), "due_in_7"),
    Step(1, 1, frozenset(FOCAL_ROLES), "due_in_1"),
    Step(-1, 2, frozenset(FOCAL_ROLES), "due_passed"),
]


def remind(today=None):
    """Owners' people at each step; on Mondays the secretariat of all that is overdue."""
    today = today or times.today_in()
    for step in STEPS:
        for point in ActionPoint.objects.owed().filter(due__in=step.due_dates(today)).prefetch_related("owners"):
            people = appointed(point.owners.all(), step.roles)
            notify(people, KIND, point, key=f"due:{point.pk}:{point.due}:{step.days}", sentence=step.sentence)
    if today.weekday() == MONDAY:
        tell_secretariat(today)


def tell_secretariat(today):
    """One mail with a line for each. The lines of last week make way, so that the bell does not count them twice."""
    earlier = Notification.objects.filter(kind=KIND, key__startswith="overdue:")
    earlier.exclude(key__endswith=f":{today}").mark_read()
    people = officers()
    for point in ActionPoint.objects.owed().filter(due__lt=today).order_by("due", "pk"):
        notify(people, KIND, point, key=f"overdue:{point.pk}:{today}", sentence="overdue")


def call_back(point):
    """What still waits for its reader names a date that holds no more, or work that is done."""
    about = ContentType.objects.get_for_model(point)
    Notification.objects.filter(kind=KIND, content_type=about, object_id=point.pk).mark_read()


def tell_saved(point, by, is_moved):
    """Owners, of the action point and of a date that moved, wherever it was written."""
    tell_owners(point, by)
    if is_moved:
        call_back(point)
        tell_of_new_date(point, by)


def tell_owners(point, by):
    """Of an action point that their entity owns. Each person is told once, also where an owner is added later."""
    notify(
        appointed(point.owners.all(), FOCAL_ROLES),
        "task",
        point,
        key=f"owns:{point.pk}",
        by=by,
        sentence="owns_action_point",
    )


def tell_of_new_date(point, by):
    notify(
        appointed(point.owners.all(), FOCAL_ROLES),
        "moved",
        point,
        key=f"due_moved:{point.pk}:{point.version}",
        by=by,
        sentence="due_moved",
    )
