"""A partner entity is asked to confirm its part, once."""

import pytest

from core.models import Notification
from initiatives.models import Participation
from initiatives.versions import open_version
from initiatives.workflow import INITIATIVE
from tests.initiatives.factory import make_initiative


@pytest.fixture
def initiative(make, ilo, fao):
    """A draft of ILO that names FAO twice, itself and a country."""
    record = make_initiative(make, state="draft", lead=ilo)
    for entity, role in ((fao, "partner"), (fao, "funder"), (ilo, "funder")):
        Participation.objects.create(initiative=record, role=role, entity=entity)
    return record


def asked():
    rows = Notification.objects.filter(kind="partner")
    return sorted(rows.values_list("person__email", flat=True))


def test_focal_points_of_the_partner_are_asked_when_the_initiative_is_submitted(
    initiative, focal_point, other_focal_point, secretariat
):
    INITIATIVE.perform(initiative, "submit", by=focal_point)

    assert asked() == ["focal@fao.example"]
    assert Notification.objects.get(kind="partner").record == initiative


def test_partner_is_not_asked_again_at_each_step(initiative, focal_point, other_focal_point, secretariat):
    INITIATIVE.perform(initiative, "submit", by=focal_point)
    INITIATIVE.perform(initiative, "return", by=secretariat, reason="x")
    INITIATIVE.perform(initiative, "submit", by=focal_point)
    INITIATIVE.perform(initiative, "publish", by=secretariat)

    assert asked() == ["focal@fao.example"]


def test_partner_that_has_answered_is_not_asked(initiative, focal_point, other_focal_point, secretariat):
    initiative.participations.filter(role__in=["partner", "funder"]).update(answer="confirmed")

    INITIATIVE.perform(initiative, "submit", by=focal_point)

    assert asked() == []


def test_partner_of_a_new_version_is_asked_once_it_is_public(
    make, ilo, fao, focal_point, other_focal_point, secretariat
):
    public = make_initiative(make, state="published", lead=ilo)
    copy = open_version(public, focal_point)
    Participation.objects.create(initiative=copy, role="partner", entity=fao)

    INITIATIVE.perform(copy, "submit", by=focal_point)
    assert asked() == []
    copy.refresh_from_db()
    INITIATIVE.perform(copy, "publish", by=secretariat)

    assert asked() == ["focal@fao.example"]
    assert Notification.objects.get(kind="partner").record == public
