"""Writing thousands of records: each is indexed once, however many statements write it and its parts."""

from contextlib import contextmanager

from django.db import connection, transaction

from core.search.kinds import kinds

BATCH = 200


@contextmanager
def indexed_once():
    """What is written inside is found when the block ends, in the same transaction; an error leaves neither.

    While its table is there the triggers note the records instead of making their rows anew (core/search/triggers.py).
    Until the end of the block the search does not tell of what was written, to this connection either.
    """
    with transaction.atomic():
        if _is_noting():
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE search_due (kind text, id bigint, PRIMARY KEY (kind, id))")
        yield
        with connection.cursor() as cursor:
            cursor.execute("SELECT kind, array_agg(id ORDER BY id) FROM search_due GROUP BY kind ORDER BY kind")
            due = cursor.fetchall()
            cursor.execute("DROP TABLE search_due")
            for key, ids in due:
                _refresh(cursor, key, ids)


def _refresh(cursor, key, ids):
    if key in kinds():
        for first in range(0, len(ids), BATCH):
            cursor.execute(f"SELECT search_refresh_{key}(%s)", [ids[first : first + BATCH]])


def _is_noting():
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('pg_temp.search_due') IS NOT NULL")
        return cursor.fetchone()[0]
