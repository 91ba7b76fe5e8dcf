import pytest

from entities.models import Role
from tests.rights.secrets import Secrets


@pytest.fixture
def people(make, ilo, fao):
    """{role: person} of the roles of tests/access/table.py; the visitor is None."""
    return {
        "visitor": None,
        "stranger": make.person("stranger@example.org"),
        "other": make.person("other@fao.example", fao),
        "contributor": make.person("contributor@ilo.example", ilo, Role.CONTRIBUTOR),
        "focal_point": make.person("focal@ilo.example", ilo),
        "secretariat": make.officer(),
        "administrator": make.administrator(),
    }


@pytest.fixture
def secrets(make):
    return Secrets(make)
