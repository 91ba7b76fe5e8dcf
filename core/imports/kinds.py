"""What can be imported: each room declares its kinds, and registers them in AppConfig.ready.

    imports.register(Kind("framework", _("Framework"), read=read, apply=apply, may_import=may_import, back=back))

What a kind promises:

- `read(preview)` yields a Row for each row of `preview.file` and compares it with the records as they are now, inside
  what `preview.by` may edit. It writes nothing, and gives the same rows again while nobody changed anything. It raises
  Unreadable, with words for the person, where the file as a whole makes no sense.
- `apply(preview, rows, told)` writes the good ones of these rows and calls `told()` after each. It runs in one
  transaction, after `hold(preview)` locked what the rows would change and the rows were read again: what it gets is
  what the person saw. It returns a small dict that is kept as `preview.outcome`.
- `may_import(preview, user)` is asked before anything is read, shown or written.

`Row.data` holds what `apply` needs, in no language, with the version of the record that the row would change: two
readings are compared by it.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from core.models.imports import GOOD

KINDS: dict[str, "Kind"] = {}


class Unreadable(Exception):
    """The file as a whole cannot be imported. The message is for the person."""


@dataclass
class Message:
    """`cell` is its place in the file ("Parts!C7"), `field` the head of its column."""

    text: str
    cell: str = ""
    field: str = ""
    is_warning: bool = False


@dataclass
class Value:
    """One field as the record has it and as the row wants it, in words."""

    label: str
    before: str = ""
    after: str = ""


@dataclass
class Row:
    number: int
    place: str
    state: str
    title: str = ""
    values: list[Value] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    data: dict = field(default_factory=dict)

    @property
    def is_good(self):
        return self.state in GOOD

    def stored(self):
        """The fields of an ImportRow."""
        return asdict(self) | {"place": self.place[:120], "title": self.title[:300]}


def hold_nothing(preview):
    pass


def nothing_to_say(preview):
    return []


@dataclass(frozen=True)
class Kind:
    """`back(preview)` is (label, address) of the page from which one imports, `done(preview)` that of what came of
    it. `explain(preview)` gives sentences that are read before anything is written."""

    name: str
    label: str
    read: Callable[[Any], Any]
    apply: Callable[[Any, list, Callable], dict | None]
    may_import: Callable[[Any, Any], bool]
    back: Callable[[Any], tuple]
    done: Callable[[Any], tuple] | None = None
    hold: Callable[[Any], None] = hold_nothing
    explain: Callable[[Any], list] = nothing_to_say


def register(kind):
    KINDS[kind.name] = kind


def kind_of(preview):
    """None where this version of the portal knows it no longer."""
    return KINDS.get(preview.kind)
