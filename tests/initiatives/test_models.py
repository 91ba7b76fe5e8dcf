from datetime import date

import pytest
from django.db import IntegrityError

from core.models import Region
from initiatives.models import Contribution, Initiative, InitiativeRelation, Organization, Participation
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative


def test_reference_is_given_on_creation(make):
    first = make_initiative(make, title="First")
    second = make_initiative(make, title="Second")

    assert (first.code, second.code) == ("INI-001", "INI-002")


def test_address_comes_from_the_short_title(make):
    initiative = make_initiative(make, short_title_en="Water for schools")

    assert initiative.slug == "water-for-schools"


def test_address_of_a_title_without_latin_letters_is_the_reference(make, ilo):
    initiative = Initiative.objects.create(lead=ilo, original_language="ar", title_ar="المياه")

    assert initiative.slug == initiative.code.lower()


@pytest.mark.parametrize("title", ["New", "Water"])
def test_address_is_never_taken_or_reserved(make, title):
    make_initiative(make, short_title_en="Water")
    initiative = make_initiative(make, short_title_en=title)

    assert initiative.slug == f"{title.lower()}-{initiative.code.lower()}"


def test_end_cannot_be_before_start(make):
    with pytest.raises(IntegrityError, match="initiative_ends_after_start"):
        make_initiative(make, start=date(2024, 1, 1), end=date(2023, 12, 31))


def test_reference_is_unique(make):
    make_initiative(make, code="INI-100", short_title_en="a")
    with pytest.raises(IntegrityError, match="initiative_code_once"):
        make_initiative(make, code="INI-100", short_title_en="b")


def test_working_copy_is_never_public_beside_its_record(make):
    public = make_initiative(make)
    with pytest.raises(IntegrityError, match="initiative_version_is_not_public"):
        make_initiative(make, replaces=public, code=public.code, slug="copy")


@pytest.mark.parametrize("party", ["country", "region", "entity", "organization", "group_text_fr"])
def test_participation_names_one_party(make, party):
    initiative = make_initiative(make, participations=[])

    participation = Participation.objects.create(initiative=initiative, role="partner", **{party: _party(make, party)})

    assert participation.kind == party.removesuffix("_text_fr")


@pytest.mark.parametrize("parties", [(), ("country", "entity"), ("organization", "group_text_en")])
def test_participation_refuses_none_and_two_parties(make, parties):
    initiative = make_initiative(make, participations=[])

    with pytest.raises(IntegrityError, match="participation_one_party"):
        Participation.objects.create(
            initiative=initiative, role="partner", **{party: _party(make, party) for party in parties}
        )


def test_country_may_hold_two_roles_but_not_one_twice(make):
    brazil = make.country("BRA")
    initiative = make_initiative(
        make, participations=[{"role": "pivotal", "country": brazil}, {"role": "funder", "country": brazil}]
    )
    with pytest.raises(IntegrityError, match="participation_country_once_per_role"):
        Participation.objects.create(initiative=initiative, role="funder", country=brazil)


@pytest.mark.parametrize(
    "values",
    [{"amount": None, "count": None}, {"amount": 5, "currency": ""}, {"amount": 5, "currency": "USD", "count": 3}],
)
def test_contribution_in_money_has_amount_and_currency(make, ilo, values):
    initiative = make_initiative(make)
    with pytest.raises(IntegrityError, match="contribution_money_or_count"):
        Contribution.objects.create(initiative=initiative, entity=ilo, kind="financial", **values)


def test_contribution_names_one_party(make, ilo):
    initiative = make_initiative(make)
    with pytest.raises(IntegrityError, match="contribution_one_party"):
        Contribution.objects.create(
            initiative=initiative, entity=ilo, party="ILO", kind="financial", amount=5, currency="USD"
        )


def test_initiative_has_one_main_goal(make):
    initiative = make_initiative(make, goals=[8, 13])
    with pytest.raises(IntegrityError, match="initiative_one_main_goal"):
        initiative.goals.update(is_primary=True)


def test_initiative_is_not_related_to_itself(make):
    initiative = make_initiative(make)
    with pytest.raises(IntegrityError, match="relation_to_another"):
        InitiativeRelation.objects.create(initiative=initiative, other=initiative, kind="related")


def test_organization_is_found_by_its_name_in_any_language(make):
    agency = Organization.objects.create(**in_six_languages("name", "Agency"))

    assert Organization.objects.called(" agency [RU] ") == agency


def _party(make, party):
    if party == "country":
        return make.country("BRA")
    if party == "entity":
        return make.entity(code="FAO")
    if party == "region":
        return Region.objects.create(code="002", **in_six_languages("name", "Africa"))
    if party == "organization":
        return Organization.objects.create(**in_six_languages("name", "Agency"))
    return "Some countries"
