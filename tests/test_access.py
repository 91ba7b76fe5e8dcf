"""Who gets which page: the whole site, role by role."""

import importlib
import pkgutil

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

import tests.access
from entities.models import Role
from portal.work import remember_waiting
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


def person_for(role, make):
    entity = make.entity
    people = {
        "stranger": lambda: make.person("stranger@example.org"),
        "other": lambda: make.person("other@fao.example", entity("FAO")),
        "contributor": lambda: make.person("contributor@ilo.example", entity("ILO"), Role.CONTRIBUTOR),
        "focal_point": lambda: make.person("focal@ilo.example", entity("ILO")),
        "secretariat": make.officer,
        "administrator": make.administrator,
    }
    return people[role]()


def outcome(row, url, role, make):
    """What this person gets: a status, or "in" where the portal asks to sign in first."""
    client = Client()
    if role != "visitor":
        person = person_for(role, make)
        # What waits for the person, which the frame counts on the first page, is asked in tests of the desk.
        remember_waiting(person, 0, [])
        client.force_login(person)
    response = getattr(client, row.method)(url, row.data)
    if response.status_code == 302 and "/accounts/login/" in response["Location"]:
        assert "next=" in response["Location"], "signing in must lead back to the page"
        return "in"
    return str(response.status_code)


@pytest.mark.parametrize("row", all_rows(), ids=str)
def test_access(row, make, ilo, fao):
    """The record is made once; what a person changes in it is taken back before the next one comes."""
    url = reverse(row.url, kwargs=row.kwargs(make))
    got = {}
    for role in ROLES:
        with transaction.atomic():
            got[role] = outcome(row, url, role, make)
            transaction.set_rollback(True)

    assert got == {role: row.expected_for(role) for role in ROLES}


def test_every_address_stands_in_the_table():
    listed = {row.url for row in all_rows()}

    missing = {name for name in all_url_names() if not name.startswith(LEFT_OUT)} - listed

    assert not missing
