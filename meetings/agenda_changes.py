"""What is different on an agenda since it was circulated, as far as one reader may read both."""

from bisect import bisect_left
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core import languages
from meetings.models import AgendaItem, CirculatedAgenda


@dataclass
class Mark:
    """What changed in one item. Without `before` the item is new; else that is the item as it was circulated."""

    before: AgendaItem | None = None
    is_moved: bool = False
    is_renamed: bool = False
    is_retimed: bool = False

    @property
    def is_new(self):
        return self.before is None


@dataclass
class Changes:
    """`marks`: {primary key of an item: Mark} of the items that changed; `removed`: items as they were circulated."""

    edition: CirculatedAgenda
    marks: dict = field(default_factory=dict)
    removed: list = field(default_factory=list)

    def __bool__(self):
        return bool(self.marks or self.removed)


def changes_for(meeting, readable, *, reads_all):
    """Since the last edition, or None where the agenda was never circulated.

    `readable` are the items of today that the reader may see, in their order. An item that is or was for members says
    nothing to others: neither that it came, nor went, nor what it was called, nor that it moved the rest.
    """
    edition = CirculatedAgenda.objects.filter(meeting=meeting).last()
    if edition is None:
        return None
    before = [item for item in edition.items if reads_all or not item.is_members_only]
    if not reads_all:
        hidden_now = set(meeting.items.filter(is_members_only=True).values_list("pk", flat=True))
        before = [item for item in before if item.pk not in hidden_now]
    return compare(edition, before, readable)


def missing_to_circulate(meeting):
    items = list(meeting.items.all())
    if not items:
        return [_("The agenda has no item.")]
    changes = changes_for(meeting, items, reads_all=True)
    return [_("Nothing on it has changed since it was circulated.")] if changes is not None and not changes else []


def compare(edition, before, now):
    old = {item.pk: item for item in before}
    new = {item.pk for item in now}
    stays = settled([item.pk for item in before if item.pk in new], [item.pk for item in now if item.pk in old])
    marks = {item.pk: mark_of(old.get(item.pk), item, stays) for item in now}
    changed = {pk: mark for pk, mark in marks.items() if mark}
    return Changes(edition, changed, [item for item in before if item.pk not in new])


def mark_of(before, item, stays):
    if before is None:
        return Mark()
    mark = Mark(
        before,
        is_moved=item.pk not in stays,
        is_renamed=original_title(before, item) != original_title(item, item),
        is_retimed=before.minutes != item.minutes,
    )
    return mark if mark.is_moved or mark.is_renamed or mark.is_retimed else None


def original_title(item, now):
    """A translation that comes later does not change what an item is called."""
    return getattr(item, languages.column("title", now.original_language)) or ""


def settled(before, now):
    """Keys that kept their order: the longest run that stands in both lists in the same order. The others moved.

    An item that only got another number because one before it came or went has not moved.
    """
    places = {key: place for place, key in enumerate(before)}
    ends, tails, previous = [], [], {}
    for key in now:
        at = bisect_left(ends, places[key])
        previous[key] = tails[at - 1] if at else None
        ends[at : at + 1] = [places[key]]
        tails[at : at + 1] = [key]
    kept, key = set(), tails[-1] if tails else None
    while key is not None:
        kept.add(key)
        key = previous[key]
    return kept
