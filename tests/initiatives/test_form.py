"""Writing an initiative: create, edit, rows, errors, two editors, delete."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from core.models import Target
from initiatives.models import Initiative, InitiativeRelation, Organization, Participation
from tests.factory import in_six_languages
from tests.forms_on_page import fields_of
from tests.initiatives.factory import make_initiative

NEW = reverse("initiatives:initiative_create")
PREFIXES = ("participations", "budgets", "contributions", "identifiers", "links", "relations")


def posted(initiative=None, rows=None, **fields):
    """What the browser sends. `rows`: {prefix: [dicts]}; a row with "id" is one that is stored."""
    data = {"original_language": "en", "title_en": "Water", "version": initiative.version if initiative else ""}
    rows = rows or {}
    for prefix in PREFIXES:
        own = rows.get(prefix, [])
        stored = [row for row in own if "id" in row]
        data |= {f"{prefix}-TOTAL_FORMS": len(own), f"{prefix}-INITIAL_FORMS": len(stored)}
        for number, row in enumerate(own):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
            if prefix == "participations":
                data.setdefault(f"{prefix}-{number}-organization_type", "other")
    return data | fields


def party(role="pivotal", name="Country BRA [en]", **fields):
    return {"role": role, "name": name, "kind": "", "note": ""} | fields


def stored(row):
    """What the hidden fields of a stored row say."""
    return {"id": row.pk, "version": row.version}


def test_title_alone_makes_a_draft_of_the_own_entity(client, focal_point, ilo):
    client.force_login(focal_point)

    response = client.post(NEW, posted(lead="ILO"))

    initiative = Initiative.objects.get()
    assertRedirects(response, initiative.get_absolute_url())
    assert (initiative.state, initiative.lead, initiative.created_by, initiative.code) == (
        "draft", ilo, focal_point, "INI-001"
    )  # fmt: skip


def test_another_entity_is_no_choice(client, focal_point, fao):
    client.force_login(focal_point)

    response = client.post(NEW, posted(lead="FAO"))

    assert response.status_code == 422
    assert not Initiative.objects.exists()


def test_title_is_asked_for_in_the_original_language(client, focal_point):
    client.force_login(focal_point)

    response = client.post(NEW, posted(lead="ILO", original_language="fr"))

    assertContains(response, "Write this text in Français, the original language of the record.", status_code=422)
    assertContains(response, "<title>Error:", status_code=422)


def test_everything_is_stored(client, make, focal_point):
    for number in (8, 13):
        make.goal(number)
    make.theme(), make.modality(), make.country("BRA"), make.entity("FAO")
    Target.objects.create(code="8.7", goal=make.goal(8), position=1)
    client.force_login(focal_point)
    rows = {
        "participations": [
            party(note="host"),
            party("facilitator", "fao"),
            party("implementer", "University X", kind="organization", organization_type="academic"),
            party("beneficiary", "12 countries", kind="group"),
            party("", ""),
        ],
        "budgets": [{"amount": "1200.50", "currency": "EUR", "year_from": "2023", "year_to": "2024", "note": "all"}],
        "contributions": [{"party": "Ministry", "kind": "in_kind_counted", "count": "5", "unit": "trainee"}],
        "identifiers": [{"scheme": "iati", "value": "XM-1"}],
        "links": [{"url": "https://www.example.org/", "caption": "Page"}],
    }

    response = client.post(
        NEW,
        posted(
            lead="ILO", rows=rows, title_fr="Eau", summary_en="Text", cooperation_type="triangular",
            instrument="project", method="regional", goals=["8", "13"], main_goal="13", targets="8.7",
            themes=["decent-work"], modalities=["training"], start="2023-05", end="2023", status="closed",
            contact="sstc@ilo.example", gender_marker="2", people_reached="1000",
        ),
    )  # fmt: skip

    initiative = Initiative.objects.get()
    assertRedirects(response, initiative.get_absolute_url())
    assert (initiative.title_fr, initiative.start_value, initiative.end_value) == ("Eau", "2023-05", "2023")
    assert list(initiative.goals.values_list("goal__number", "is_primary")) == [(13, True), (8, False)]
    assert [target.code for target in initiative.targets.all()] == ["8.7"]
    assert [(row.role, row.kind, row.party_name) for row in initiative.participations.all()] == [
        ("pivotal", "country", "Country BRA [en]"),
        ("facilitator", "entity", "Entity FAO [en]"),
        ("implementer", "organization", "University X"),
        ("beneficiary", "group", "12 countries"),
    ]
    assert initiative.participations.first().note_en == "host"
    assert Organization.objects.get().type == "academic"
    assert initiative.budgets.get().note_en == "all"
    assert (initiative.contributions.get().count, initiative.identifiers.get().value) == (5, "XM-1")
    assert initiative.links.get().caption_en == "Page"
    assert initiative.missing_to_submit() == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"start": "2024", "end": "2023"}, "The end cannot be before the start."),
        ({"start": "May 2024"}, "“May 2024” is not a date."),
        ({"start": "2024-02-30"}, "“2024-02-30” is not a date."),
        ({"start": "2024-1"}, "“2024-1” is not a date."),
        ({"start": "0001"}, "The year 1 is outside"),
        ({"end": "٢٠٢٤"}, "is not a date."),
        ({"targets": "8.7, 99.9"}, "These are not targets of the Goals: 99.9."),
        ({"goals": ["8"], "main_goal": "13"}, "The main Goal must be one of the Goals that you chose."),
        ({"contact": "nobody"}, "Enter a valid email address."),
        ({"cooperation_type": "barter"}, "Select a valid choice."),
        ({"themes": ["nothing"]}, "Select a valid choice."),
        ({"people_reached": "-3"}, "greater than or equal to 0"),
    ],
)
def test_bad_input_is_named_and_what_was_typed_stays(client, make, focal_point, fields, message):
    for number in (8, 13):
        Target.objects.create(code=f"{number}.7", goal=make.goal(number), position=number)
    initiative = make_initiative(make, state="draft", complete=False)
    client.force_login(focal_point)

    response = client.post(initiative.get_edit_url(), posted(initiative, title_en="Typed text", **fields))

    assertContains(response, message, status_code=422)
    assertContains(response, "Typed text", status_code=422)
    initiative.refresh_from_db()
    assert initiative.title_en == "Water [en]"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ({"participations": [party(name="Atlantis")]}, "is called “Atlantis”"),
        ({"participations": [party(role="", name="Country BRA [en]")]}, "This field is required."),
        ({"participations": [party(role="king")]}, "Select a valid choice."),
        ({"participations": [party(), party()]}, "This row is there already."),
        ({"participations": [party(name="X", kind="group"), party(name="x ", kind="group")]}, "This row is there"),
        ({"budgets": [{"amount": "-1", "currency": "USD"}]}, "greater than or equal to 0"),
        ({"budgets": [{"amount": "1", "currency": "dollars"}]}, "at most 3 characters"),
        ({"budgets": [{"amount": "1", "currency": "USD", "year_from": "2024", "year_to": "2023"}]}, "The last year"),
        ({"contributions": [{"party": "X", "kind": "financial"}]}, "Give an amount with its currency"),
        ({"contributions": [{"kind": "financial", "amount": "1", "currency": "USD"}]}, "Name one partner"),
        ({"links": [{"url": "javascript:alert(1)"}]}, "Enter a valid URL."),
        ({"relations": [{"kind": "part_of", "reference": "INI-999"}]}, "No published initiative has"),
    ],
)  # fmt: skip
def test_bad_row_is_named(client, make, focal_point, rows, message):
    make.country("BRA")
    initiative = make_initiative(make, state="draft", complete=False)
    client.force_login(focal_point)

    response = client.post(initiative.get_edit_url(), posted(initiative, rows=rows))

    assertContains(response, message, status_code=422)


def test_row_is_changed_and_another_removed(client, make, focal_point, ilo):
    initiative = make_initiative(make, state="draft")
    brazil, mozambique, facilitator = initiative.participations.all()
    make.country("KEN")
    client.force_login(focal_point)
    rows = [
        party(name="Country KEN [ru]", **stored(brazil)),
        party("beneficiary", "Country MOZ [en]", **stored(mozambique), DELETE="on"),
        party("facilitator", "ILO", **stored(facilitator)),
    ]

    client.post(initiative.get_edit_url(), posted(initiative, rows={"participations": rows}))

    found = [(row.pk, row.role, row.party_name) for row in initiative.participations.all()]
    assert found == [(brazil.pk, "pivotal", "Country KEN [en]"), (facilitator.pk, "facilitator", "Entity ILO [en]")]


def test_changed_part_must_be_confirmed_anew(client, make, focal_point, fao):
    initiative = make_initiative(make, state="draft", participations=[{"role": "funder", "entity": fao}])
    row = initiative.participations.get()
    Participation.objects.filter(pk=row.pk).update(answer="confirmed")
    row.refresh_from_db()
    client.force_login(focal_point)
    url = initiative.get_edit_url()

    client.post(url, posted(initiative, rows={"participations": [party("funder", "FAO", **stored(row), note="x")]}))
    row.refresh_from_db()
    assert row.answer == "confirmed"

    initiative.refresh_from_db()
    client.post(url, posted(initiative, rows={"participations": [party("facilitator", "FAO", **stored(row))]}))
    row.refresh_from_db()
    assert row.answer == ""


def test_rows_of_another_initiative_cannot_be_taken(client, make, focal_point, fao):
    stranger = make_initiative(make, title="Other", lead=fao)
    theirs = stranger.participations.first()
    initiative = make_initiative(make, state="draft")
    client.force_login(focal_point)

    rows = {"participations": [party(**stored(theirs))]}
    client.post(initiative.get_edit_url(), posted(initiative, rows=rows))

    theirs.refresh_from_db()
    assert theirs.initiative == stranger


def test_more_rows_come_by_saving(client, make, focal_point):
    initiative = make_initiative(make, state="draft", complete=False)
    client.force_login(focal_point)

    response = client.post(initiative.get_edit_url(), posted(initiative, more="budgets"))

    url = f"{initiative.get_edit_url()}?more=budgets"
    assertRedirects(response, f"{url}#budgets", fetch_redirect_response=False)
    assert len(client.get(url).context["rows"]["budgets"].forms) == 4


def test_note_keeps_its_other_languages(client, make, focal_point):
    initiative = make_initiative(make, state="draft")
    row = initiative.participations.first()
    Participation.objects.filter(pk=row.pk).update(**in_six_languages("note", "host"))
    row.refresh_from_db()
    client.force_login(focal_point)

    rows = {"participations": [party(**stored(row), note="guest")]}
    client.post(initiative.get_edit_url(), posted(initiative, rows=rows))

    row.refresh_from_db()
    assert (row.note_en, row.note_fr) == ("guest", "host [fr]")


def test_relation_names_a_published_initiative(client, make, focal_point):
    other = make_initiative(make, title="Parent")
    initiative = make_initiative(make, state="draft")
    client.force_login(focal_point)

    rows = {"relations": [{"kind": "part_of", "reference": other.code.lower()}]}
    client.post(initiative.get_edit_url(), posted(initiative, rows=rows))

    assert InitiativeRelation.objects.get().other == other


def test_basis_of_a_goal_stays_when_others_change(client, make, focal_point):
    initiative = make_initiative(make, state="draft", goals=[8])
    initiative.goals.update(basis="assigned")
    make.goal(13)
    client.force_login(focal_point)

    client.post(initiative.get_edit_url(), posted(initiative, goals=["8", "13"]))

    assert list(initiative.goals.values_list("goal__number", "basis")) == [(8, "assigned"), (13, "reported")]


def test_draft_is_deleted_after_a_question(client, make, focal_point):
    draft = make_initiative(make, state="draft")
    client.force_login(focal_point)

    asked = client.get(draft.get_delete_url())

    assertContains(asked, "Delete this draft?")
    assertRedirects(client.post(draft.get_delete_url(), fields_of(asked)), reverse("initiatives:initiative_mine"))
    assert not Initiative.objects.exists()


@pytest.mark.parametrize("code", ["ar", "zh-hans", "fr", "ru", "es"])
def test_form_opens_in_each_language(client, make, focal_point, code):
    draft = make_initiative(make, state="draft")
    client.force_login(focal_point)

    assertContains(client.get(f"/{code}/initiatives/{draft.slug}/edit/"), f"Country BRA [{code}]")
