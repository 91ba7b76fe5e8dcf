from django.urls import reverse
from pytest_django.asserts import assertContains, assertNumQueries

from initiatives.models import Participation
from tests.initiatives.factory import make_initiative

URL = reverse("initiatives:initiative_mine")
QUERIES = 9


def test_own_records_of_all_states_are_listed_and_no_others(client, make, contributor, fao):
    own = {make_initiative(make, state=state, title=state) for state in ("draft", "submitted", "published")}
    make_initiative(make, lead=fao, state="published", title="Theirs")
    client.force_login(contributor)

    response = client.get(URL)

    assert set(response.context["initiatives"]) == own
    assert {row["value"]: row["count"] for row in response.context["states"]} == {
        "draft": 1, "submitted": 1, "published": 1
    }  # fmt: skip


def test_state_is_a_filter(client, make, contributor):
    draft = make_initiative(make, state="draft")
    make_initiative(make, title="Public")
    client.force_login(contributor)

    assert list(client.get(f"{URL}?state=draft").context["initiatives"]) == [draft]
    response = client.get(f"{URL}?state=nothing")
    assert list(response.context["initiatives"]) == []
    assertContains(response, "This list cannot be shown as asked")


def test_secretariat_sees_what_was_submitted_but_no_draft(client, make, secretariat):
    submitted = make_initiative(make, state="submitted")
    make_initiative(make, state="draft", title="Draft")
    client.force_login(secretariat)

    assert list(client.get(URL).context["initiatives"]) == [submitted]


def test_partner_is_asked_once_about_its_part(client, make, other_focal_point, fao):
    initiative = make_initiative(make)
    row = Participation.objects.create(initiative=initiative, role="funder", entity=fao)
    client.force_login(other_focal_point)

    assert list(client.get(URL).context["asked"]) == [row]

    Participation.objects.filter(pk=row.pk).update(answer="confirmed")
    assert list(client.get(URL).context["asked"]) == []


def test_list_asks_the_same_number_of_queries_for_one_and_three_rows(client, make, contributor):
    client.force_login(contributor)
    make_initiative(make, state="draft", title="One")
    client.get(URL)
    with assertNumQueries(QUERIES):
        client.get(URL)
    make_initiative(make, state="draft", title="Two")
    make_initiative(make, state="draft", title="Three")
    with assertNumQueries(QUERIES):
        client.get(URL)
