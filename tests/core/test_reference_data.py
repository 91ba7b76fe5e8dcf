"""Reference data of core: complete in six languages, and safe to load again."""

from datetime import date

import pytest

from core import languages, reference_data
from core.models import Country, Goal, GroupMembership, Modality, Process, Region, Target, Theme


@pytest.fixture
def loaded(db):
    reference_data.load()


def counts():
    return {
        model.__name__: model.objects.count()
        for model in (Country, Region, Goal, Target, GroupMembership, Theme, Modality, Process)
    }


def test_everything_has_a_name_in_six_languages(loaded):
    missing = [
        (model.__name__, record.pk, column)
        for model in (Country, Region, Goal, Theme, Modality, Process)
        for record in model.objects.all()
        for column in languages.columns("name")
        if not getattr(record, column)
    ]

    assert missing == []
    assert (counts()["Goal"], counts()["Target"]) == (17, 169)
    assert Country.objects.filter(is_member_state=True).count() == 193


def test_loading_again_changes_no_number(loaded):
    before = counts()

    reference_data.load()

    assert counts() == before


def test_country_leaves_its_group_on_a_day(loaded):
    bhutan = GroupMembership.objects.filter(country__iso3="BTN", group="LDC")

    assert bhutan.valid_on(date(2023, 12, 12)).exists()
    assert not bhutan.valid_on(date(2023, 12, 13)).exists()


def test_vocabularies_and_groups_that_people_edited_stay(loaded):
    Theme.objects.filter(code="decent-work").update(name_en="Work of one’s own choice")
    GroupMembership.objects.filter(country__iso3="BGD", group="LDC").update(ends=date(2026, 11, 24))

    reference_data.load()

    assert Theme.objects.get(code="decent-work").name_en == "Work of one’s own choice"
    assert GroupMembership.objects.get(country__iso3="BGD", group="LDC").ends == date(2026, 11, 24)


def test_what_follows_a_standard_is_written_anew(loaded):
    Country.objects.filter(iso3="BRA").update(name_en="Brasil")

    reference_data.load()

    assert Country.objects.get(iso3="BRA").name_en == "Brazil"
