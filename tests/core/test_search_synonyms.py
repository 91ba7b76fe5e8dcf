"""Other names of countries and terms of the field are found, in their own language, and never shown."""

import json
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser

from core import languages
from core.models import Country
from core.reference_data import load_countries
from core.search.finding import begun, find, ids_of
from core.search.near_misses import did_you_mean
from core.search.questions import ask
from core.search.synonyms import DATA, units_of
from portal.search_results import look
from tests.initiatives.factory import make_initiative

NAMES = json.loads((DATA / "country_names.json").read_text(encoding="utf-8"))
TERMS = json.loads((DATA / "search_synonyms.json").read_text(encoding="utf-8"))
KEYS = {code.replace("-", "_") for code in languages.CODES}


def ways(code, text):
    return [way.text for unit in units_of(text.split())[code] for way in unit.ways]


def initiatives(text):
    return set(ids_of("initiatives", text).values_list("object_id", flat=True))


def test_data_names_known_countries_and_languages_and_no_term_twice():
    known = {row["iso3"] for row in json.loads((Path(DATA) / "countries.json").read_text(encoding="utf-8"))}
    assert NAMES.keys() <= known
    assert {key for names in NAMES.values() for key in names} <= KEYS
    assert set(TERMS) == KEYS
    for groups in TERMS.values():
        terms = [term for group in groups for term in group]
        assert len(terms) == len(set(terms))


def test_every_other_name_finds_its_country(db):
    load_countries()
    countries = dict(Country.objects.values_list("iso3", "pk"))

    missed = [
        (iso3, name)
        for iso3, by_language in NAMES.items()
        for names in by_language.values()
        for name in names
        if countries[iso3] not in ids_of("countries", name).values_list("object_id", flat=True)
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("language", "name", "iso3"),
    [("en", "South Korea", "KOR"), ("en", "North Korea", "PRK"), ("en", "Bolivia", "BOL"), ("es", "Holanda", "NLD"),
     ("fr", "Corée du Sud", "KOR"), ("ru", "Голландии", "NLD"), ("ar", "كوريا الجنوبية", "KOR"),
     ("zh-hans", "荷兰", "NLD")],
)  # fmt: skip
def test_country_comes_first_by_its_other_name(db, language, name, iso3):
    load_countries()

    first = find(AnonymousUser(), ask(name)).entries[0]

    assert Country.objects.get(pk=first.object_id).iso3 == iso3


def test_either_name_finds_the_other_in_a_text(make):
    united_nations = make_initiative(make, title_en="Fish in Viet Nam", summary_es="Riego en los Países Bajos")
    common = make_initiative(make, title_en="Fish in Vietnam", summary_es="Riego en Holanda")

    for text in ("Vietnam", "Viet Nam fish", "fishing Vietnam", "Holanda", "Países Bajos riego"):
        assert initiatives(text) == {united_nations.pk, common.pk}, text


def test_words_of_a_name_may_also_stand_apart(make):
    apart = make_initiative(make, title_en="Coast of ivory")

    assert initiatives("Ivory Coast") == {apart.pk}
    assert initiatives('"Ivory Coast"') == set()


def test_name_in_quotation_marks_is_asked_as_it_stands(make):
    make_initiative(make, title_en="Fish in Viet Nam")

    assert initiatives('"Vietnam"') == set()


@pytest.mark.parametrize(
    ("language", "typed", "written"),
    [("en", "trilateral", "Triangular work"), ("fr", "l'Irak", "En Iraq"), ("fr", "jour d’expert", "Journées d'expert"),
     ("es", "marcan", "Con un marcador"), ("zh_hans", "实物支助统计", "实物支持统计"), ("ru", "в Бирме", "Мьянма")],
)  # fmt: skip
def test_terms_of_a_language_stand_for_each_other(make, language, typed, written):
    record = make_initiative(make, **{f"title_{language}": written})

    assert initiatives(typed) == {record.pk}


def test_terms_are_known_in_other_forms_and_without_stop_words(db):
    assert "Кот-д’Ивуар" in ways("ru", "Берега Слоновой Кости")
    assert "Republic of Korea" in ways("en", "south korea")
    assert ways("en", "korea") == []


def test_other_name_is_offered_while_one_types(db):
    load_countries()

    assert [entry.title for entry in begun(AnonymousUser(), "Swaziland")] == ["Eswatini"]


def test_other_name_is_marked_as_the_text_writes_it_and_is_not_shown_itself(make):
    make_initiative(make, title_en="Fish in Viet Nam")

    [row] = look(AnonymousUser(), "Vietnam", "", 1).rows

    assert "<mark>Viet Nam</mark>" in row.title
    assert "Vietnam" not in row.title + row.snippet


def test_near_miss_leaves_other_names_as_they_are(make):
    make_initiative(make, title_en="Desalination in Viet Nam")

    assert did_you_mean(AnonymousUser(), ask("Vietnam desalinaton")) == "Vietnam desalination"
