import pytest

from core.jobs.kinds import KINDS, kind


@pytest.fixture
def work():
    """A kind of job whose function each test writes."""
    names = []

    def declare(function, name="count", **options):
        options.setdefault("may_start", lambda user: True)
        kind(name, "Counting", **options)(function)
        names.append(name)
        return name

    yield declare
    for name in names:
        KINDS.pop(name, None)
