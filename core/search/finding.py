"""The answers of the index: what was found, in order and on pages, counted by kind."""

import json
from dataclasses import dataclass, field

from django.core.exceptions import EmptyResultSet
from django.core.paginator import Paginator
from django.db import connection

from core import languages
from core.models import SearchEntry
from core.search.kinds import kinds
from core.search.questions import ask

PER_PAGE = 20
# Whoever has not found it on fifty pages needs other words.
MOST_PAGES = 50
MOST_SUGGESTIONS = 8
# Of so many is asked first whether the user may see them.
BEST_BEGUN = 200

# One statement, so that counts and rows tell of the same moment. Each language is asked in its own word forms. `told`
# says how many of the words are there, where not all of them must be; `place` is 3 for the whole title, 2 in the title,
# 1 in the summary, 0 in the text. Of a record that was found in several languages or parts the best entry stands.
# All are counted, but not all are ranked: when more records than the pages can hold were found in the reader's own
# language, only these, and whole titles in the others, can be among them.
PAGE = """
WITH matched AS MATERIALIZED (
    SELECT id, kind, object_id, is_own, is_whole, count(*) AS told
    FROM ({asked}) AS found GROUP BY id, kind, object_id, is_own, is_whole
),
records AS MATERIALIZED (
    SELECT kind, object_id, bool_or(is_own) AS has_own FROM matched GROUP BY kind, object_id
),
seen AS MATERIALIZED ({visible}),
candidates AS MATERIALIZED (
    SELECT m.* FROM matched m JOIN seen USING (kind, object_id) WHERE m.kind = ANY(%s) AND (m.is_own OR m.is_whole
        OR (SELECT count(*) FROM seen WHERE kind = ANY(%s) AND has_own) < %s)
),
ranked AS MATERIALIZED (
    SELECT c.*, CASE WHEN c.is_whole THEN 3 WHEN e.heading @@ a.query THEN 2
                     WHEN ts_filter(e.vector, '{{a,b}}') @@ a.query THEN 1 ELSE 0 END AS place,
           ts_rank('{{0, 0.1, 0.4, 1}}', e.vector, a.query) AS rank
    FROM candidates c JOIN core_searchentry e USING (id)
    JOIN (VALUES {queries}) AS a (language, query) ON a.language = e.language
),
hits AS (
    SELECT DISTINCT ON (kind, object_id) * FROM ranked
    ORDER BY kind, object_id, told DESC, place DESC, is_own DESC, rank DESC, id
),
page AS (
    SELECT id, row_number() OVER (ORDER BY told DESC, place DESC, is_own DESC, rank DESC, kind, object_id) AS number
    FROM hits ORDER BY number LIMIT %s OFFSET %s
)
SELECT (SELECT coalesce(json_object_agg(kind, n), '{{}}')
        FROM (SELECT kind, count(*) AS n FROM seen GROUP BY kind) AS counted)::text,
       ARRAY(SELECT id FROM page ORDER BY number)
"""

BEGUN = """
WITH matched AS MATERIALIZED (
    SELECT e.id, e.kind, e.object_id, e.language = %s AS is_own, strpos(e.folded, %s) > 0 AS is_beginning,
           length(e.title) AS length
    FROM ({asked}) e WHERE e.part = 0 ORDER BY is_own DESC, is_beginning DESC, length, id LIMIT %s
),
hits AS (
    SELECT DISTINCT ON (kind, object_id) * FROM ({visible}) AS visible
    ORDER BY kind, object_id, is_own DESC, is_beginning DESC, length, id
)
SELECT id FROM hits ORDER BY is_own DESC, is_beginning DESC, length, kind, object_id LIMIT %s
"""


@dataclass
class Found:
    """`counts` {kind: number of records} of everything that was found, `entries` and `page` of the chosen kinds."""

    counts: dict = field(default_factory=dict)
    entries: list = field(default_factory=list)
    page: object = None

    @property
    def total(self):
        return sum(self.counts.values())


def find(user, question, chosen="", page=1):
    """What the user may see of what the Question asks; `chosen` is the key of a kind."""
    if not question:
        return Found()
    keys = [chosen] if chosen else list(kinds())
    page = min(max(page, 1), MOST_PAGES)
    counts, ids = _hits(user, question, keys, page)
    number = min(sum(counts.get(key, 0) for key in keys), PER_PAGE * MOST_PAGES)
    # The pages count all of it; which of it stands on this page was found already.
    shown = Paginator(range(number), PER_PAGE).get_page(page)
    if shown.number != page:
        counts, ids = _hits(user, question, keys, shown.number)
    return Found(counts, _entries(ids), shown)


def begun(user, text):
    """Entries whose title or names have what was typed so far, for type-ahead: the best of the reader's language, or of
    all, where the user may not see enough of these."""
    question = ask(text)
    if not question.beginning:
        return []
    ids = _begun(user, question, [languages.current().code], BEST_BEGUN)
    return _entries(ids if len(ids) == MOST_SUGGESTIONS else _begun(user, question, languages.CODES, None))


def _begun(user, question, codes, most):
    visible, params = visible_sql(user, "matched")
    asked, queries = _asked_sql({code: question.begun[code] for code in codes}, "heading")
    with connection.cursor() as cursor:
        cursor.execute(
            BEGUN.format(visible=visible, asked=asked),
            [languages.current().code, f"\n{question.folded}", *queries, most, *params, MOST_SUGGESTIONS],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _entries(ids):
    entries = SearchEntry.objects.defer("vector", "heading").in_bulk(ids)
    return [entries[pk] for pk in ids if pk in entries]


def _hits(user, question, keys, page):
    """({kind: number of records}, ids of the entries of the page)"""
    visible, params = visible_sql(user, "records")
    asked, queries = _asked_in(question)
    pairs = ", ".join(["(%s, %s::tsquery)"] * len(question.asked))
    sql = PAGE.format(asked=asked, visible=visible, queries=pairs)
    params = [*queries, *params, keys, keys, PER_PAGE * MOST_PAGES]
    params += [part for pair in question.asked.items() for part in pair]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, PER_PAGE, (page - 1) * PER_PAGE])
        counts, ids = cursor.fetchone()
    return json.loads(counts), ids


def _asked_in(question):
    """SQL of what has any of the questions, as often as it has one, and its parameters."""
    own, titles = languages.current().code, [f"%\n{line}\n%" for line in question.lines]
    parts, params = [], []
    for code, queries in question.some.items():
        for query in queries:
            parts.append(
                f"SELECT id, kind, object_id, {code == own} AS is_own, folded LIKE ANY(%s) AS is_whole"
                f" FROM core_searchentry WHERE language = '{code}' AND vector @@ %s::tsquery"
            )
            params += [titles, query]
    return " UNION ALL ".join(parts), params


def _asked_sql(asked, words):
    """SQL of the entries, and its parameters: each language by its own index."""
    entries = f"SELECT * FROM core_searchentry WHERE language = '{{}}' AND {words} @@ %s::tsquery"
    return " UNION ALL ".join(entries.format(code) for code in asked), list(asked.values())


def visible_sql(user, rows):
    """SQL that leaves those of the rows (kind, object_id) whose record the user may see, and its parameters.

    Each kind is asked by its own visible_to, in a semi-join of its own, which the database plans by the number of hits.
    """
    parts, params = [], []
    for kind in kinds().values():
        try:
            subquery, own = kind.visible_to(user).order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            continue
        parts.append(f"SELECT * FROM {rows} WHERE kind = '{kind.key}' AND object_id IN ({subquery})")
        params += own
    return " UNION ALL ".join(parts), params


def ids_of(kind, text):
    """A subquery of the ids of one kind, for the lists of the rooms: all words of the text stand in a record, or its
    title or code begins like this."""
    return SearchEntry.objects.filter(kind=kind).asked_or_begun(ask(text)).values("object_id")
