import pytest

from tests.initiatives.factory import make_initiative


@pytest.fixture
def initiative(make, ilo):
    return make_initiative(make, state="draft", lead=ilo, participations=[])
