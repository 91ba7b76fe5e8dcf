"""Where a higher room speaks of an initiative: a meeting in which an entity mentioned it, a report that cites it.

Each room registers a function in its AppConfig.ready. The page of the initiative shows what the reader may see.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

_sources = []


@dataclass(frozen=True)
class Mention:
    """`record` has the translated field `field`: what the link is called. `who` and `where` are words beside it."""

    record: Any
    field: str
    url: str
    day: date | None = None
    who: str = ""
    where: str = ""


def register(source):
    """source(initiative, user) returns Mentions of what the user may see."""
    _sources.append(source)


def mentions_of(initiative, user):
    """The latest first."""
    found = [mention for source in _sources for mention in source(initiative, user)]
    return sorted(found, key=lambda mention: mention.day or date.min, reverse=True)
