"""The list of what one was told, the bell, and the page of choices."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import Notification
from core.outbox import notifications
from core.outbox.delivery import When
from core.outbox.notifications import choose, kinds, notify
from tests.factory import in_six_languages
from tests.forms_on_page import opened
from tests.resources.factory import make_resource
from tests.strategy.factory import make_cycle, make_report

LIST = "/en/desk/notifications/"
CHOICES = "/en/accounts/notifications/"
BELL = 'class="ia-count" aria-hidden="true"'


def tell(person, record, key="1", kind="moved", by=None, **params):
    notify([person], kind, record, key, by=by, workflow="resource", event="withdraw", **params)
    return person.notifications.get(key=key)


@pytest.fixture
def reader(client, focal_point):
    client.force_login(focal_point)
    return focal_point


def test_list_says_what_happened_to_what_why_and_by_whom(client, reader, make, secretariat):
    tell(reader, make_resource(make), by=secretariat, reason="The link is dead.")

    page = client.get(LIST)

    assertContains(page, "Water lessons [en]")
    assertContains(page, "The resource is withdrawn.")
    assertContains(page, "The link is dead.")
    assertContains(page, f"<bdi>{secretariat}</bdi>")


def test_list_is_in_the_language_of_the_page(client, reader, make):
    tell(reader, make_resource(make))

    assertContains(client.get("/ar/desk/notifications/"), "Water lessons [ar]")


def test_person_without_an_appointment_reads_no_names(client, make, secretariat):
    stranger = make.person("stranger@example.org")
    tell(stranger, make_resource(make), by=secretariat)
    client.force_login(stranger)

    page = client.get(LIST)

    assertContains(page, "Water lessons [en]")
    assertNotContains(page, secretariat.full_name)


def test_notifications_of_others_are_not_in_the_list(client, reader, other_focal_point, make):
    tell(other_focal_point, make_resource(make))

    page = client.get(LIST)

    assert page.context["lines"] == []
    assertContains(page, "Nothing here")


def test_newest_comes_first(client, reader, make):
    for number in range(3):
        tell(reader, make_resource(make, **in_six_languages("title", f"Lessons {number}")), str(number))

    titles = [str(line.record) for line in client.get(LIST).context["lines"]]

    assert titles == ["Lessons 2 [en]", "Lessons 1 [en]", "Lessons 0 [en]"]


def test_opening_marks_as_read_and_leads_to_the_record(client, reader, make):
    resource = make_resource(make)
    told = tell(reader, resource)
    later = tell(reader, resource, "2")

    response = client.get(reverse("notification_open", args=[told.pk]))

    assertRedirects(response, resource.get_absolute_url())
    assert list(Notification.objects.unread()) == [later]


def test_looking_at_the_list_marks_nothing_as_read(client, reader, make):
    tell(reader, make_resource(make))

    client.get(LIST)

    assert Notification.objects.unread().count() == 1


def test_all_are_marked_as_read_but_not_what_came_meanwhile(client, reader, other_focal_point, make):
    resource = make_resource(make)
    for number in range(3):
        tell(reader, resource, str(number))
    foreign = tell(other_focal_point, resource)
    newest = client.get(LIST).context["newest"]
    meanwhile = tell(reader, resource, "meanwhile")

    client.post(reverse("notification_read"), {"newest": newest})

    assert set(Notification.objects.unread()) == {meanwhile, foreign}


@pytest.mark.parametrize("newest", ["", "x", "-1", "9" * 40])
def test_nonsense_marks_nothing_as_read(client, reader, make, newest):
    tell(reader, make_resource(make))

    assertRedirects(client.post(reverse("notification_read"), {"newest": newest}), LIST)

    assert Notification.objects.unread().count() == 1


@pytest.mark.parametrize(
    ("show", "expected"),
    [("", ["1", "2", "3"]), ("unread", ["1", "3"]), ("task", ["2", "3"]), ("moved", ["1"]), ("burn", ["1", "2", "3"])],
)
def test_list_is_filtered_by_kind_and_unread(client, reader, make, show, expected):
    resource = make_resource(make)
    for key, kind in (("1", "moved"), ("2", "task"), ("3", "task")):
        tell(reader, resource, key, kind)
    Notification.objects.filter(key="2").mark_read()

    lines = client.get(LIST, {"show": show}).context["lines"]

    assert sorted(line.notification.key for line in lines) == expected


def test_list_is_paged(client, reader, make):
    resource = make_resource(make)
    for number in range(31):
        tell(reader, resource, str(number))

    assert [len(client.get(LIST, {"page": page}).context["lines"]) for page in (1, 2)] == [30, 1]


@pytest.mark.parametrize("rows", [1, 3])
def test_list_needs_the_same_queries_for_one_row_and_for_three(
    client, reader, make, secretariat, django_assert_num_queries, rows
):
    for number in range(rows):
        tell(reader, make_resource(make), f"resource {number}", by=secretariat)
        cycle = make_cycle(make, slug=f"cycle-{number}", entities=[make.entity("ILO")])
        report = make_report(make, entity=make.entity("ILO"), cycle=cycle, state="returned")
        notify([reader], "task", report, f"report {number}", workflow="report", event="return", reason="x")
    client.get(LIST)

    with django_assert_num_queries(QUERIES):
        page = client.get(LIST)
    assert len([line for line in page.context["lines"] if line.title]) == 2 * rows


# Session, person, groups, appointments; the list and its number; its two kinds of records; unread, twice.
QUERIES = 10


def test_bell_counts_what_is_unread(client, reader, make, other_focal_point):
    resource = make_resource(make)
    assertNotContains(client.get("/en/about/"), BELL)
    for number in range(2):
        tell(reader, resource, str(number))
    tell(other_focal_point, resource)

    page = client.get("/en/about/")

    assertContains(page, f"{BELL}>2<")
    assertContains(page, "Notifications: 2 unread")


def test_bell_does_not_count_further_than_one_needs(client, reader, make):
    resource = make_resource(make)
    for number in range(100):
        tell(reader, resource, str(number))

    assertContains(client.get("/en/about/"), f"{BELL}>99+<")


def test_visitor_has_no_bell(client, db):
    assertNotContains(client.get("/en/about/"), "ia-bell")


# Choices


def posted(**changes):
    return (
        dict.fromkeys(kinds, "daily") | {"has_quiet_hours": "on", "quiet_from": "22:00", "quiet_to": "06:30"} | changes
    )


def save(client, data):
    return client.post(CHOICES, opened(client, CHOICES) | data)


def test_choices_show_what_holds(client, reader):
    choose(reader, {"moved": When.WEEKLY})

    form = client.get(CHOICES).context["form"]

    shown = {kind.key: field.value() for kind, field in form.rows()}
    assert shown == {
        "task": "at_once",
        "moved": "weekly",
        "partner": "at_once",
        "comment": "daily",
        "cycle": "at_once",
        "meeting": "at_once",
        "due": "at_once",
        "record": "at_once",
    }
    assert form["has_quiet_hours"].value() is True


def test_person_chooses(client, reader):
    response = save(client, posted(meeting="off"))

    assertRedirects(response, CHOICES)
    reader.refresh_from_db()
    assert notifications.choices_of(reader) == dict.fromkeys(kinds, When.DAILY) | {"meeting": When.OFF}
    assert (f"{reader.quiet_from:%H:%M}", f"{reader.quiet_to:%H:%M}") == ("22:00", "06:30")


def test_quiet_hours_are_switched_off_and_on_again(client, reader):
    save(client, posted(has_quiet_hours=[]))
    reader.refresh_from_db()
    assert (reader.quiet_from, reader.quiet_to) == (None, None)

    form = client.get(CHOICES).context["form"]
    assert form["has_quiet_hours"].value() is False
    save(client, posted())
    reader.refresh_from_db()
    assert f"{reader.quiet_from:%H:%M}" == "22:00"


@pytest.mark.parametrize(
    ("changes", "field", "error"),
    [
        ({"quiet_to": ""}, "quiet_to", "This field is required."),
        ({"quiet_from": "25:00"}, "quiet_from", "Enter a valid time."),
        ({"quiet_to": "22:00"}, "quiet_to", "The end must differ from the beginning."),
        ({"task": "hourly"}, "task", "Select a valid choice. hourly is not one of the available choices."),
        ({"task": ""}, "task", "This field is required."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(client, reader, changes, field, error):
    response = save(client, posted(**changes))

    assert response.context["form"].errors == {field: [error]}
    reader.refresh_from_db()
    assert f"{reader.quiet_from:%H:%M}" == "20:00"
    assert not reader.notification_choices.exists()


def test_other_time_zone_moves_what_waits(client, reader, make):
    told = tell(reader, make_resource(make))
    before = told.due_at

    client.post(reverse("profile"), opened(client, reverse("profile")) | {"time_zone": "Pacific/Kiritimati"})

    told.refresh_from_db()
    assert told.due_at != before
