"""The rows of the search index."""

from django.contrib.postgres.aggregates import BoolOr
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, When
from django.utils.translation import gettext_lazy as _

from core import languages


class _Asked(SearchQuery):
    """A query as search_query() made it: to_tsquery would take it apart again."""

    def __init__(self, text):
        super().__init__(text, search_type="raw")
        self.text = text

    def as_sql(self, compiler, connection, function=None, template=None):
        return "%s::tsquery", [self.text]


def _any_language(asked, words="vector"):
    """Each language is asked in its own word forms, and has an index of its own."""
    queries = {code: _Asked(query) for code, query in asked.items() if query}
    return Q(*(Q(("language", code), (words, query)) for code, query in queries.items()), _connector=Q.OR)


def _in_each_language(words):
    """One index for each language: who asks one language does not go through the hits of all."""
    return [
        GinIndex(fields=[words], name=languages.column(f"search_{words}", code), condition=Q(language=code))
        for code in languages.CODES
    ]


class SearchEntryQuerySet(models.QuerySet):
    def visible_to(self, user, kinds):
        """Entries of the records that the rooms' own `visible_to` lets the person see; asked of the records."""
        visible = Q()
        for kind in kinds:
            visible |= Q(Exists(kind.visible_to(user).filter(pk=OuterRef("object_id"))), kind=kind.key)
        return self.filter(visible) if kinds else self.none()

    def asked(self, question):
        """Entries with the words of the Question, each language by its own word forms."""
        return self.filter(_any_language(question.asked)) if question else self.none()

    def asked_or_begun(self, question):
        """The same, and those whose title or names have the words, the last of which is perhaps unfinished."""
        found = _any_language(question.asked) if question else Q()
        if question.beginning:
            found |= _any_language(dict.fromkeys(languages.CODES, question.beginning), "heading")
        return self.filter(found) if found else self.none()

    def titled(self, asked):
        """Entries whose title or names have what is asked; `asked` is {language: tsquery as text}."""
        return self.filter(_any_language(asked, "heading"))

    def having(self, asked):
        """Those of the words that stand in any of these entries; `asked` is {word: {language: tsquery as text}}."""
        conditions = {word: _any_language(queries) for word, queries in asked.items() if any(queries.values())}
        flags = {
            f"word_{number}": BoolOr(Case(When(condition, then=True), default=False))
            for number, condition in enumerate(conditions.values())
        }
        there = self.filter(Q(*conditions.values(), _connector=Q.OR)).aggregate(**flags)
        return {word for word, found in zip(conditions, there.values(), strict=True) if found}


class SearchEntry(models.Model):
    """The texts of one record in one language, as they are found. Only triggers of the database write the rows.

    `heading` holds the words of title and names, `vector` those of all texts, with their word forms; `folded` the lines
    of title and names without accents, marks and capitals. A long body has several parts, each with a row.
    """

    kind = models.CharField(_("kind"), max_length=20)
    object_id = models.BigIntegerField(_("record"))
    language = models.CharField(_("language"), max_length=10, choices=languages.choices)
    part = models.PositiveIntegerField(_("part"), default=0)
    title = models.TextField(_("title"))
    names = models.TextField(_("other names"))
    summary = models.TextField(_("summary"))
    body = models.TextField(_("text"))
    folded = models.TextField()
    heading = SearchVectorField()
    vector = SearchVectorField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "object_id", "language", "part"]
        indexes = [
            *_in_each_language("heading"),
            *_in_each_language("vector"),
            GinIndex(fields=["folded"], name="search_folded", opclasses=["gin_trgm_ops"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id", "language", "part"], name="search_entry_once"),
        ]
        verbose_name = _("entry of the search index")
        verbose_name_plural = _("entries of the search index")

    def __str__(self):
        return f"{self.kind} {self.object_id} {self.language} {self.part}"
