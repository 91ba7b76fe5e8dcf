from datetime import date

from pytest_django.asserts import assertContains, assertNotContains

from initiatives.duplicates import possible_duplicates
from initiatives.models import ExternalIdentifier
from initiatives.versions import open_version
from tests.initiatives.factory import make_initiative


def identified(initiative, value="XM-DAC-1"):
    ExternalIdentifier.objects.create(initiative=initiative, scheme="iati", value=value)
    return initiative


def test_same_identifier_is_noticed(make, fao):
    published = identified(make_initiative(make, title="Rice", lead=fao))
    draft = identified(make_initiative(make, title="Something else", state="draft"))

    assert possible_duplicates(draft) == [published]


def test_nearly_same_title_lead_and_year_are_noticed(client, make, focal_point):
    make_initiative(make, title="Decent work in cotton-producing countries")
    draft = make_initiative(make, title="Decent work in cotton producing countries", state="draft")
    client.force_login(focal_point)

    assertContains(client.get(draft.get_absolute_url()), "This may be in the catalogue already")


def test_other_lead_year_or_title_is_no_duplicate(make, fao):
    make_initiative(make, title="Water for schools", lead=fao)
    make_initiative(make, title="Water for schools", start=date(2010, 1, 1))
    make_initiative(make, title="Rice for farmers")

    assert possible_duplicates(make_initiative(make, title="Water for schools", state="draft")) == []


def test_working_copy_is_no_duplicate_of_its_own_record(client, make, focal_point):
    copy = open_version(identified(make_initiative(make)), focal_point)
    client.force_login(focal_point)

    assertNotContains(client.get(copy.get_absolute_url()), "This may be in the catalogue already")
