"""The content of the site: loaded once in a process, and put back as it was before each test.

Loading takes seconds, since every row is indexed and its history kept; copying the tables back takes a fraction.
"""

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

_kept = {}


def put_in_place():
    if _kept:
        _put_back()
        return
    call_command("load_reference_data", verbosity=0)
    call_command("load_demo", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'django_migrations'"
        )
        tables = [table for (table,) in cursor.fetchall()]
        _kept["rows"] = {table: _read(cursor, table) for table in tables}
        cursor.execute("SELECT sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL")
        _kept["sequences"] = cursor.fetchall()


def _read(cursor, table):
    with cursor.copy(f'COPY "{table}" TO STDOUT') as rows:
        return b"".join(rows)


def _put_back():
    with connection.cursor() as cursor:
        # Neither triggers nor foreign keys: the rows are those that passed them once.
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("TRUNCATE " + ", ".join(f'"{table}"' for table in _kept["rows"]))
        for table, rows in _kept["rows"].items():
            if rows:
                with cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
                    copy.write(rows)
        for sequence, value in _kept["sequences"]:
            cursor.execute("SELECT setval(%s, %s)", [f'"{sequence}"', value])
        cursor.execute("SET session_replication_role = DEFAULT")
    ContentType.objects.clear_cache()
