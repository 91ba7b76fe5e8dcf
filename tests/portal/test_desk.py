"""My desk: what waits for whom."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from pytest_django.asserts import assertContains, assertNotContains

from core.models import Draft
from portal.desk_words import situation
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_action_point, make_meeting, make_proposal
from tests.resources.factory import make_resource
from tests.strategy.factory import make_cycle, make_report


@pytest.fixture
def desk(client):
    def read(person, **query):
        client.force_login(person)
        return client.get(reverse("desk"), query)

    return read


def tasks(response):
    """{(heading, title, verb)} of what is shown."""
    return {(heading, task.title, task.verb) for heading, group in response.context["groups"] for task in group}


def words(response):
    return " ".join(strip_tags(response.content.decode()).split())


@pytest.mark.parametrize(
    ("number", "late", "sentence"),
    [
        (0, 0, "Nothing is due."),
        (1, 0, "One thing needs you."),
        (3, 1, "Three things need you. One is late."),
        (9, 9, "Nine things need you. Nine are late."),
        (12, 10, "12 things need you. 10 are late."),
    ],
)
def test_first_line_says_the_situation(number, late, sentence):
    assert situation(number, late) == sentence


def test_desk_of_somebody_with_nothing_to_do(desk, focal_point):
    response = desk(focal_point)

    assert "Nothing is due." in words(response)
    assert "New items appear here when the secretariat opens a cycle" in words(response)


def test_desk_of_somebody_without_appointment_says_so(desk, make):
    assert "You have no appointment today." in words(desk(make.person("new@example.org")))


def test_focal_point_sees_the_report_that_is_owed(desk, make, focal_point, ilo, fao):
    make_cycle(make, entities=[ilo, fao], days_left=5)

    assert tasks(desk(focal_point)) == {("This week and next", "Report [en]", "Start")}


def test_report_past_its_day_is_late(desk, make, focal_point, ilo):
    make_report(make, entity=ilo, cycle=make_cycle(make, entities=[ilo], days_left=-3))

    response = desk(focal_point)

    assert tasks(response) == {("Late", "Report [en]", "Continue")}
    assert "One thing needs you. One is late." in words(response)


def test_returned_report_asks_for_an_answer(desk, make, focal_point, ilo):
    make_report(make, entity=ilo, state="returned")

    response = desk(focal_point)

    assert {task[2] for task in tasks(response)} == {"Answer"}
    assert "the secretariat returned it" in words(response)


def test_action_points_of_the_own_entity_only(desk, make, focal_point, ilo, fao):
    meeting = make_meeting(make, state="adopted")
    make_action_point(make, meeting, ilo, text="Ours", overdue=True)
    make_action_point(make, meeting, fao, text="Theirs")

    assert tasks(desk(focal_point)) == {("Late", "Ours [en]", "Update")}


def test_drafts_and_returned_initiatives_of_the_own_entity(desk, make, focal_point, fao):
    make_initiative(make, state="draft", title="Draft")
    make_initiative(make, state="returned", title="Back")
    make_initiative(make, state="draft", title="Theirs", lead=fao)
    make_initiative(make, state="published", title="Out")

    assert tasks(desk(focal_point)) == {
        ("Later", "Draft in short [en]", "Continue"),
        ("Later", "Back in short [en]", "Answer"),
    }


def test_parts_that_others_named_are_confirmed_in_one_row(desk, make, focal_point, contributor, ilo, fao):
    for title in ["One", "Two"]:
        make_initiative(make, title=title, lead=fao, participations=[{"role": "partner", "entity": ilo}])
    make_initiative(make, title="Own")
    # A named partner reads a draft and may answer in it already: the row counts what the list behind it shows.
    make_initiative(make, title="Draft", lead=fao, state="draft", participations=[{"role": "partner", "entity": ilo}])

    assert tasks(desk(focal_point)) == {("Later", "Confirm your part in 3 initiatives", "Confirm")}
    assert tasks(desk(contributor)) == tasks(desk(focal_point))


def test_meeting_of_the_next_days_is_to_be_prepared(desk, make, focal_point):
    today = timezone.localdate()
    make_meeting(make, title="Soon", date=today + timedelta(days=10))
    make_meeting(make, title="Far", date=today + timedelta(days=60))

    response = desk(focal_point)

    assert tasks(response) == {("This week and next", "Soon [en]", "Prepare")}
    assert [row.title for row in response.context["our_meetings"]] == ["Soon [en]", "Far [en]"]


def test_secretariat_answers_proposals_for_agendas_that_take_items_still(desk, make, secretariat, focal_point, ilo):
    for title, state in (("Survey", "scheduled"), ("Too late", "record_preparation")):
        make_proposal(make, ilo, title=title, meeting=make_meeting(make, state=state, date=timezone.localdate()))
    make_proposal(make, ilo, title="Declined", state="declined", declined_because="No", meeting=make_meeting(make))

    assert {task for task in tasks(desk(secretariat)) if task[2] == "Decide"} == {
        ("This week and next", "Survey [en]", "Decide")
    }
    assert "Proposal of ILO for the agenda" in words(desk(secretariat))
    assert "Survey" not in words(desk(focal_point))


def test_draft_of_a_resource_is_completed_by_its_publisher_and_published_by_the_secretariat(
    desk, make, focal_point, secretariat
):
    make_resource(make, bare=True, title="Bare")
    make_resource(make, state="draft", title="Ready")

    assert tasks(desk(focal_point)) == {("Later", "Bare", "Complete")}
    assert tasks(desk(secretariat)) == {("Later", "Ready [en]", "Publish")}


def test_secretariat_sees_what_waits_for_it(desk, make, secretariat, focal_point, ilo):
    make_report(make, entity=ilo, state="submitted")
    make_initiative(make, state="submitted", title="New")
    meeting = make_meeting(make, state="adopted")
    make_action_point(make, meeting, ilo, text="Done", state="reported_done", reporter=focal_point)
    make_action_point(make, meeting, ilo, text="Owed", overdue=True)

    response = desk(secretariat)

    assert tasks(response) == {
        ("Later", "Report of ILO", "Review"),
        ("Later", "New in short [en]", "Review"),
        ("Later", "Done [en]", "Verify"),
    }
    assert [point.text_en for point in response.context["overdue_points"]] == ["Owed [en]"]
    assert [(handed_in, asked) for _cycle, handed_in, asked in response.context["cycles"]] == [(1, 1)]


def test_secretariat_does_not_see_drafts_of_entities(desk, make, secretariat):
    make_initiative(make, state="draft", title="Unfinished")

    response = desk(secretariat)

    assert "Unfinished" not in response.content.decode()


def test_one_kind_can_be_shown_alone(desk, make, focal_point, ilo):
    make_initiative(make, state="draft", title="Draft")
    make_action_point(make, make_meeting(make, state="adopted"), ilo, text="Ours")

    assert {task[1] for task in tasks(desk(focal_point, show="initiatives"))} == {"Draft in short [en]"}
    assert len(tasks(desk(focal_point, show="nonsense"))) == 2


def test_what_is_with_the_secretariat_is_shown_with_its_date(desk, make, focal_point, ilo):
    make_initiative(make, state="submitted", title="Handed in")

    response = desk(focal_point)

    assert [row[0] for row in response.context["with_secretariat"]] == ["Handed in in short [en]"]
    assert tasks(response) == set()


def test_work_bar_has_the_places_of_a_focal_point_and_the_count(client, make, focal_point, ilo):
    make_initiative(make, state="draft")
    client.force_login(focal_point)

    page = client.get(reverse("about")).content.decode()
    bar = page[page.index("ia-work") : page.index("</nav>", page.index("ia-work"))]

    for url in [reverse("desk"), reverse("initiatives:initiative_mine"), ilo.get_absolute_url()]:
        assert f'href="{url}"' in bar
    assert '<span class="ia-count">1' in bar


def test_work_bar_of_the_secretariat_leads_to_the_administration(client, secretariat):
    client.force_login(secretariat)

    assert 'href="/en/admin/"' in client.get(reverse("about")).content.decode()


def test_visitor_has_no_work_bar(client, make):
    assert "ia-work" not in client.get(reverse("about")).content.decode()


def test_count_changes_at_once_after_a_move(client, make, secretariat):
    initiative = make_initiative(make, state="submitted")
    client.force_login(secretariat)
    assert '<span class="ia-count">1' in client.get(reverse("about")).content.decode()

    client.post(initiative.get_transition_url("publish"))

    assert "ia-count" not in client.get(reverse("about")).content.decode()


def test_texts_that_one_did_not_save_are_listed_with_their_forms(client, desk, make, focal_point, contributor):
    initiative = make_initiative(make, state="draft")
    for person in (focal_point, contributor):
        client.force_login(person)
        client.post(initiative.get_edit_url(), {"autosave": "1", "title_en": "Half"})
    Draft.objects.filter(user=contributor).update(title="zzsecret")

    page = desk(focal_point)

    assertContains(page, "Texts not saved yet")
    assertContains(page, f'<a href="{initiative.get_edit_url()}">Initiative: <bdi>{initiative}</bdi></a>')
    assertNotContains(page, "zzsecret")


def test_desk_says_nothing_of_unsaved_texts_where_there_are_none(desk, focal_point):
    assertNotContains(desk(focal_point), "Texts not saved yet")


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_does_not_grow(desk, make, focal_point, ilo, number, django_assert_num_queries):
    make_cycle(make, entities=[ilo])
    meeting = make_meeting(make, state="adopted")
    for place in range(number):
        make_initiative(make, state="draft", title=f"No. {place}")
        make_action_point(make, meeting, ilo, text=f"No. {place}")
        Draft.objects.create(user=focal_point, path=f"/initiatives/{place}/edit/", data={}, saved_at=timezone.now())
    desk(focal_point)

    with django_assert_num_queries(QUERIES):
        desk(focal_point)


# Per room what is owed, drafted, not saved, and coming; the person, the appointments and the session.
QUERIES = 32
