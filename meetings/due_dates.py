"""How the due date of an action point was moved, as the history of its rows says."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from core.history.tracking import TRACKED
from entities.models import User
from meetings.models import ActionPoint


@dataclass(frozen=True)
class Move:
    """`before` or `after` is None where there was, or is, no date."""

    before: date | None
    after: date | None
    at: datetime
    by: User | None


def moves_of(point):
    """The latest first."""
    rows = TRACKED[ActionPoint].objects.filter(pgh_obj=point.pk).order_by("pgh_id")
    rows = list(rows.values_list("due", "pgh_created_at", "pgh_context"))
    steps = [(before[0], *after) for before, after in pairwise(rows) if before[0] != after[0]]
    people = User.objects.in_bulk({context["user"] for *_rest, context in steps if context and context.get("user")})
    moves = [Move(before, after, at, people.get((context or {}).get("user"))) for before, after, at, context in steps]
    return moves[::-1]
