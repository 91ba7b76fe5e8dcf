import pytest
import time_machine

from core.outbox.delivery import When
from core.outbox.notifications import choose, kinds
from tests.core.outbox.samples import NOON


@pytest.fixture
def person(make, ilo):
    """A focal point in Geneva who is told of everything at once."""
    person = make.person("focal@ilo.example", ilo, full_name="Leïla", time_zone="Europe/Zurich")
    choose(person, dict.fromkeys(kinds, When.AT_ONCE))
    return person


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock
