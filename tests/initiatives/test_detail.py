"""The page of one initiative: what the public, members and partners see."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import TransitionEvent
from initiatives.models import Budget, Citation, Contribution, InitiativeRelation, Organization, Participation
from tests.initiatives.factory import make_initiative


@pytest.fixture
def initiative(make, fao):
    record = make_initiative(make, contact="sstc@ilo.example", challenge_en="Drought", confidence="A")
    Contribution.objects.create(initiative=record, entity=fao, kind="financial", amount=777123, currency="USD")
    Budget.objects.create(initiative=record, amount=120000, note_en="All years")
    Citation.objects.create(initiative=record, title="A named source")
    Participation.objects.create(initiative=record, role="partner", entity=fao)
    return record


def test_public_reads_roles_budget_and_sources(client, initiative):
    response = client.get(initiative.get_absolute_url())

    for text in ("Water [en]", "Water summary [en]", "Drought", "Country BRA [en]", "120,000", "A named source"):
        assertContains(response, text)
    assert [party["label"] for party in response.context["roles"]["sharing"]] == ["Country BRA [en]"]
    assert [party["label"] for party in response.context["roles"]["receiving"]] == ["Country MOZ [en]"]
    assert [party["label"] for party in response.context["roles"]["facilitating"]] == ["Entity ILO [en]"]


@pytest.mark.parametrize(
    ("who", "sees"),
    [(None, False), ("other_focal_point", True), ("contributor", True), ("focal_point", True), ("secretariat", True)],
)
def test_contributions_and_contact_are_for_members(client, initiative, request, who, sees):
    if who:
        client.force_login(request.getfixturevalue(who))

    page = client.get(initiative.get_absolute_url()).content.decode()

    assert ("777,123" in page, "sstc@ilo.example" in page) == (sees, sees)


def test_signed_in_stranger_is_no_member(client, initiative, make):
    client.force_login(make.person("stranger@example.org"))

    assertNotContains(client.get(initiative.get_absolute_url()), "777,123")


def test_contact_is_public_where_the_entity_says_so(client, initiative):
    initiative.contact_is_public = True
    initiative.save()

    assertContains(client.get(initiative.get_absolute_url()), "sstc@ilo.example")


def test_text_in_another_language_is_marked(client, make):
    record = make_initiative(make, original_language="es", title_en="", title_fr="", summary_en="", summary_fr="")

    response = client.get(record.get_absolute_url())

    assertContains(response, '<span lang="es" dir="ltr">Water [es]</span>')


def test_working_translation_is_marked(client, make):
    record = make_initiative(make, working_translations=["fr"])

    assertContains(client.get(f"/fr/initiatives/{record.slug}/"), "Water [fr]")
    response = client.get(f"/fr/initiatives/{record.slug}/")
    states = {row["language"].code: row["state"] for row in response.context["languages"]}
    assert (states["fr"], states["en"], states["ru"]) == ("working_translation", "original", "translated")


def test_relation_is_shown_on_both_pages_but_not_to_a_draft(client, make):
    parent, child, draft = (make_initiative(make, title=name) for name in ("Parent", "Child", "Hidden"))
    InitiativeRelation.objects.create(initiative=child, kind="part_of", other=parent)
    type(draft).objects.filter(pk=draft.pk).update(state="draft")
    InitiativeRelation.objects.create(initiative=parent, kind="related", other=draft)

    assertContains(client.get(child.get_absolute_url()), "This initiative is part of it")
    response = client.get(parent.get_absolute_url())
    assertContains(response, "Is part of this initiative")
    assertNotContains(response, "Hidden")


def test_partner_confirms_its_part(client, initiative, other_focal_point):
    row = initiative.participations.get(entity__code="FAO")
    client.force_login(other_focal_point)

    response = client.post(answer_url(row), {"answer": "confirmed"})

    assertRedirects(response, initiative.get_absolute_url())
    row.refresh_from_db()
    assert (row.answer, row.answered_by) == ("confirmed", other_focal_point)
    assertContains(client.get(initiative.get_absolute_url()), "Confirmed by 1 of 1 partner entities.")


def test_partner_answers_for_itself_only(client, initiative, other_focal_point, make):
    row = Participation.objects.create(initiative=initiative, role="funder", entity=make.entity("WFP"))
    client.force_login(other_focal_point)

    assert client.post(answer_url(row), {"answer": "confirmed"}).status_code == 403


def test_answer_that_is_none_is_refused(client, initiative, other_focal_point):
    row = initiative.participations.get(entity__code="FAO")
    client.force_login(other_focal_point)

    client.post(answer_url(row), {"answer": "perhaps"})

    row.refresh_from_db()
    assert row.answer == ""


def test_draft_is_not_found_in_the_search_of_a_visitor(make, focal_point):
    from django.contrib.auth.models import AnonymousUser

    from initiatives.models import Initiative

    draft = make_initiative(make, state="draft", title="Draft")

    assert list(Initiative.objects.visible_to(AnonymousUser()).found("draft")) == []
    assert list(Initiative.objects.visible_to(focal_point).found("draft [ru]")) == [draft]


def answer_url(row):
    return reverse("initiatives:participation_answer", args=[row.initiative.slug, row.pk])


@pytest.mark.parametrize(
    ("who", "sees"), [("other_focal_point", False), ("contributor", True), ("secretariat", True), ("partner", True)]
)
def test_why_it_was_once_returned_stays_between_the_lead_its_partners_and_the_secretariat(
    client, make, request, who, sees
):
    initiative = make_initiative(make)
    partner = make.person("focal@wfp.example", make.entity("WFP"))
    Participation.objects.create(initiative=initiative, role="partner", entity=make.entity("WFP"))
    for event, reason in (("return", "Budget is wrong"), ("restore", "Back again")):
        TransitionEvent.objects.create(
            workflow="initiative", record=initiative, event=event, from_state="x", to_state="published", reason=reason
        )
    client.force_login(partner if who == "partner" else request.getfixturevalue(who))

    page = client.get(initiative.get_absolute_url())

    assert ("Budget is wrong" in page.text) == sees
    assertContains(page, "Back again")


def test_partner_that_only_a_draft_names_is_offered_to_nobody_else(client, make, contributor, other_focal_point):
    draft = make_initiative(make, state="draft")
    organization = Organization.objects.create(name_en="Ministry of Secrets")
    Participation.objects.create(initiative=draft, role="funder", organization=organization)
    form = reverse("initiatives:initiative_create")

    client.force_login(other_focal_point)
    assertNotContains(client.get(form), "Ministry of Secrets")
    client.force_login(contributor)
    assertContains(client.get(form), "Ministry of Secrets")
