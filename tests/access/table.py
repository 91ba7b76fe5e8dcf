"""The table role x URL x status. Every address of the portal has at least one row.

Each room lists its rows in tests/access/<room>.py as ROWS. `expected` has one word per role, in the
order of ROLES:

    200, 302, 403, 404, 405 ...  the status of the answer (302: done, and on to the next page)
    in                           sent to sign in, and back to the same page afterwards
"""

from collections.abc import Callable
from dataclasses import dataclass, field

# visitor: nobody signed in. stranger: signed in, no appointment. other: focal point of another entity (FAO).
# The contributor and the focal point are ILO's.
ROLES = ("visitor", "stranger", "other", "contributor", "focal_point", "secretariat", "administrator")


def no_arguments(make):
    return {}


@dataclass(frozen=True)
class Row:
    """`kwargs(make)` creates the records of the situation and returns the arguments of the URL."""

    url: str
    expected: str
    situation: str = ""
    kwargs: Callable = no_arguments
    method: str = "get"
    data: dict = field(default_factory=dict)

    def __post_init__(self):
        if len(self.expected.split()) != len(ROLES):
            raise ValueError(f"{self.url} {self.situation}: one word per role, {len(ROLES)} in all")

    def expected_for(self, role):
        return self.expected.split()[ROLES.index(role)]

    def __str__(self):
        return " ".join(filter(None, [self.url, self.situation, "" if self.method == "get" else self.method]))


PUBLIC = "200 200 200 200 200 200 200"
SIGNED_IN = "in 200 200 200 200 200 200"
