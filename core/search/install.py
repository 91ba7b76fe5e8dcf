"""Makes the database follow the kinds: after each `migrate`, what changed is replaced and its rows are made anew."""

from django.db import connection, transaction

from core.search.folding import FUNCTIONS
from core.search.kinds import kinds
from core.search.texts import sources_of
from core.search.triggers import signature_of, sql_of

BATCH = 200


def after_migrate(**kwargs):
    if _columns_are_there():
        install()


def install():
    """Only the kinds whose declaration is another than the one that the database has."""
    there = _installed()
    if set(there.values()) != {signature_of(kind) for kind in kinds().values()}:
        _replace_folding()
    for key in there.keys() - kinds().keys():
        _remove(key)
    for kind in kinds().values():
        if there.get(kind.key) != signature_of(kind):
            with transaction.atomic(), connection.cursor() as cursor:
                _drop_functions(cursor, kind.key)
                cursor.execute(sql_of(kind))
                cursor.execute(
                    f"COMMENT ON FUNCTION search_refresh_{kind.key}(bigint[], boolean) IS '{signature_of(kind)}'"
                )
            rebuild(kind)


def untold(number):
    pass


def rebuild(kind, told=untold):
    """Makes the rows of all records anew, a few at a time: readers find the old ones until the new are there.

    Each batch locks its records, as a write to them does, so that both may go on at once. Returns how many there are.
    `told(number)` is called after each batch.
    """
    ids = list(kind.model._base_manager.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(ids), BATCH):
        batch = ids[first : first + BATCH]
        _refresh(kind, batch)
        told(len(batch))
    _refresh(kind, _without_record(kind))
    return len(ids)


def _refresh(kind, ids):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT search_refresh_{kind.key}(%s, true)", [ids])


def _without_record(kind):
    from core.models import SearchEntry

    entries = SearchEntry.objects.filter(kind=kind.key).exclude(object_id__in=kind.model._base_manager.values("pk"))
    return list(entries.order_by().values_list("object_id", flat=True).distinct())


def _installed():
    """{key: signature} of the kinds that the database keeps."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT substr(proname, 16), coalesce(obj_description(oid, 'pg_proc'), '') FROM pg_proc"
            " WHERE proname LIKE 'search\\_refresh\\_%' AND pronamespace = current_schema()::regnamespace"
        )
        return dict(cursor.fetchall())


def _remove(key):
    with transaction.atomic(), connection.cursor() as cursor:
        _drop_functions(cursor, key)
        cursor.execute("DELETE FROM core_searchentry WHERE kind = %s", [key])


def _replace_folding():
    """In one transaction: no writer meets a moment without the functions."""
    with transaction.atomic(), connection.cursor() as cursor:
        _drop(cursor, "^search_(?!refresh_|changed_)")
        cursor.execute(FUNCTIONS)


def _drop_functions(cursor, key):
    """With their triggers."""
    _drop(cursor, f"^search_(refresh_{key}|changed_{key}_[0-9]+)$")


def _drop(cursor, pattern):
    cursor.execute(
        "SELECT oid::regprocedure::text FROM pg_proc"
        " WHERE pronamespace = current_schema()::regnamespace AND proname ~ %s",
        [pattern],
    )
    for (signature,) in cursor.fetchall():
        cursor.execute(f"DROP FUNCTION {signature} CASCADE")


def _columns_are_there():
    """A migrate that stops half-way leaves the index as it is; the one that completes it makes the rest."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
        )
        there = set(cursor.fetchall())
    needed = {("core_searchentry", "vector")}
    for kind in kinds().values():
        needed |= {(source.table, column) for source in sources_of(kind).values() for column in source.columns}
    return needed <= there
