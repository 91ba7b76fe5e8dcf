"""The situation that most tests of this room start from: ILO is asked in an open cycle."""

import pytest

from tests.strategy.factory import ANSWERS, make_cycle, make_framework, make_questionnaire, make_report


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


@pytest.fixture
def indicator(make):
    """INS-1, the share of entities that answer 1.1 with yes."""
    return make_framework(make).nodes.get().indicators.get()


@pytest.fixture
def closed(make, indicator):
    """A closed cycle: four entities asked, three accepted reports: yes, yes, no; texts in French for members."""
    questionnaire = make_questionnaire(make, indicator=indicator)
    entities = [make.entity(code) for code in ("ILO", "FAO", "UNDP", "WFP")]
    cycle = make_cycle(make, state="closed", questionnaire=questionnaire, entities=entities)
    for entity, yes_or_no in zip(entities, ["yes", "yes", "no"], strict=False):
        answers = ANSWERS | {"1.1": {"value": yes_or_no}}
        make_report(make, entity=entity, cycle=cycle, state="accepted", answers=answers)
    return cycle
