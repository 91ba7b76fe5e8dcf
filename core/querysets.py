"""Querysets that see all language columns of a record, not only the active language."""

from django.db import models
from django.db.models import Count, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from core import languages


def localized(field, prefix=""):
    """SQL for the text that a reader of the active language sees: own language, English, French, any other.

    `prefix` crosses a relation: localized("name", "lead__").
    """
    order = languages.reading_order(languages.current().code)
    return Coalesce(
        *[NullIf(F(prefix + languages.column(field, code)), Value("")) for code in order],
        Value(""),
        output_field=models.TextField(),
    )


def count_of(rows, path, counted="pk"):
    """How many of `rows` belong to each record, which their field `path` names.

    A subquery, not a join: two joined counts would multiply each other.
    """
    counts = rows.filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Coalesce(Subquery(counts.annotate(n=Count(counted, distinct=True)).values("n")), 0)


class TranslatedQuerySet(models.QuerySet):
    def order_by_translated(self, *fields):
        """Order by what the reader sees; a leading minus reverses. Ties are broken by primary key."""
        ordering = []
        for field in fields:
            name = field.removeprefix("-")
            prefix, _, leaf = name.rpartition("__")
            expression = localized(leaf, f"{prefix}__" if prefix else "")
            ordering.append(expression.desc() if field.startswith("-") else expression.asc())
        return self.order_by(*ordering, "pk")

    def found(self, text):
        """Records in which all words of the text stand, by the index of the portal; all of them without a text."""
        if not text.strip():
            return self
        from core.search.finding import ids_of
        from core.search.kinds import kind_of

        return self.filter(pk__in=ids_of(kind_of(self.model).key, text))
