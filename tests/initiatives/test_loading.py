"""The 43 real records, and the demo ones."""

import pytest

import core.reference_data
import entities.demo
import entities.reference_data
import initiatives.demo
import initiatives.reference_data
from core import languages
from initiatives.models import Initiative, Organization, Participation


@pytest.fixture
def loaded(db):
    core.reference_data.load()
    entities.reference_data.load()
    initiatives.reference_data.load()


def test_real_records_are_published_with_sources_in_six_languages(loaded):
    records = Initiative.objects.published()

    assert records.count() == 43
    for record in records:
        assert record.languages_with("title") == list(languages.CODES)
        assert record.working_translations == [code for code in languages.CODES if code != "en"]
        assert record.citations.exists()
        assert record.origin == "public_records"


def test_loading_again_changes_nothing_that_was_edited(loaded):
    record = Initiative.objects.get(code="INI-001")
    record.title_en = "Edited"
    record.save()
    before = (Initiative.objects.count(), Participation.objects.count(), Organization.objects.count())

    initiatives.reference_data.load()

    record.refresh_from_db()
    assert record.title_en == "Edited"
    assert (Initiative.objects.count(), Participation.objects.count(), Organization.objects.count()) == before


def test_dates_keep_their_precision(loaded):
    dates = {record.code: (record.start_value, record.end_value) for record in Initiative.objects.all()}

    assert dates["INI-024"] == ("2017-06-08", "")
    assert dates["INI-034"] == ("2025", "2025-06")
    assert dates["INI-023"] == ("", "")


def test_page_of_every_real_record_opens(loaded, client):
    for record in Initiative.objects.published():
        for code in ("en", "ar"):
            assert client.get(f"/{code}/initiatives/{record.slug}/").status_code == 200


def test_demo_records_say_so_and_cover_the_way_to_publication(loaded):
    entities.demo.load()
    initiatives.demo.load()
    initiatives.demo.load()

    demo = Initiative.objects.filter(is_demo=True)
    assert {record.state: record.original_language for record in demo} == {
        "draft": "fr", "submitted": "es", "returned": "en"
    }  # fmt: skip
    for record in demo:
        assert str(record)[:2].casefold() == "de" or "démo" in str(record).casefold()
    assert demo.get(state="submitted").missing_to_submit() == []
