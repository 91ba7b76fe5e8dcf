"""Rows that are older than the history of their table."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.state import ProjectState
from django.urls import reverse
from pytest_django.asserts import assertContains

from core.history.operations import KeepWhatStands
from core.history.tracking import TRACKED
from initiatives.models import Initiative, Participation
from tests.initiatives.factory import make_initiative


@pytest.fixture
def older(make):
    """An initiative from before."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # no trigger hears of it
        initiative = make_initiative(make, title="Wells")
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
    return initiative


def upgrade():
    with connection.schema_editor(atomic=False) as editor:
        KeepWhatStands().database_forwards("initiatives", editor, None, ProjectState.from_apps(apps))


def events(model):
    return TRACKED[model].objects


def test_upgrade_keeps_how_each_row_stood(older):
    assert not events(Initiative).exists()

    upgrade()

    assert list(events(Initiative).values_list("title_en", "title_fr", "state")) == [
        ("Wells [en]", "Wells [fr]", "published")
    ]
    assert events(Participation).count() == older.participations.count() == 3


def test_a_second_upgrade_adds_nothing(older):
    upgrade()
    upgrade()

    assert events(Initiative).count() == 1


def test_first_change_of_an_older_record_shows_the_old_text(client, older, focal_point):
    upgrade()
    Initiative.objects.filter(pk=older.pk).update(title_en="Deep wells")
    client.force_login(focal_point)

    page = client.get(reverse("history", args=["initiative", older.pk]))

    assertContains(page, "The record as it stood when its history began")
    assertContains(page, "Deep")
    assertContains(page, "Bring this version back")
