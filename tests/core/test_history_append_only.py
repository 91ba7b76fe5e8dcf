"""What was logged stays: the database user of the application reads it and cannot change it."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from core.history.tracking import TRACKED, event_tables, log_tables
from core.models import Theme, TransitionEvent
from initiatives.workflow import INITIATIVE
from strategy.models import Report
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative
from tests.strategy.factory import make_report

ATTEMPTS = (
    "UPDATE {} SET {} = {}",
    "DELETE FROM {}",
    "TRUNCATE {}",
    "ALTER TABLE {} DISABLE TRIGGER ALL",
    "ALTER TABLE {} DROP COLUMN {}",
    "DROP TABLE {}",
    "CREATE TRIGGER mine BEFORE INSERT ON {} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
)


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def is_refused(statement):
    try:
        with transaction.atomic():
            run(statement)
    except DatabaseError as error:
        return any(words in str(error) for words in ("permission denied", "must be owner"))
    return False


@pytest.fixture
def as_application(db):
    """From here on the connection has the rights of the application's user; the test's own rollback takes it away."""
    user = f"application_of_{connection.settings_dict['NAME']}"
    call_command("grant_application_user", user, "--create", verbosity=0)
    run(f"SET ROLE {user}")
    yield user
    run("RESET ROLE")


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_no_log_can_be_changed(as_application, attempt):
    tables = [*event_tables(), *log_tables()]
    keys = {model._meta.db_table: model._meta.pk.column for model in TRACKED.values()}

    allowed = [
        table for table in tables if not is_refused(attempt.format(table, keys.get(table, "id"), keys.get(table, "id")))
    ]

    assert len(tables) > 50
    assert allowed == []


def test_no_event_can_be_invented(as_application):
    columns = "(pgh_created_at, pgh_label, pgh_obj_id, id)"

    assert all(is_refused(f"INSERT INTO {table} {columns} VALUES (now(), 'insert', 1, 1)") for table in event_tables())


def test_no_trigger_of_the_history_can_be_taken_off_or_borrowed(as_application):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, relname, proname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
            "JOIN pg_proc ON pg_proc.oid = tgfoid WHERE prosecdef AND NOT tgisinternal"
        )
        triggers = cursor.fetchall()
    run("CREATE TEMPORARY TABLE mine (LIKE core_theme)")

    assert len(triggers) == 3 * len(TRACKED)
    for trigger, table, function in triggers:
        assert is_refused(f"DROP TRIGGER {trigger} ON {table}")
        assert is_refused(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
        assert is_refused(f"DROP FUNCTION {function}() CASCADE")
        assert is_refused(f"CREATE TRIGGER t AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION {function}()")


def test_no_setting_of_the_session_keeps_the_history_from_being_written(as_application, make):
    run("SELECT set_config('pgtrigger.ignore', '{' || string_agg(tgname, ',') || '}', false) FROM pg_trigger")
    assert is_refused("SET session_replication_role = replica")

    make.theme("water")

    assert TRACKED[Theme].objects.count() == 1


def test_the_portal_works_with_these_rights(as_application, client, make, secretariat):
    theme = make.theme("water")
    client.force_login(secretariat)

    typed = {"code": "water", "version": theme.version, **in_six_languages("name", "Wells")}
    client.post(reverse("admin:core_theme_change", args=[theme.pk]), typed)
    initiative = make_initiative(make, state="submitted")
    INITIATIVE.perform(initiative, "publish", by=secretariat)
    report = make_report(make, complete=True)
    Report.objects.filter(pk=report.pk).delete()
    ready = client.get(reverse("health_ready"))

    theme.refresh_from_db()
    assert theme.name_en == "Wells [en]"
    assert TransitionEvent.objects.of(initiative).get().event == "publish"
    assert [event.pgh_label for event in TRACKED[Report].objects.filter(pgh_obj=report.pk)][-1] == "delete"
    assert ready.status_code == 200


def test_granting_again_changes_nothing(as_application):
    run("RESET ROLE")
    call_command("grant_application_user", as_application, verbosity=0)
    run(f"SET ROLE {as_application}")

    assert is_refused("DELETE FROM core_themeevent")


def test_user_who_may_write_all_tables_by_another_role_is_refused(as_application):
    run("RESET ROLE")
    run(f"GRANT pg_write_all_data TO {as_application}")

    with pytest.raises(CommandError, match="by a role that it belongs to"):
        call_command("grant_application_user", as_application, verbosity=0)


def test_user_who_owns_the_tables_is_refused(db):
    with pytest.raises(CommandError, match="could change any table"):
        call_command("grant_application_user", connection.settings_dict["USER"])


def test_user_who_does_not_exist_is_named(db):
    with pytest.raises(CommandError, match="There is no database user nobody_at_all"):
        call_command("grant_application_user", "nobody_at_all")
