import pytest

from core.models import Region
from initiatives.models import Participation
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative


def test_complete_initiative_lacks_nothing(make):
    assert make_initiative(make, state="draft").missing_to_submit() == []


def test_bare_draft_is_told_all_that_is_missing(make):
    initiative = make_initiative(make, state="draft", complete=False, title_en="")

    assert initiative.missing_to_submit() == [
        "Write the title in English, the original language.",
        "Write the summary in English, the original language.",
        "Choose the cooperation type.",
        "Choose the instrument.",
        "Choose the geographic method.",
        "Choose at least one Goal.",
        "Choose at least one theme.",
        "Choose at least one modality.",
        "Say when it starts: the year is enough.",
        "Choose the status.",
        "Give a contact mailbox.",
        "Name at least one country, region or group that takes part.",
    ]


def test_texts_must_stand_in_the_original_language(make):
    initiative = make_initiative(make, state="draft", original_language="fr", title_fr="", summary_fr="  ")

    assert initiative.missing_to_submit() == [
        "Write the title in Français, the original language.",
        "Write the summary in Français, the original language.",
    ]


def test_triangular_needs_a_facilitator(make):
    parties = [{"role": "pivotal", "country": make.country("BRA")}, {"role": "mutual", "country": make.country("MOZ")}]
    initiative = make_initiative(make, state="draft", participations=parties)

    assert initiative.missing_to_submit() == [
        "Triangular cooperation needs a facilitator: a country, an entity or an organization."
    ]


def test_triangular_needs_two_countries_or_a_group(make, ilo):
    parties = [{"role": "facilitator", "entity": ilo}, {"role": "pivotal", "country": make.country("BRA")}]
    initiative = make_initiative(make, state="draft", participations=parties)
    assert len(initiative.missing_to_submit()) == 1

    Participation.objects.create(initiative=initiative, role="beneficiary", group_text_en="12 countries")
    assert initiative.missing_to_submit() == []


@pytest.mark.parametrize(("method", "is_ready"), [("country_to_country", False), ("regional", True)])
def test_south_south_needs_two_countries_or_a_wider_scope(make, method, is_ready):
    parties = [{"role": "pivotal", "country": make.country("BRA")}]
    initiative = make_initiative(
        make, state="draft", cooperation_type="south_south_un", method=method, participations=parties
    )

    assert (initiative.missing_to_submit() == []) is is_ready


def test_region_stands_for_several_countries(make):
    africa = Region.objects.create(code="002", **in_six_languages("name", "Africa"))
    initiative = make_initiative(
        make,
        state="draft",
        cooperation_type="south_south_regional",
        method="country_to_country",
        participations=[{"role": "beneficiary", "region": africa}],
    )

    assert initiative.missing_to_submit() == []
