"""Where a report stands, in plain words: submitted or not, by whom, whose turn it is and since when."""

from dataclasses import dataclass
from datetime import datetime

from strategy.models import ReportState

SECRETARIAT, ENTITY = "secretariat", "entity"
TURNS = {
    ReportState.NOT_STARTED: ENTITY,
    ReportState.DRAFT: ENTITY,
    ReportState.SUBMITTED: SECRETARIAT,
    ReportState.RETURNED: ENTITY,
    ReportState.ACCEPTED: "",
}


@dataclass(frozen=True)
class Turn:
    """`of` is entity, secretariat or "" where nobody has to act; `since` may be unknown of the oldest reports."""

    of: str
    since: datetime | None
    accepted_by: object = None
    accepted_at: datetime | None = None


def turn_of(report, events):
    """`events` are the TransitionEvents of the report, newest first."""
    moves = [event for event in events if event.from_state != event.to_state]
    since = next((move.at for move in moves if TURNS[move.from_state] != TURNS[move.to_state]), None)
    if since is None and report.state == ReportState.SUBMITTED:
        since = report.submitted_at
    accepted = next((move for move in moves if move.event == "accept"), None)
    return Turn(
        of=SECRETARIAT if report.is_draft_on_behalf else TURNS[report.state],
        since=since,
        accepted_by=accepted and accepted.by,
        accepted_at=accepted and accepted.at,
    )
