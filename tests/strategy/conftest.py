"""The situation that most tests of this room start from: ILO is asked in an open cycle."""

import pytest

from tests.strategy.factory import make_cycle, make_questionnaire, make_report


@pytest.fixture
def questionnaire(make):
    return make_questionnaire(make)


@pytest.fixture
def cycle(make, questionnaire, ilo):
    return make_cycle(make, questionnaire=questionnaire, entities=[ilo])


@pytest.fixture
def draft(make, cycle, ilo):
    """A draft of ILO in which every required question is answered."""
    return make_report(make, entity=ilo, cycle=cycle, complete=True)


@pytest.fixture
def submitted(make, cycle, ilo):
    return make_report(make, entity=ilo, cycle=cycle, state="submitted")


@pytest.fixture
def returned(make, cycle, ilo):
    return make_report(make, entity=ilo, cycle=cycle, state="returned")


@pytest.fixture
def accepted(make, cycle, ilo):
    return make_report(make, entity=ilo, cycle=cycle, state="accepted")
