"""How a proposed wording and an objection live: one table each, read from top to bottom."""

from django.utils.translation import gettext_lazy as _

from core.workflow import Transition, Workflow
from entities.people import focal_points, officers
from entities.roles import is_secretariat
from meetings import clearing
from meetings.models import Objection, ObjectionState, Outcome, Proposal, ProposalState

SECRETARIAT = "the secretariat"
THE_ENTITY = "a focal point or alternate of the entity"


def by_officer(said, user):
    return is_secretariat(user) and said.revision.outcome == Outcome.OPEN


def by_its_entity(said, user):
    return said.is_spoken_for(user) and said.revision.outcome == Outcome.OPEN


def tell_its_entity(said, by):
    return focal_points([said.entity_id])


PROPOSAL = Workflow(
    name="proposal",
    title="Proposed wording",
    states=ProposalState,
    model=Proposal,
    transitions=[
        Transition(
            event="accept",
            sources=(ProposalState.OPEN, ProposalState.DISCUSSED),
            target=ProposalState.ACCEPTED,
            label=_("Accept the wording"),
            done=_("The proposed wording is accepted."),
            who=SECRETARIAT,
            allowed=by_officer,
            tone="primary",
            effect=clearing.accept_wording,
            recipients=tell_its_entity,
            kind="record",
            told=THE_ENTITY,
        ),
        Transition(
            event="discuss",
            sources=(ProposalState.OPEN,),
            target=ProposalState.DISCUSSED,
            label=_("Put it to discussion"),
            done=_("The proposed wording is under discussion."),
            who=SECRETARIAT,
            allowed=by_officer,
            needs_reason=True,
            reason_label=_("Answer to the entity"),
            effect=clearing.put_to_discussion,
            recipients=tell_its_entity,
            kind="record",
            told=THE_ENTITY,
        ),
        Transition(
            event="withdraw",
            sources=(ProposalState.OPEN, ProposalState.DISCUSSED),
            target=ProposalState.WITHDRAWN,
            label=_("Withdraw the wording"),
            done=_("The proposed wording is withdrawn."),
            who=THE_ENTITY,
            allowed=by_its_entity,
            effect=clearing.settle,
            recipients=officers,
            kind="record",
            told=SECRETARIAT,
        ),
    ],
)

OBJECTION = Workflow(
    name="objection",
    title="Objection to a record",
    states=ObjectionState,
    model=Objection,
    transitions=[
        Transition(
            event="withdraw",
            sources=(ObjectionState.OPEN,),
            target=ObjectionState.WITHDRAWN,
            label=_("Withdraw the objection"),
            done=_("The objection is withdrawn."),
            who=THE_ENTITY,
            allowed=by_its_entity,
            effect=clearing.settle,
            recipients=officers,
            kind="record",
            told=SECRETARIAT,
        ),
    ],
)
