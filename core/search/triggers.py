"""The functions and triggers by which the database keeps the index: generated from the kinds.

Every statement that writes, whoever sends it, makes the rows of the records concerned anew before it ends, in its own
transaction. The records are locked first, so that two writers of parts of one record make its rows one after the other.
"""

import hashlib

from core.search.folding import FUNCTIONS
from core.search.texts import sources_of, texts_sql

# A long text is cut into parts that overlap: a search vector has an upper size.
PART, OVERLAP = 30_000, 200

REFRESH = """
CREATE FUNCTION search_refresh_{kind}(ids bigint[], anew boolean DEFAULT false) RETURNS void
-- One plan for all: planning this for each array of ids would take longer than running it.
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $refresh$
BEGIN
    PERFORM 1 FROM "{table}" r WHERE r."{pk}" = ANY(ids) ORDER BY r."{pk}" FOR NO KEY UPDATE;
    WITH texts AS MATERIALIZED (
        {texts}
    ), parts AS MATERIALIZED (
        SELECT t.object_id, t.language, part, t.title, t.names, t.summary,
               substr(t.body, part * {size} + 1, {size} + {overlap}) AS body
        FROM texts t, generate_series(0, greatest(length(t.body) - 1, 0) / {size}) AS part
    ), gone AS (
        DELETE FROM core_searchentry e WHERE e.kind = '{kind}' AND e.object_id = ANY(ids) AND NOT EXISTS (
            SELECT FROM parts p WHERE (p.object_id, p.language, p.part) = (e.object_id, e.language, e.part))
    )
    INSERT INTO core_searchentry AS e
        (kind, object_id, language, part, title, names, summary, body, folded, heading, vector)
    SELECT '{kind}', p.object_id, p.language, p.part, p.title, p.names, p.summary, p.body,
           search_lines(concat_ws(E'\\n', p.title, p.names)), v.heading,
           v.heading || setweight(search_vector(p.language, p.summary), 'B')
                     || setweight(search_vector(p.language, p.body), 'C')
    FROM parts p,
         LATERAL (SELECT setweight(search_vector(p.language, concat_ws(E'\\n', p.title, p.names)), 'A') AS heading) v
    WHERE anew OR NOT EXISTS (
        SELECT FROM core_searchentry o WHERE o.kind = '{kind}'
        AND (o.object_id, o.language, o.part) = (p.object_id, p.language, p.part)
        AND (o.title, o.names, o.summary, o.body) = (p.title, p.names, p.summary, p.body))
    ON CONFLICT (kind, object_id, language, part) DO UPDATE SET
        title = excluded.title, names = excluded.names, summary = excluded.summary, body = excluded.body,
        folded = excluded.folded, heading = excluded.heading, vector = excluded.vector;
END $refresh$;
"""
CHANGED = """
CREATE FUNCTION search_changed_{kind}_{number}() RETURNS trigger LANGUAGE plpgsql AS $changed$
DECLARE ids bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        WITH changed AS (SELECT {columns} FROM new_rows)
        SELECT array_agg(DISTINCT id) INTO ids FROM ({ways}) AS records (id);
    ELSIF TG_OP = 'DELETE' THEN
        WITH changed AS (SELECT {columns} FROM old_rows)
        SELECT array_agg(DISTINCT id) INTO ids FROM ({ways}) AS records (id);
    ELSIF TG_OP = 'UPDATE' THEN
        WITH changed AS ((SELECT {columns} FROM new_rows EXCEPT SELECT {columns} FROM old_rows)
                         UNION (SELECT {columns} FROM old_rows EXCEPT SELECT {columns} FROM new_rows))
        SELECT array_agg(DISTINCT id) INTO ids FROM ({ways}) AS records (id);
    ELSE
        SELECT array_agg(DISTINCT object_id) INTO ids FROM core_searchentry WHERE kind = '{kind}';
    END IF;
    IF ids IS NULL THEN
        RETURN NULL;
    ELSIF to_regclass('pg_temp.search_due') IS NULL THEN
        PERFORM search_refresh_{kind}(ids);
    ELSE
        -- Many statements of one import: see core/search/bulk.py.
        INSERT INTO pg_temp.search_due SELECT '{kind}', unnest(ids) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $changed$;
"""
TRIGGERS = "".join(
    f"""
CREATE TRIGGER search_{{kind}}_{event.lower()} AFTER {event} ON "{{table}}" {rows}
    FOR EACH STATEMENT EXECUTE FUNCTION search_changed_{{kind}}_{{number}}();"""
    for event, rows in {
        "INSERT": "REFERENCING NEW TABLE AS new_rows",
        "UPDATE": "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
        "DELETE": "REFERENCING OLD TABLE AS old_rows",
        "TRUNCATE": "",
    }.items()
)


def sql_of(kind):
    """All that the database needs in order to keep the rows of one kind."""
    sql = _refresh(kind)
    for number, (table, source) in enumerate(sorted(sources_of(kind).items())):
        columns = ", ".join(f'"{column}"' for column in sorted(source.columns))
        ways = " UNION ALL ".join(source.ways)
        sql += CHANGED.format(kind=kind.key, number=number, columns=columns, ways=ways)
        sql += TRIGGERS.format(kind=kind.key, number=number, table=table)
    return sql


def signature_of(kind):
    """Another declaration, and other functions of folding, make another one."""
    return hashlib.sha256((FUNCTIONS + sql_of(kind)).encode()).hexdigest()


def _refresh(kind):
    meta = kind.model._meta
    return REFRESH.format(
        kind=kind.key, table=meta.db_table, pk=meta.pk.column, texts=texts_sql(kind), size=PART, overlap=OVERLAP
    )
