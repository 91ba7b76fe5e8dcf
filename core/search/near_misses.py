"""“Did you mean”: words of titles and names that the reader may see, near to a typed word that nothing has."""

from difflib import SequenceMatcher

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import Greatest

from core import languages
from core.models import SearchEntry
from core.search.finding import find
from core.search.kinds import kinds
from core.search.questions import ask
from core.search.words import fold, words

# Trigrams choose among many titles; the letters in their order decide.
ROUGHLY, NEARLY = 0.3, 0.74
SHORTEST = 3
CANDIDATES = 1000
MOST_WORDS = 6


def did_you_mean(user, question):
    """The text with its unknown words replaced, if something is found then; "" otherwise."""
    unknown = _unknown(user, question)
    if not unknown:
        return ""
    known = _words_of_titles(user, unknown)
    text = question.text
    for word in unknown:
        nearest = _nearest(fold(word), known)
        if not nearest:
            return ""
        text = text.replace(word, nearest.lower() if word.islower() else nearest)
    return text if find(user, ask(text)).total else ""


def _unknown(user, question):
    """Typed words that stand in no text that the user may see."""
    typed = [word for word in question.words if len(fold(word)) >= SHORTEST and words(word)][:MOST_WORDS]
    if not typed:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, code, search_query(code, ARRAY[word], '{}', '{}', false)::text"
            " FROM unnest(%s::text[]) AS word, unnest(%s::text[]) AS code",
            [typed, list(languages.CODES)],
        )
        asked = {}
        for word, code, query in cursor.fetchall():
            asked.setdefault(word, {})[code] = query
    return [word for word in typed if word not in SearchEntry.objects.visible_to(user, kinds().values()).having(asked)]


def _words_of_titles(user, unknown):
    """{folded: word as it is written} of titles with something like the unknown words, the reader's language first."""
    similar = Q()
    for word in unknown:
        similar |= Q(folded__trigram_word_similar=fold(word))
    near = [TrigramWordSimilarity(fold(word), "folded") for word in unknown]
    entries = SearchEntry.objects.visible_to(user, kinds().values()).filter(similar)
    nearest = entries.order_by((Greatest(*near) if len(near) > 1 else near[0]).desc(), "pk")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(ROUGHLY)])
        rows = list(nearest.values_list("language", "title", "names")[:CANDIDATES])
    own = languages.current().code
    known = {}
    for _language, *texts in sorted(rows, key=lambda row: row[0] != own):
        for text in texts:
            for word in words(text):
                known.setdefault(word.folded, text[word.start : word.end])
    return known


def _nearest(typed, known):
    def likeness(folded):
        return SequenceMatcher(None, typed, folded).ratio()

    best = max((folded for folded in known if abs(len(folded) - len(typed)) < 3), key=likeness, default="")
    return known[best] if best and best != typed and likeness(best) >= NEARLY else ""
