"""Who gets which page: the whole site, role by role."""

import importlib
import pkgutil

import pytest
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

import tests.access
from entities.models import Role
from tests.access.table import ROLES

# The admin keeps its own rights; tests/test_admin.py walks over it.
LEFT_OUT = ("admin:",)


def all_rows():
    rows = []
    for module in pkgutil.iter_modules(tests.access.__path__):
        if module.name != "table":
            rows += importlib.import_module(f"tests.access.{module.name}").ROWS
    return rows


def all_url_names(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from all_url_names(entry, prefix + (f"{entry.namespace}:" if entry.namespace else ""))
        elif entry.name:
            yield prefix + entry.name


@pytest.fixture
def sign_in(client, make, ilo, fao):
    people = {
        "stranger": lambda: make.person("stranger@example.org"),
        "other": lambda: make.person("other@fao.example", fao),
        "contributor": lambda: make.person("contributor@ilo.example", ilo, Role.CONTRIBUTOR),
        "focal_point": lambda: make.person("focal@ilo.example", ilo),
        "secretariat": make.officer,
        "administrator": make.administrator,
    }

    def sign_in_as(role):
        if role != "visitor":
            client.force_login(people[role]())

    return sign_in_as


def outcome(response, url):
    if response.status_code == 302 and "/accounts/login/" in response["Location"]:
        assert "next=" in response["Location"], "signing in must lead back to the page"
        return "in"
    return str(response.status_code)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("row", all_rows(), ids=str)
def test_access(row, role, client, make, sign_in):
    url = reverse(row.url, kwargs=row.kwargs(make))
    sign_in(role)

    response = getattr(client, row.method)(url, row.data)

    assert outcome(response, url) == row.expected_for(role)


def test_every_address_stands_in_the_table():
    listed = {row.url for row in all_rows()}

    missing = {name for name in all_url_names() if not name.startswith(LEFT_OUT)} - listed

    assert not missing
