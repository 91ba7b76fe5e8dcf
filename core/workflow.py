"""The transition engine. One table per workflow, declared in a room's workflow.py, is the single source:
the buttons on the page, the server's check, docs/workflows.md and the tests are derived from it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.models import TransitionEvent
from core.outbox.notifications import notify
from core.saving import StaleVersion

REGISTRY: dict[str, "Workflow"] = {}


class TransitionRefused(Exception):
    """The transition cannot happen now. `reasons` are sentences for the person who asked."""

    def __init__(self, reasons):
        super().__init__(" ".join(str(reason) for reason in reasons))
        self.reasons = list(reasons)


class AlreadyMoved(TransitionRefused):
    """Somebody was faster: the record is no longer in a state from which the event starts."""


def nothing_missing(record):
    return []


def nobody(record, by):
    return []


def never(record):
    return False


@dataclass(frozen=True)
class Transition:
    """One row of a table.

    `missing(record)` lists in words what stands in the way; the page shows the list, the engine
    refuses on it. Where `reason_optional(record)` holds, the reason stands elsewhere and may stay
    empty. `effect(record, by, reason)` changes the locked record or its neighbours inside the same
    transaction; where another record takes its place, as when a new version is published into the
    old one, it returns that record. `recipients(record, by)` are told, each in their language and as they
    chose for this `kind` of event (core/outbox/notifications.py).
    `who` and `told` say the same in words for docs/workflows.md, which is English; nothing else shows them.
    """

    event: str
    sources: tuple[str, ...]
    target: str
    label: str
    done: str
    who: str
    allowed: Callable[[Any, Any], bool]
    missing: Callable[[Any], list] = nothing_missing
    needs_reason: bool = False
    reason_optional: Callable[[Any], bool] = never
    reason_label: str = ""  # what is asked for where it is not a reason, such as evidence
    consequence: str = ""
    tone: str = "secondary"
    effect: Callable[[Any, Any, str], Any] | None = None
    recipients: Callable[[Any, Any], list] = nobody
    kind: str = "moved"
    told: str = ""
    is_automatic: bool = False  # made by the worker (`by` is None): no button anywhere
    is_apart: bool = False  # its button stands in a place of its own, not among the others

    @property
    def needs_confirmation(self):
        """A transition with a reason or a consequence goes through its own page first."""
        return self.needs_reason or bool(self.consequence)

    def must_have_reason(self, record):
        return self.needs_reason and not self.reason_optional(record)


@dataclass(frozen=True)
class Action:
    """A transition that a person may make on a record now, with what is still missing for it."""

    transition: Transition
    url: str
    missing: list = field(default_factory=list)

    @property
    def is_ready(self):
        return not self.missing


class Workflow:
    """The table of one model. `states` is the TextChoices of its `state` field, `title` its head in the docs."""

    def __init__(self, *, name, title, states, model, transitions):
        self.name, self.title, self.states, self.model = name, title, states, model
        self.transitions = tuple(transitions)
        REGISTRY[name] = self

    def __getitem__(self, event):
        for transition in self.transitions:
            if transition.event == event:
                return transition
        raise KeyError(event)

    def __contains__(self, event):
        return any(transition.event == event for transition in self.transitions)

    def actions_for(self, record, user):
        """The buttons: what this person may do with this record in its present state.

        The record's `get_transition_url(event)` says where each leads.
        """
        return [
            Action(transition, record.get_transition_url(transition.event), list(transition.missing(record)))
            for transition in self.transitions
            if not transition.is_apart and record.state in transition.sources and transition.allowed(record, user)
        ]

    def can(self, record, event, user):
        transition = self[event]
        return record.state in transition.sources and transition.allowed(record, user)

    @transaction.atomic
    def perform(self, record, event, by, reason=""):
        """Move the record and return it as it now stands.

        Locks the row first, so that of two people who act at once the second is told so. Raises
        AlreadyMoved, PermissionDenied or TransitionRefused, StaleVersion where the record or a neighbour was
        deleted or saved at the same instant, and changes nothing then.
        """
        transition = self[event]
        locked = type(record)._base_manager.select_for_update(of=("self",)).filter(pk=record.pk).first()
        if locked is None:
            raise StaleVersion(record)
        if locked.state not in transition.sources:
            state = self.states(locked.state).label
            raise AlreadyMoved([_("Someone was faster: the state is now “{state}”.").format(state=state)])
        if not transition.allowed(locked, by):
            raise PermissionDenied
        reasons = list(transition.missing(locked))
        if transition.must_have_reason(locked) and not reason.strip():
            reasons.append(_("Say why: the reason is kept with the record."))
        if reasons:
            raise TransitionRefused(reasons)
        before = locked.state
        locked.state = transition.target
        successor = transition.effect(locked, by, reason.strip()) if transition.effect else None
        if successor is None:
            successor = locked
            locked.save()
        self.tell(successor, record_event(self, successor, transition, before, by, reason.strip()))
        return successor

    def tell(self, record, written):
        """The people whom the table names, of an event of the log."""
        transition = self[written.event]
        notify(
            transition.recipients(record, written.by),
            transition.kind,
            record,
            key=f"transition:{written.pk}",
            by=written.by,
            workflow=self.name,
            event=written.event,
            reason=written.reason,
        )


def record_event(workflow, record, transition, before, by, reason):
    return TransitionEvent.objects.create(
        workflow=workflow.name,
        record=record,
        event=transition.event,
        from_state=before,
        to_state=transition.target,
        reason=reason,
        by=by,
    )


def state_field(states, default, **options):
    """The `state` column of a model with a workflow: never a free select box in a form."""
    return models.CharField(
        gettext_lazy("state"), max_length=24, choices=states, default=default, editable=False, db_index=True, **options
    )
