"""Who reads how much of the history of an initiative, and how an earlier version of it comes back."""

from django.utils.translation import gettext_lazy

from core.access import can_edit
from core.history.kinds import EVERYTHING, Kind, Opening, Part, of_form, refuse, register
from core.history.restoring import Refused
from entities.history import for_the_secretariat
from entities.roles import is_member, is_secretariat, represents
from initiatives import versions
from initiatives.choices import IN_CATALOGUE, PUBLIC, State
from initiatives.forms import InitiativeForm
from initiatives.models import (
    Budget,
    Citation,
    Contribution,
    ExternalIdentifier,
    Initiative,
    InitiativeGoal,
    InitiativeRelation,
    Link,
    Organization,
    Participation,
)
from initiatives.presentation import BEFORE_PUBLICATION

# As the form of the published record says it.
IN_PREPARATION = gettext_lazy(
    "The lead entity is preparing a new version of this record. One version can be open at a time."
)


def opening(initiative, user):
    """The people of the lead entity read everything; the secretariat what was submitted to it, but no draft; other
    people of the Mechanism the versions that were public."""
    if represents(user, initiative.lead_id):
        return EVERYTHING
    if is_secretariat(user):
        wrote_it = initiative.created_by_id == user.pk
        return EVERYTHING if wrote_it else Opening(lambda row: row["state"] != State.DRAFT, reads=("state",))
    if is_member(user):
        return Opening(
            lambda row: row["state"] in PUBLIC,
            reads=("state",),
            moves=lambda events: events.exclude(event__in=BEFORE_PUBLICATION),
        )
    return refuse()


def working_copy(initiative, user, write):
    """A public record is changed through its working copy, one at a time. Whoever may not write the one that is open,
    or not even see it, compares with the public record, and is told in words when it comes to writing."""
    if not is_published(initiative):
        return initiative
    open_one = Initiative._base_manager.filter(replaces=initiative)
    copy = versions.open_version(initiative, user) if write else open_one.first()
    if copy and can_edit(copy, user):
        return copy
    if write:
        raise Refused([IN_PREPARATION])
    return initiative


def is_published(initiative):
    return initiative.state in IN_CATALOGUE


register(
    Kind(
        Initiative,
        opening,
        parts=(
            Part(InitiativeGoal, "initiative", ("goal",)),
            Part(Participation, "initiative", ("role", "country", "region", "entity", "organization")),
            Part(Budget, "initiative", ("currency", "amount")),
            Part(Contribution, "initiative", ("entity", "party", "kind")),
            Part(ExternalIdentifier, "initiative", ("scheme", "value")),
            Part(Link, "initiative", ("url",)),
            Part(Citation, "initiative", ("title",)),
            Part(InitiativeRelation, "initiative", ("kind", "other")),
        ),
        restores=of_form(
            InitiativeForm, "start", "start_precision", "end", "end_precision", without={"contact_is_public"}
        ),
        target=working_copy,
        opens_copy=is_published,
    )
)
register(Kind(Organization, for_the_secretariat))
