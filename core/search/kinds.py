"""What is searched. Each room declares its kinds of records in <room>/search.py and registers them when it is ready."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class In:
    """A text without language columns whose language stands in another field of the record, or first in a list there.

    In a language that is none of the six it is found with the default one.
    """

    path: str
    language: str


@dataclass(frozen=True)
class Labelled:
    """A code with the words that people write before it: {language: words}, "SDG" before 13."""

    path: str
    words: dict

    def __hash__(self):
        return hash(self.path)


def _visible_by_its_model(kind, user):
    return kind.model.objects.visible_to(user)


@dataclass(frozen=True)
class Kind:
    """Records of one model, and which of their texts are found.

    A text is a path of field names as in a queryset ("title", "participations__country__name"); one that leads to a
    record with rights of its own (another initiative, say) may not stand here, or the index would tell its words to
    people who may not see it. Neither may a text that only some readers of the record see.

    `visible(kind, user)` is the room's own `visible_to`. `title` is shown; `names` count as titles without being
    shown: short titles, acronyms, codes. What `sources` say is found but not quoted. `heading(record)` is shown where
    there is no title, `where(record)` is what the record belongs to.
    """

    key: str
    model: type
    label: str
    icon: str
    title: str = ""
    names: tuple = ()
    summary: tuple = ()
    body: tuple = ()
    sources: tuple = ()
    related: tuple = ()
    visible: Callable = _visible_by_its_model
    heading: Callable = str
    where: Callable = lambda record: None
    url: Callable = lambda record: record.get_absolute_url()

    def visible_to(self, user):
        return self.visible(self, user)

    def load(self, user, ids):
        """{id: record} of those that the user may see."""
        return self.visible_to(user).select_related(*self.related).in_bulk(ids)


_kinds = {}


def register(*declared):
    for kind in declared:
        _kinds[kind.key] = kind


def kind_of(model):
    return next(kind for kind in _kinds.values() if kind.model is model)


def kinds():
    """{key: Kind}, in the order in which the rooms stand."""
    return _kinds
