"""How far the clearance of a record is: which entity has confirmed, proposed, objected or said nothing."""

from dataclasses import dataclass, field

from entities.models import Entity
from meetings.models import Clearance, Outcome, ProposalState
from meetings.models.clearance import UNSETTLED

OBJECTED, PROPOSED, CONFIRMED, SILENT = "objected", "proposed", "confirmed", "silent"
WORDING_ACCEPTED = "wording_accepted"
SILENT_CONSENT, UNANSWERED = "silent_consent", "unanswered"


@dataclass
class EntityAnswer:
    """One row of the clearance. `state` is a key of a badge."""

    clearance: Clearance
    outcome: str
    proposals: list = field(default_factory=list)
    objections: list = field(default_factory=list)

    @property
    def entity(self):
        return self.clearance.entity

    @property
    def state(self):
        if any(objection.state == "open" for objection in self.objections):
            return OBJECTED
        if any(proposal.state in UNSETTLED for proposal in self.proposals):
            return PROPOSED
        if self.clearance.confirmed_at:
            return CONFIRMED
        if any(proposal.state == ProposalState.ACCEPTED for proposal in self.proposals):
            return WORDING_ACCEPTED
        return {Outcome.OPEN: SILENT, Outcome.ADOPTED: SILENT_CONSENT}.get(self.outcome, UNANSWERED)

    @property
    def has_answered(self):
        return self.state in (OBJECTED, PROPOSED, CONFIRMED, WORDING_ACCEPTED)


def answers_to(revision):
    """[EntityAnswer] of all entities that were asked, in the order of their codes; four queries."""
    rows = {
        clearance.entity_id: EntityAnswer(clearance, revision.outcome)
        for clearance in revision.clearances.select_related("entity", "confirmed_by")
    }
    for proposal in revision.proposals.select_related("entity"):
        if proposal.entity_id in rows:
            rows[proposal.entity_id].proposals.append(proposal)
    for objection in revision.objections.select_related("entity"):
        if objection.entity_id in rows:
            rows[objection.entity_id].objections.append(objection)
    return list(rows.values())


def silent_entities(revision):
    silent = [answer.entity.pk for answer in answers_to(revision) if not answer.has_answered]
    return Entity.objects.filter(pk__in=silent)
