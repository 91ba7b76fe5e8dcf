"""The history page: who changed what, in words, newest first."""

import re

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from core.history.sources import page_words
from core.history.through import through
from core.history.words import difference
from core.models import Theme
from entities.models import Appointment, Role
from initiatives.models import Initiative, Participation
from initiatives.workflow import INITIATIVE
from tests.initiatives.factory import make_initiative
from tests.resources.factory import make_resource


def address(record):
    return reverse("history", args=[type(record)._meta.model_name, record.pk])


def saves(response):
    """The text of each save, without marks and spaces."""
    cards = response.text.split('<li class="ia-history__save">')[1:]
    return [re.sub(r"\s+", " ", strip_tags(card.split("</li>\n")[0])).strip() for card in cards]


@pytest.fixture
def history(client):
    def read(record, person, **query):
        client.force_login(person)
        return client.get(address(record), query)

    return read


def test_words_that_came_and_went_are_marked():
    html = difference("Water for the farmers of Mozambique", "Clean water for farmers of Mozambique")

    assert html.count("removed:") == 2
    assert html.count("added:") == 1
    assert re.sub(r'<bdi class="visually-hidden".*?</bdi>', "", html) == (
        "<del>Water</del><ins>Clean water</ins> for<del> the</del> farmers of Mozambique"
    )


@pytest.mark.parametrize(
    ("before", "after", "removed", "added"),
    [
        ("南南合作促进发展", "南南合作推动发展", "促进", "推动"),
        ("التعاون بين بلدان الجنوب", "الشراكة بين بلدان الجنوب", "التعاون", "الشراكة"),
        ("Сотрудничество Юг–Юг", "Сотрудничество Север–Юг", "Юг", "Север"),
    ],
)
def test_every_script_is_compared_in_its_own_words(before, after, removed, added):
    html = re.sub(r'<bdi class="visually-hidden".*?</bdi>', "", difference(before, after))

    assert re.findall("<del>(.*?)</del>", html) == [removed]
    assert re.findall("<ins>(.*?)</ins>", html) == [added]


def test_long_text_shows_only_what_stands_around_a_change():
    text = " ".join(f"word{n}" for n in range(500))

    shown = strip_tags(difference(text, text.replace("word250", "other")))

    assert [word for word in ("word100", "word249", "word251", "word400") if word in shown] == ["word249", "word251"]


def test_text_is_escaped():
    html = difference("a <script>x</script>", "b <script>x</script>")

    assert "<script>" not in html


def test_page_says_who_when_through_what_and_which_words(client, history, make, focal_point, ilo):
    client.force_login(focal_point)
    client.post(ilo.get_edit_url(), {"version": ilo.version, "website": "https://www.ilo.org/sstc", "unit_fr": "Unité"})

    response = history(ilo, focal_point)

    newest = saves(response)[0]
    assert "Focal" in newest
    assert f"Form of the record {ilo.get_edit_url()}" in newest
    assert "Web site added: https://www.ilo.org/sstc" in newest
    assert "[Français] added: Unité" in newest
    assert '<dd class="ia-diff" dir="ltr" lang="fr">' in response.text


def test_arabic_text_keeps_its_direction(history, make, secretariat):
    resource = make_resource(make)
    Theme.objects.update()
    resource.title_ar = "دروس المياه"
    resource.save()

    assert '<dd class="ia-diff" dir="rtl" lang="ar">' in history(resource, secretariat).text


def test_choices_names_dates_and_yes_are_written_as_the_site_writes_them(history, make, secretariat, fao):
    initiative = make_initiative(make, state="submitted")
    initiative.lead, initiative.status, initiative.good_practice = fao, "closed", True
    initiative.start, initiative.start_precision = "2021-01-01", "year"
    with through(user=secretariat.pk, page="/en/x/"):
        initiative.save()

    newest = saves(history(initiative, secretariat))[0]

    assert "Lead entity removed: ILO added: FAO" in newest
    assert "Start removed: 2023 added: 2021" in newest
    assert "Good practice removed: No added: Yes" in newest
    assert "Status removed: In implementation added: Closed" in newest


def test_parts_and_tags_stand_in_the_same_timeline(history, make, secretariat, fao):
    initiative = make_initiative(make, state="submitted", themes=["water"])
    with through(user=secretariat.pk, page="/en/x/"):
        Participation.objects.create(initiative=initiative, role="funder", entity=fao)
        initiative.themes.set([make.theme("soil")])

    newest = saves(history(initiative, secretariat))[0]

    assert "Participation: Funds, FAO added" in newest
    assert "Themes removed: water [en] added: soil [en]" in newest


def test_change_of_state_stands_with_its_save(history, make, secretariat):
    initiative = make_initiative(make, state="submitted")
    with through(user=secretariat.pk, page="/en/x/"):
        INITIATIVE.perform(initiative, "return", by=secretariat, reason="Say who pays.")

    newest = saves(history(initiative, secretariat))[0]

    assert "Returned Say who pays." in newest
    assert "State" not in newest


def test_command_and_hand_written_sql_are_named(history, make, secretariat):
    resource = make_resource(make)
    type(resource).objects.update(symbol="A/1")
    with through(command="load_reference_data"):
        type(resource).objects.update(symbol="A/2")

    by_command, by_hand = saves(history(resource, secretariat))[:2]

    assert "Directly in the database" in by_hand
    assert "Command load_reference_data" in by_command


def test_person_who_is_gone_is_said_to_be_gone(history, make, secretariat):
    resource = make_resource(make)
    with through(user=987654, page="/en/x/"):
        type(resource).objects.update(symbol="A/1")

    assert "a person who is no longer here (number 987654)" in saves(history(resource, secretariat))[0]


def test_newest_save_stands_first_and_the_list_is_paged(history, make, secretariat):
    resource = make_resource(make)
    for number in range(25):
        with through(user=secretariat.pk, page="/en/x/"):
            type(resource).objects.update(symbol=f"A/{number}")

    first, second = (saves(history(resource, secretariat, page=page)) for page in (1, 2))

    assert (len(first), len(second)) == (20, 6)
    assert "added: 24" in first[0]
    assert "The record was made." in second[-1]


@pytest.mark.parametrize("changes", [1, 3])
def test_page_takes_the_same_number_of_queries(client, history, make, secretariat, django_assert_num_queries, changes):
    initiative = make_initiative(make, state="submitted", themes=["water"])
    for number in range(changes):
        with through(user=secretariat.pk, page="/en/x/"):
            Initiative.objects.update(people_reached=number + 1)
            Participation.objects.filter(entity=None).update(note_en=f"Note {number}")
    history(initiative, secretariat)  # signs in, and what a process holds is held from here on

    with django_assert_num_queries(15):
        client.get(address(initiative))


def test_kind_that_is_none_is_not_found(client, secretariat):
    client.force_login(secretariat)

    assert client.get("/en/history/session/1/").status_code == 404


def test_new_version_that_is_published_shows_only_what_differs(history, make, secretariat, ilo, focal_point):
    from initiatives.versions import open_version, publish_into_public

    public = make_initiative(make, title="Water", lead=ilo)
    copy = open_version(public, focal_point)
    copy.title_en = "Clean water"
    copy.save()
    with through(user=secretariat.pk, page="/en/x/"):
        publish_into_public(copy)

    newest = saves(history(public, focal_point))[0]

    assert "Title [English] added: Clean water removed: Water [en]" in newest.replace(
        "removed: Water [en] added: Clean water", "added: Clean water removed: Water [en]"
    )
    assert "Participation" not in newest
    assert "Themes" not in newest


def test_appointments_stand_in_the_history_of_the_entity(history, make, secretariat, ilo):
    person = make.person("new@ilo.example")
    with through(user=secretariat.pk, page="/en/x/"):
        Appointment.objects.create(user=person, entity=ilo, role=Role.CONTRIBUTOR)

    assert "Appointment: New, Contributor added" in saves(history(ilo, secretariat))[0]


def test_history_button_of_the_administration_leads_to_the_page(client, make, secretariat):
    resource = make_resource(make)
    participation = make_initiative(make).participations.first()
    client.force_login(secretariat)

    own = client.get(reverse("admin:resources_resource_history", args=[resource.pk]))
    part = client.get(reverse("admin:initiatives_participation_history", args=[participation.pk]))

    assert own["Location"] == address(resource)
    assert part["Location"] == address(participation.initiative)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("/fr/admin/resources/resource/1/change/", "Administration"),
        ("/ar/initiatives/water/edit/", "Form of the record"),
        ("/en/initiatives/water/transition/submit/", "Change of state"),
        ("/en/history/resource/1/2/", "An earlier version was brought back"),
        ("/en/no/such/page/", "A page of the portal"),
    ],
)
def test_page_is_named_in_whatever_language_it_was_used(page, words):
    assert page_words(page) == words


def test_long_numbers_are_grouped_and_years_are_not(history, make, secretariat):
    initiative = make_initiative(make, state="submitted")
    with through(user=secretariat.pk, page="/en/x/"):
        Initiative.objects.update(people_reached=12000)
        initiative.budgets.create(amount="25000.50", currency="USD", year_from=2024)

    newest = saves(history(initiative, secretariat))[0]

    assert "People reached added: 12,000" in newest
    assert "Budget: USD, 25,000.5 added From year added: 2024" in newest
