"""The filter column of a list: each value with its number of results, and the chips of what is chosen.

For lists of moderate length: it asks one query per facet. The catalogue of initiatives holds its counts itself.
"""

from collections import Counter
from dataclasses import dataclass

from core.querysets import TranslatedQuerySet


@dataclass(frozen=True)
class Facet:
    """`options` are dicts of value, label, count and selected, in the order in which they are shown."""

    name: str
    label: str
    options: list
    searchable: bool = False
    open: bool = True


@dataclass(frozen=True)
class Chip:
    """One choice that is made: its kind and its value in words, and as they stand in the address."""

    kind: str
    label: str
    name: str
    value: str


def facets_of(filterset, columns, searchable=()):
    """`columns` is {filter: column that holds its values}. A count is what the value gives beside the other filters."""
    return [_facet(filterset, name, column, name in searchable) for name, column in columns.items()]


def _facet(filterset, name, column, searchable):
    counts = _counts(filterset, name, column)
    chosen = filterset.data.getlist(name) if filterset.data else []
    options = [
        {"value": str(value), "label": label, "count": counts[str(value)], "selected": str(value) in chosen}
        for value, label in _choices(filterset.form.fields[name])
        if counts[str(value)] or str(value) in chosen
    ]
    return Facet(name, filterset.filters[name].label, options, searchable)


def _choices(field):
    """[(value, label)] without a query per label."""
    queryset = getattr(field, "queryset", None)
    if isinstance(queryset, TranslatedQuerySet):
        return [(getattr(record, field.to_field_name), str(record)) for record in queryset]
    return [choice for choice in field.choices if choice[0]]


def _counts(filterset, name, column):
    data = filterset.data.copy() if filterset.data else {}
    data.pop(name, None)
    others = type(filterset)(data, queryset=filterset.queryset, request=filterset.request).qs
    # With the key, so that a record counts once for each of its values.
    values = others.order_by().values_list("pk", column).distinct()
    return Counter(str(one) for _pk, value in values for one in _each(value))


def _each(value):
    """The values of an array column, or the one value of any other."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def chips_of(filterset, names):
    """What is chosen: the search text, then the values of the named filters."""
    if not filterset.form.is_valid():
        return []
    cleaned = filterset.form.cleaned_data
    chips = [Chip(filterset.filters["q"].label, cleaned["q"], "q", cleaned["q"])] if cleaned["q"] else []
    for name in names:
        labels = {str(value): label for value, label in _choices(filterset.form.fields[name])} if cleaned[name] else {}
        chips += [
            Chip(filterset.filters[name].label, labels[value], name, value) for value in filterset.data.getlist(name)
        ]
    return chips
