"""The one index of all rooms: what is indexed, how the database keeps it, how it is asked. See docs/decisions/0009."""

from core.search.kinds import In, Kind, Labelled, kinds, register

__all__ = ["In", "Kind", "Labelled", "kinds", "register"]
