"""The rows of the search index."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVectorField
from django.db import models
from django.db.models import Case, Exists, F, Func, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from core import languages

# Of a word in the text, in the summary and in the title. (The first is for a weight that is not used.)
WEIGHTS = [0.0, 0.1, 0.4, 1.0]


def _tsquery(text):
    return SearchQuery(text, config="simple", search_type="raw")


class SearchEntryQuerySet(models.QuerySet):
    def visible_to(self, user, kinds):
        """Entries of the records that the rooms' own `visible_to` lets the person see; asked of the records."""
        visible = Q()
        for kind in kinds:
            visible |= Q(Exists(kind.visible_to(user).filter(pk=OuterRef("object_id"))), kind=kind.key)
        return self.filter(visible) if kinds else self.none()

    def asked(self, question):
        """Entries with the words of the Question, each language by its own word forms."""
        found = Q()
        for code, query in question.asked.items():
            found |= Q(language=code, vector=_tsquery(query))
        return self.filter(found) if question else self.none()

    def ranked(self, question, language):
        """Adds `place` (3 the whole title, 2 in the title, 1 in the summary, 0 in the text), `rank` and `is_own`."""
        asked = [(code, _tsquery(query)) for code, query in question.asked.items()]
        summary = Func(F("vector"), Value("{a,b}"), function="ts_filter", output_field=SearchVectorField())
        return self.alias(upper=summary).annotate(
            is_own=Case(When(language=language, then=1), default=0),
            place=Case(
                When(folded__contains=f"\n{question.folded}\n", then=3),
                *[When(language=code, heading=query, then=2) for code, query in asked],
                *[When(language=code, upper=query, then=1) for code, query in asked],
                default=0,
            ),
            rank=Case(
                *[When(language=code, then=SearchRank(F("vector"), query, weights=WEIGHTS)) for code, query in asked],
                default=0.0,
            ),
        )


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
            GinIndex(fields=["heading"], name="search_heading"),
            GinIndex(fields=["vector"], name="search_vector"),
            GinIndex(fields=["folded"], name="search_folded", opclasses=["gin_trgm_ops"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id", "language", "part"], name="search_entry_once"),
        ]
        verbose_name = _("entry of the search index")
        verbose_name_plural = _("entries of the search index")

    def __str__(self):
        return f"{self.kind} {self.object_id} {self.language} {self.part}"
