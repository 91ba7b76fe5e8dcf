"""Every change of a content row leaves its event, by whatever way it is made, with who, when and through what."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from core import languages, reference_data
from core.history.through import in_a_job, of_command, through
from core.history.tracking import TRACKED
from core.jobs.kinds import KINDS, Kind
from core.jobs.starting import start
from core.models import Region, Theme
from entities.models import Entity, User
from initiatives.models import Initiative
from resources.models import Resource
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative
from tests.resources.factory import make_resource

ROOMS = ("core", "entities", "initiatives", "strategy", "meetings", "resources")
NOT_TRACKED = {
    "core.TransitionEvent": "a log itself",
    "core.Job": "work of the machine, not content",
    "core.Import": "what a file would change, before it is applied; the records that it changes are tracked",
    "core.ImportRow": "a row of that, which goes with it",
    "core.Draft": "what one person typed and did not save; nobody else ever sees it",
    "core.SearchEntry": "made by the database from the records themselves",
    "core.Mail": "the outbox: says itself what became of each mail",
    "core.Notification": "what a person was told; the event that it tells is in the log",
    "core.NotificationChoice": "a preference of the person",
    "core.File": "never changes; the record that holds it is tracked, and names it",
    "meetings.EarlierSlot": "a log itself",
    "meetings.CirculatedAgenda": "never changes",
    "meetings.PaperBundle": "made by the machine from the papers, and forgotten after a week",
    "meetings.CalendarFeed": "an address that a person made for herself",
    "strategy.Reminder": "a log itself",
    "strategy.CycleSnapshot": "never changes",
    "strategy.SnapshotPaper": "made by the machine from a snapshot",
    "strategy.Submission": "never changes",
    "strategy.SubmittedFile": "never changes, like the submission that it belongs to",
    "meetings.RecordRevision": "its text never changes, and the log of the meeting says how it was closed",
    "meetings.RecordComment": "never changes",
    "meetings.Corrigendum": "never changes",
    "initiatives.CatalogueVersion": "a number of the machine",
}


def events(model, **lookup):
    return list(TRACKED[model].objects.filter(**lookup))


def labels(model, **lookup):
    return [event.pgh_label for event in events(model, **lookup)]


def test_every_content_model_is_tracked():
    """Rows of many-to-many fields too. What is left out stands above, with its reason."""
    ours = {
        model
        for room in ROOMS
        for model in apps.get_app_config(room).get_models(include_auto_created=True)
        if not model._meta.proxy and not hasattr(model, "pgh_tracked_model")
    }

    assert {model._meta.label for model in ours - set(TRACKED)} == set(NOT_TRACKED)


def test_every_language_column_is_kept(make):
    texts = in_six_languages("title", "Water")

    resource = make_resource(make, **texts)

    [event] = events(Resource, pgh_obj=resource)
    assert {column: getattr(event, column) for column in texts} == texts
    assert set(languages.columns("title", "description")) <= {f.name for f in event._meta.fields}


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (lambda: Theme.objects.create(code="x", name_en="X"), ["insert"]),
        (lambda: Theme.objects.bulk_create([Theme(code="x", name_en="X")]), ["insert"]),
        (lambda: Theme.objects.filter(code="water").update(name_en="Wells"), ["update"]),
        (lambda: Theme.objects.bulk_update(_renamed(), ["name_en"]), ["update"]),
        (lambda: Theme.objects.filter(code="water").delete(), ["delete"]),
        (lambda: _sql("UPDATE core_theme SET name_fr = 'Eau' WHERE code = 'water'"), ["update"]),
        (lambda: _sql("UPDATE core_theme SET name_fr = 'Eau' WHERE name_en LIKE '%'"), ["update"]),
        (lambda: _many("UPDATE core_theme SET name_fr = %s WHERE code = %s", [("Eau", "water")]), ["update"]),
        (lambda: _sql("DELETE FROM core_theme WHERE code = 'water'"), ["delete"]),
    ],
)
def test_every_way_to_write_leaves_its_event(make, write, expected):
    make.theme("water")
    before = timezone.now()

    with through(user=7, page="/en/somewhere/"):
        write()

    [_created, event] = events(Theme)
    assert [event.pgh_label] == expected
    assert event.pgh_context == {"user": 7, "page": "/en/somewhere/"}
    # The moment of the transaction, which in a test began with the test.
    assert abs(event.pgh_created_at - before).total_seconds() < 60


def _renamed():
    theme = Theme.objects.get(code="water")
    theme.name_en = "Wells"
    return [theme]


def _sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _many(statement, rows):
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def test_update_keeps_the_row_as_it_stands_and_delete_as_it_was(make):
    theme = make.theme("water")
    theme.name_en = "Wells"
    theme.save()
    theme.delete()

    assert [(event.pgh_label, event.name_en) for event in events(Theme)] == [
        ("insert", "water [en]"),
        ("update", "Wells"),
        ("delete", "Wells"),
    ]


def test_save_that_changes_nothing_is_no_change(make):
    make_resource(make).save()

    assert labels(Resource) == ["insert"]


def test_tags_are_kept(make):
    initiative = make_initiative(make, themes=["water"])
    theme = initiative.themes.get()
    initiative.themes.set([make.theme("soil")])

    assert [(event.pgh_label, event.theme_id == theme.pk) for event in events(Initiative.themes.through)] == [
        ("insert", True),
        ("delete", True),
        ("insert", False),
    ]


def test_change_through_a_page_names_the_person_and_the_page(client, make, focal_point, ilo):
    client.force_login(focal_point)

    client.post(
        ilo.get_edit_url(), {"version": ilo.version, "website": "https://www.ilo.org/sstc", "unit_en": "PARDEV"}
    )

    event = events(Entity, pgh_obj=ilo)[-1]
    assert (event.website, event.unit_en) == ("https://www.ilo.org/sstc", "PARDEV")
    assert event.pgh_context == {"user": focal_point.pk, "page": ilo.get_edit_url()}


def test_change_through_the_administration_names_the_officer(client, make, secretariat):
    theme = make.theme("water")
    client.force_login(secretariat)
    address = reverse("admin:core_theme_change", args=[theme.pk])

    client.post(address, {"code": "water", "version": theme.version, **in_six_languages("name", "Wells")})

    event = events(Theme, pgh_obj=theme)[-1]
    assert (event.name_en, event.pgh_context) == ("Wells [en]", {"user": secretariat.pk, "page": address})


def test_change_through_a_command_names_the_command(db):
    with of_command(["manage.py", "load_reference_data"]):
        reference_data.load()

    contexts = {(tuple(event.pgh_context.items()), event.pgh_context_id) for event in events(Theme)}
    assert [dict(context) for context, _id in contexts] == [{"user": None, "command": "load_reference_data"}]


def test_loading_reference_data_again_is_no_change(db):
    reference_data.load()
    before = {model: history.objects.count() for model, history in TRACKED.items()}

    reference_data.load()

    assert {model: history.objects.count() for model, history in TRACKED.items()} == before
    assert before[Region] > 0


def test_history_of_a_room_can_be_taken_back(db):
    call_command("migrate", "resources", "0004_version_goes_up", verbosity=0)

    assert "resources_resourceevent" not in connection.introspection.table_names()

    call_command("migrate", "resources", verbosity=0)

    assert "resources_resourceevent" in connection.introspection.table_names()


def test_worker_says_what_it_does_job_by_job(make):
    class Context:
        class job:
            task_name = "core.tasks.tidy"

    with of_command(["manage.py", "procrastinate", "worker"]):
        in_a_job(lambda: make.theme("water"), Context, worker=None)

    assert events(Theme)[0].pgh_context == {"user": None, "job": "core.tasks.tidy"}


@pytest.mark.django_db(transaction=True)
def test_change_in_the_real_worker_names_the_job(make, monkeypatch):
    def plant(progress):
        make.theme("water")

    monkeypatch.setitem(KINDS, "plant", Kind("plant", "Planting", plant, may_start=bool))
    start("plant")

    with app.replace_connector(app.connector.get_worker_connector()) as worker_app:
        worker_app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)

    assert events(Theme)[0].pgh_context == {"user": None, "job": "core.tasks.run_job"}


def test_change_by_hand_in_the_database_is_kept_without_a_name(make):
    make.theme("water")

    assert events(Theme)[0].pgh_context is None


def test_context_can_hold_any_address(make):
    with through(user=None, page='/en/it\'s 100% \\ "Ünïcode"/%s/'):
        make.theme("water")

    assert events(Theme)[0].pgh_context["page"] == '/en/it\'s 100% \\ "Ünïcode"/%s/'


def test_one_request_is_one_context(make):
    with through(user=1, page="/en/a/"):
        make.theme("water")
        make.theme("soil")
    with through(user=1, page="/en/a/"):
        make.theme("air")

    first, second, third = [event.pgh_context_id for event in events(Theme)]
    assert first == second != third


def test_history_keeps_no_name_and_no_address_of_a_person(make):
    make.person("zoe@ilo.example", full_name="Zoe Zzsecret")

    assert {f.name for f in TRACKED[User]._meta.fields if not f.name.startswith("pgh_")} == {
        "id",
        "is_active",
        "is_staff",
        "is_superuser",
    }


def test_deleting_a_person_leaves_the_history_as_it_is(make):
    person = make.person("zoe@ilo.example")
    with through(user=person.pk, page="/en/"):
        make.theme("water")

    number = person.pk
    person.delete()

    assert events(Theme)[0].pgh_context["user"] == number
    assert labels(User, id=number) == ["insert", "delete"]


@pytest.mark.parametrize("change", ["UPDATE {} SET pgh_label = 'other'", "DELETE FROM {}"])
def test_even_the_owner_of_the_tables_is_refused_a_change(make, change):
    make.theme("water")

    with pytest.raises(DatabaseError, match="append_only"), transaction.atomic():
        _sql(change.format("core_themeevent"))
