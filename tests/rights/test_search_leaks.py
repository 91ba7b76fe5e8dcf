"""The search tells nobody what is not for them: not as a result, snippet, number, suggestion or near miss."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from core import languages
from core.search.finding import find
from core.search.near_misses import did_you_mean
from core.search.questions import ask
from portal.search_results import look, suggest
from tests.access.table import ROLES

# What is not indexed at all, because not everybody who sees its record may read it: people, addresses, reasons, talk,
# contributions, notes, evidence, headings of an agenda, why a proposal was declined, what is said about the record
# of a meeting, and working copies, which would show a record twice.
NOT_INDEXED = (
    "zzcontact", "zzlink", "zzjoin", "zzattended", "zzpresenter", "zzprogress", "zzcontribution", "zzwhy",
    "zzonce", "zzreportreason", "zzowncomment", "zzofficecomment", "zzcopy", "zzsentcopy",
    "zzheading", "zzcirculated", "zznotnow",
    "zzobjected", "zzremark", "zzworded",
)  # fmt: skip
NOT_INDEXED_ENDINGS = ("event", "evidence", "file")


def is_indexed(word):
    return word != "zzname" and not word.startswith(NOT_INDEXED) and not word.endswith(NOT_INDEXED_ENDINGS)


@pytest.fixture
def reader(people):
    def of(role):
        return people[role] or AnonymousUser()

    return of


@pytest.mark.parametrize("role", ROLES)
def test_word_that_is_not_for_a_person_finds_nothing(reader, secrets, role):
    user = reader(role)

    kept = secrets.kept_from(role)
    found = {word for word in kept if find(user, ask(f'"{word}"')).total}
    offered = {word for word in kept if word in secrets.found_in(str(suggest(user, word)))}

    assert kept
    assert (found, offered) == (set(), set())


@pytest.mark.parametrize("role", ROLES)
def test_what_is_for_a_person_is_found(reader, secrets, role):
    user = reader(role)

    missed = {word for word in secrets.meant_for(role) if is_indexed(word) and not find(user, ask(f'"{word}"')).total}

    assert missed == set()


@pytest.mark.parametrize("role", ROLES)
def test_what_is_not_indexed_is_found_by_nobody(reader, secrets, role):
    user = reader(role)
    # English takes "zznamed" for a form of this one.
    words = {word for word in secrets.readers if not is_indexed(word)} - {"zzname"}

    assert {word for word in words if find(user, ask(f'"{word}"')).total} == set()


@pytest.mark.parametrize("role", ROLES)
def test_titles_and_snippets_show_only_what_is_for_the_person(reader, secrets, role):
    user = reader(role)

    for code in languages.CODES:
        with translation.override(code):
            first = look(user, "quinoa", "", 1)
            pages = [first, *(look(user, "quinoa", "", page) for page in first.found.page.paginator.page_range[1:])]
        rows = [row for page in pages for row in page.rows]

        read = secrets.found_in(" ".join(f"{row.title} {row.snippet} {row.where} {row.url}" for row in rows))
        assert read & secrets.kept_from(role) == set()
        # The numbers are of what is shown, and of nothing else.
        assert len(rows) == first.found.total == sum(first.found.counts.values())


@pytest.mark.parametrize("role", ["visitor", "stranger", "other"])
def test_near_miss_names_only_what_is_for_the_person(reader, secrets, role):
    user = reader(role)
    titles = {word for word in secrets.kept_from(role) if is_indexed(word)}

    named = " ".join(did_you_mean(user, ask(word[:-2] + word[-1])) for word in sorted(titles))

    assert titles
    assert secrets.found_in(named) & secrets.kept_from(role) == set()


def test_near_miss_would_name_it_to_those_who_may_read_it(reader, secrets):
    assert did_you_mean(reader("focal_point"), ask("zzretuned")) == "zzreturned"
    assert did_you_mean(reader("visitor"), ask("zzretuned")) == ""
