"""“Did you mean”: words of titles and names that the reader may see, near to a typed word that nothing has."""

from collections import Counter
from difflib import SequenceMatcher

from django.db import connection, transaction

from core import languages
from core.models import SearchEntry
from core.search.kinds import kinds
from core.search.questions import HAN_RUN, ask
from core.search.words import fold, words

# Trigrams choose among many titles; the letters in their order decide. The titles most alike are asked first: of a word
# that stands in thousands of them a few are enough.
STEPS = ((0.6, 100), (0.45, 300), (0.3, 1000))
NEARLY = 0.74
SHORTEST = 3
CANDIDATES = 300
MOST_WORDS = 6


def did_you_mean(user, question):
    """The text with its unknown words replaced, if something is found then; "" otherwise."""
    if near := _nearest_han(user, question):
        return near
    unknown = _unknown(user, question)
    if not unknown:
        return ""
    text = question.text
    for word in unknown:
        nearest = _nearest_of_titles(user, word)
        if not nearest:
            return ""
        text = text.replace(word, nearest.lower() if word.islower() else nearest)
    return text if SearchEntry.objects.visible_to(user, kinds().values()).asked(ask(text)).exists() else ""


def _nearest_han(user, question):
    """Of a question that is one Chinese term: the term of a title that differs from it by one character.

    Where the words of a title end nobody knows, so all its runs of about that length are compared. Of shorter terms one
    wrong character leaves too little.
    """
    typed = question.text
    if not HAN_RUN.fullmatch(typed) or not 3 <= len(typed) <= 6:
        return ""
    pairs = " | ".join(f"'{typed[at : at + 2]}'" for at in range(len(typed) - 1))
    entries = SearchEntry.objects.visible_to(user, kinds().values()).titled({"zh-hans": pairs}).order_by("pk")
    near = Counter(
        run[at : at + length]
        for title, names in entries.values_list("title", "names")[:CANDIDATES]
        for run in HAN_RUN.findall(f"{title}\n{names}")
        for length in (len(typed), len(typed) + 1, len(typed) - 1)
        for at in range(len(run) - length + 1)
        if _is_one_apart(typed, run[at : at + length])
    )
    # Borders that agree speak for a whole term; then the one that more titles have.
    return max(near, key=lambda term: (term[0] == typed[0], term[-1] == typed[-1], near[term]), default="")


def _is_one_apart(typed, term):
    if len(typed) == len(term):
        return sum(one != other for one, other in zip(typed, term, strict=True)) == 1
    short, long = sorted((typed, term), key=len)
    return len(short) > 2 and any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))


def _unknown(user, question):
    """Typed words that stand in no text that the user may see."""
    unknown = [word for word in question.words if word not in question.known]
    typed = [word for word in unknown if len(fold(word)) >= SHORTEST and words(word)][:MOST_WORDS]
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


def _nearest_of_titles(user, word):
    typed = fold(word)
    if swapped := _swapped(user, typed):
        return swapped
    for likeness, most in STEPS:
        if nearest := _nearest(typed, _words_of_titles(user, typed, likeness, most)):
            return nearest
    return ""


def _swapped(user, typed):
    """The word of a title that has two neighbours the other way round: of a short word few trigrams are left then."""
    turned = {typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :] for at in range(len(typed) - 1)} - {typed}
    if not typed.isalpha() or not turned:
        return ""
    asked = dict.fromkeys(languages.CODES, " | ".join(f"'{word}'" for word in sorted(turned)))
    entries = SearchEntry.objects.visible_to(user, kinds().values()).titled(asked)
    known = _known(entries.order_by().values_list("language", "title", "names")[:CANDIDATES])
    return next((known[word] for word in known if word in turned), "")


def _words_of_titles(user, typed, likeness, most):
    """{folded: word as it is written} of titles with something like the word, the reader's language first."""
    entries = SearchEntry.objects.visible_to(user, kinds().values()).filter(folded__trigram_word_similar=typed)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(likeness)])
        return _known(entries.order_by().values_list("language", "title", "names")[:most])


def _known(rows):
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
