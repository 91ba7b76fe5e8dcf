"""Telling people: the kinds of events, and the one function that tells. Words: words.py. Mail: letters.py.

A room registers in its AppConfig.ready its kinds, the sentences of events that are no transition, and how its
records are named.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Notification, NotificationChoice
from core.outbox.delivery import When, due_at


@dataclass(frozen=True)
class Kind:
    """What people choose about: the usual moment of its mail holds until a person chooses another."""

    key: str
    icon: str
    label: str
    explanation: str
    usual: When


@dataclass(frozen=True)
class Naming:
    """How a record is named to the reader: `marked` is HTML that carries `lang` where it is another language.

    `tells_reason(record, event, reader)`: may the reader, who sees the record, still read why this was done?
    """

    plain: Callable[[Any], str] = str
    marked: Callable[[Any], str] = str
    related: tuple[str, ...] = ()
    tells_reason: Callable[[Any, str, Any], bool] = lambda record, event, reader: True


kinds: dict[str, Kind] = {}
sentences: dict[str, str] = {}
namings: dict[type, Naming] = {}


def register_kind(key, icon, label, explanation, usual):
    kinds[key] = Kind(key, icon, label, explanation, usual)


def register_sentence(key, sentence):
    sentences[key] = sentence


def register_naming(model, **options):
    namings[model] = Naming(**options)


register_kind(
    "task",
    "inbox",
    _("Something waits for me"),
    _("What you have to review, correct or verify."),
    When.AT_ONCE,
)
register_kind(
    "moved",
    "arrow-left-right",
    _("A record I work on has moved"),
    _("Published, accepted, verified, archived and so on."),
    When.DAILY,
)
register_kind("due", "clock", _("Due dates"), _("What your entity owes is due soon, or overdue."), When.AT_ONCE)
# Read days later too, so each says how far away the date was.
register_sentence("due_in_30", _("A reminder 30 days before it is due."))
register_sentence("due_in_14", _("A reminder 14 days before it is due."))
register_sentence("due_in_7", _("A reminder 7 days before it is due."))
register_sentence("due_in_1", _("A reminder one day before it is due."))


def notify(people, kind, record, key, *, by=None, **params):
    """Tell each of the people, except the one who did it. `key` names the event: whoever was told of it is not
    told again. Call it inside the transaction of the event: where that is rolled back, nobody is told."""
    people = [person for person in people if by is None or person.pk != by.pk]
    chosen = dict(NotificationChoice.objects.filter(person__in=people, kind=kind).values_list("person", "when"))
    usual, now = kinds[kind].usual, timezone.now()
    rows = [
        Notification(
            person=person,
            kind=kind,
            record=record,
            key=key,
            by=by,
            params=params,
            created_at=now,
            due_at=due_at(chosen.get(person.pk, usual), now, person),
        )
        for person in people
    ]
    Notification.objects.bulk_create(rows, ignore_conflicts=True)


def choices_of(person):
    """{kind: When} for every kind, in their order."""
    chosen = dict(person.notification_choices.values_list("kind", "when"))
    return {key: When(chosen.get(key, kind.usual)) for key, kind in kinds.items()}


@transaction.atomic
def choose(person, choices):
    """`choices` is {kind: When}; kinds that it leaves out stay as they are."""
    person.save(update_fields=["version"])  # a form of choices that is open somewhere shall notice
    rows = [NotificationChoice(person=person, kind=kind, when=when) for kind, when in choices.items()]
    NotificationChoice.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["person", "kind"], update_fields=["when"]
    )
    plan_anew(person)


def plan_anew(person):
    """What waits for a mail follows the choices, quiet hours and time zone that hold from now on."""
    now = timezone.now()
    for kind, when in choices_of(person).items():
        # One statement, so that what is being mailed at this moment is left alone.
        Notification.objects.of(person).waiting().filter(kind=kind).update(due_at=due_at(when, now, person))
