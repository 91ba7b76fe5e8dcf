"""How a proposal lives, what becomes of those that a meeting leaves unanswered, and what its page shows of them."""

from django.utils.translation import gettext_lazy as _

from core import languages
from core.workflow import Transition, Workflow
from entities.models import Entity, User
from entities.people import by_secretariat, focal_points
from entities.roles import focal_ids, is_focal, is_member, is_secretariat
from meetings import order, times
from meetings.models import AgendaItem, AgendaProposal, AgendaProposalState, MeetingState

SECRETARIAT = "the secretariat"
THE_ENTITY = "the person who proposed it; focal points and alternates of the entity"


def may_propose(user):
    return is_secretariat(user) or bool(focal_ids(user))


def proposing_entities(user):
    """Focal points and alternates propose for their entities, the secretariat for any."""
    return Entity.objects.all() if is_secretariat(user) else Entity.objects.filter(pk__in=focal_ids(user))


def by_its_entity(proposal, user):
    return is_focal(user, proposal.entity_id)


def in_a_series(proposal, user):
    return is_secretariat(user) and proposal.meeting.series_id is not None


def after_the_end(proposal, user):
    return is_secretariat(user) and not proposal.meeting.takes_items


def tell_entity(proposal, by):
    """Its focal points and whoever proposed it."""
    proposers = User.objects.filter(pk=proposal.proposed_by_id, is_active=True)
    return list({person.pk: person for person in [*focal_points([proposal.entity_id]), *proposers]}.values())


def make_item(proposal, by, reason):
    """At the end of the agenda, with the entity as presenter; the secretariat moves it where it belongs."""
    target = proposal.target
    titles = {column: getattr(proposal, column) for column in languages.columns("title")}
    item = AgendaItem(
        kind=proposal.kind, minutes=proposal.minutes, original_language=proposal.original_language, **titles
    )
    order.add(target, item)
    item.presenters.create(entity=proposal.entity)
    proposal.item, proposal.meeting, proposal.series = item, target, None


def keep_for_series(proposal, by, reason):
    proposal.series = proposal.meeting.series


def keep_refusal(proposal, by, reason):
    proposal.declined_because = reason


PROPOSAL = Workflow(
    name="agenda_proposal",
    title="Proposal for the agenda",
    states=AgendaProposalState,
    model=AgendaProposal,
    transitions=[
        Transition(
            event="accept",
            sources=(AgendaProposalState.PROPOSED, AgendaProposalState.LATER),
            target=AgendaProposalState.ACCEPTED,
            label=_("Put it on the agenda"),
            done=_("The proposal is on the agenda."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            missing=AgendaProposal.missing_to_accept,
            tone="primary",
            effect=make_item,
            recipients=tell_entity,
            told=THE_ENTITY,
        ),
        Transition(
            event="keep",
            sources=(AgendaProposalState.PROPOSED,),
            target=AgendaProposalState.LATER,
            label=_("Keep it for a later meeting"),
            done=_("The proposal is kept for a later meeting of the series."),
            who="the secretariat, where the meeting belongs to a series",
            allowed=in_a_series,
            effect=keep_for_series,
            recipients=tell_entity,
            told=THE_ENTITY,
        ),
        Transition(
            event="decline",
            sources=(AgendaProposalState.PROPOSED, AgendaProposalState.LATER),
            target=AgendaProposalState.DECLINED,
            label=_("Decline it"),
            done=_("The proposal is declined."),
            who=SECRETARIAT,
            allowed=by_secretariat,
            needs_reason=True,
            effect=keep_refusal,
            recipients=tell_entity,
            told=THE_ENTITY,
        ),
        Transition(
            event="lapse",
            sources=(AgendaProposalState.PROPOSED,),
            target=AgendaProposalState.LAPSED,
            label=_("Close it without an answer"),
            done=_("The meeting ended before the proposal was answered."),
            who="the secretariat by closing or cancelling a meeting without a series",
            allowed=after_the_end,
            recipients=tell_entity,
            told=THE_ENTITY,
        ),
        Transition(
            event="withdraw",
            sources=(AgendaProposalState.PROPOSED, AgendaProposalState.LATER),
            target=AgendaProposalState.WITHDRAWN,
            label=_("Withdraw the proposal"),
            done=_("The proposal is withdrawn."),
            who="focal points and alternates of the entity",
            allowed=by_its_entity,
            consequence=_("It is taken off the list. This cannot be undone; you can propose it again."),
            tone="danger",
        ),
    ],
)


def carry_over(meeting, by):
    """Once a meeting takes no items any more: what is not answered waits for a later meeting of its series."""
    event = "keep" if meeting.series_id else "lapse"
    for proposal in AgendaProposal.objects.waiting_for(meeting).select_related("meeting"):
        PROPOSAL.perform(proposal, event, by)


def backlog(series, user):
    """What is kept for a later meeting of the series, for those who may read it."""
    return AgendaProposal.objects.visible_to(user).backlog_of(series).select_related("entity")


def context(meeting, user):
    """For the page of a meeting; nothing where the reader may neither propose nor see a proposal."""
    if not is_member(user):
        return {}
    rows = AgendaProposal.objects.visible_to(user).filter(meeting=meeting).select_related("entity")
    is_announced = meeting.state not in (MeetingState.DRAFT, MeetingState.CANCELLED)
    waits = is_announced and not meeting.takes_proposals and meeting.series_id is not None
    proposes = may_propose(user)
    proposing = {
        "rows": list(rows),
        "may_propose": proposes and meeting.takes_proposals,
        "may_propose_for_later": proposes and waits,
        "city": times.city(meeting.time_zone or times.SECRETARIAT_ZONE),
    }
    return {"proposing": proposing if any(value for key, value in proposing.items() if key != "city") else None}
