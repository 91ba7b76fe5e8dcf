"""The answers of the index: what was found, in order and on pages, counted by kind."""

import json
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db import connection

from core import languages
from core.models import SearchEntry
from core.search.kinds import kinds

PER_PAGE = 20
# Whoever has not found it on fifty pages needs other words.
MOST_PAGES = 50

# One statement, so that counts and rows tell of the same moment. Of a record that was found in several languages or
# parts the best entry stands for it.
PAGE = """
WITH hits AS MATERIALIZED ({hits}),
chosen AS (SELECT * FROM hits WHERE kind = ANY(%s) ORDER BY place DESC, is_own DESC, rank DESC, kind, object_id
           LIMIT %s OFFSET %s)
SELECT (SELECT coalesce(json_object_agg(kind, n), '{{}}') FROM (SELECT kind, count(*) AS n FROM hits GROUP BY kind) c),
       (SELECT coalesce(json_agg(id ORDER BY place DESC, is_own DESC, rank DESC, kind, object_id), '[]') FROM chosen)
"""


@dataclass
class Found:
    """`counts` {kind: number of records} of everything that was found, `entries` and `page` of the chosen kinds."""

    counts: dict
    entries: list
    page: object

    @property
    def total(self):
        return sum(self.counts.values())


def find(user, question, chosen=None, page=1):
    """What the user may see of what the Question asks; `chosen` are kinds, all by default."""
    if not question:
        return Found({}, [], None)
    keys = list(chosen or kinds())
    page = min(max(page, 1), MOST_PAGES)
    counts, ids = _hits(user, question, keys, page)
    number = min(sum(counts.get(key, 0) for key in keys), PER_PAGE * MOST_PAGES)
    # The pages count all of it; which of it stands on this page was found already.
    shown = Paginator(range(number), PER_PAGE).get_page(page)
    if shown.number != page:
        counts, ids = _hits(user, question, keys, shown.number)
    entries = SearchEntry.objects.defer("vector", "heading").in_bulk(ids)
    return Found(counts, [entries[pk] for pk in ids if pk in entries], shown)


def _hits(user, question, keys, page):
    entries = (
        SearchEntry.objects.asked(question)
        .visible_to(user, kinds().values())
        .ranked(question, languages.current().code)
        .order_by("kind", "object_id", "-place", "-is_own", "-rank", "pk")
        .distinct("kind", "object_id")
        .values("kind", "object_id", "id", "place", "is_own", "rank")
    )
    hits, params = entries.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(PAGE.format(hits=hits), [*params, keys, PER_PAGE, (page - 1) * PER_PAGE])
        counts, ids = cursor.fetchone()
    return _decoded(counts), _decoded(ids)


def _decoded(value):
    """Django's connections leave JSON as text for its own field."""
    return json.loads(value) if isinstance(value, str) else value


def ids_of(kind, text):
    """A subquery of the ids of one kind in which all words of the text stand, for the lists of the rooms."""
    from core.search.questions import ask

    return SearchEntry.objects.filter(kind=kind).asked(ask(text)).values("object_id")
