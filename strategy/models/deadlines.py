"""Until when an entity reports: said once here, asked by workflow, matrix, desk, reminders and every page."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from strategy.models.cycles import Cycle, CycleState


@dataclass(frozen=True)
class Deadline:
    """Of one entity in one cycle. `extended_until` is the last day that the secretariat granted it, or None."""

    cycle: Cycle
    extended_until: datetime.date | None = None

    @property
    def is_extended(self):
        """False again where the whole cycle was put off beyond what was granted."""
        return self.extended_until is not None and self.extended_until > self.cycle.due_on

    @property
    def day(self):
        """The last day, in the city of the cycle."""
        return self.extended_until if self.is_extended else self.cycle.due_on

    @property
    def at(self):
        """The moment at which that day ends."""
        return self.cycle.end_of(self.day)

    @property
    def is_past(self):
        return timezone.now() >= self.at

    @property
    def accepts_reports(self):
        """May the entity start a report, and submit it for the first time? Time that was granted outlasts the cycle's
        closing, not its publication."""
        if self.cycle.accepts_reports:
            return True
        return self.is_extended and not self.is_past and self.cycle.state in RUNNING_STATES


# Time may be asked for or granted in these.
RUNNING_STATES = {CycleState.OPEN, CycleState.GRACE, CycleState.CLOSED}
