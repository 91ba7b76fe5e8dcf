"""The order of an agenda: headings and items in one list. Numbers are written here, under a lock on the meeting.

What others write in an item is never touched: an order changes numbers alone.
"""

from django.db import transaction

from core import order
from core.access import ensure
from core.order import OrderChanged
from meetings.models import AgendaItem, AgendaSection, Meeting
from meetings.models.agenda import HIGHEST_NUMBER


class AgendaFull(Exception):
    """No number is left for another item."""


def key_of(line):
    """How a form names a line: s3 for a heading, i7 for an item."""
    return f"{'s' if isinstance(line, AgendaSection) else 'i'}{line.pk}"


def place_of(line):
    """To sort by. A heading stands before the item of its number."""
    if isinstance(line, AgendaSection):
        return (line.first_number, 0, line.position, line.pk)
    return (line.number, 1, 0, line.pk)


def lines_of(meeting):
    """Headings and items as they follow each other."""
    return sorted([*meeting.sections.all(), *meeting.items.all()], key=place_of)


def token_of(lines):
    """A word for this order, for a hidden field."""
    return order.token_of(key_of(line) for line in lines)


def lock(meeting):
    """Two people who change one agenda at once come one after the other, and who comes after the circulation of the
    record is refused."""
    held = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    ensure(not held.is_being_cleared)


def number(lines):
    """Gives the lines the numbers that their order says, and returns those that changed."""
    next_number, changed = 1, []
    for position, line in enumerate(lines):
        if isinstance(line, AgendaSection):
            wanted = {"first_number": next_number, "position": position}
        else:
            wanted, next_number = {"number": next_number}, next_number + 1
        if any(getattr(line, name) != value for name, value in wanted.items()):
            line.__dict__.update(wanted)
            changed.append(line)
    return changed


def write(lines):
    """To be called under the lock."""
    changed = number(lines)
    items = [line for line in changed if isinstance(line, AgendaItem)]
    sections = [line for line in changed if isinstance(line, AgendaSection)]
    AgendaItem.objects.bulk_update(items, ["number"])
    AgendaSection.objects.bulk_update(sections, ["first_number", "position"])


@transaction.atomic
def move(meeting, key, to, seen):
    """Puts a line at a place, counted from 0 without it, and returns the place that it had. Raises OrderChanged."""
    lock(meeting)
    lines = lines_of(meeting)
    line = next((line for line in lines if key_of(line) == key), None)
    if line is None or token_of(lines) != seen:
        raise OrderChanged
    place = lines.index(line)
    lines.insert(to, lines.pop(place))
    write(lines)
    return place


@transaction.atomic
def add(meeting, line):
    """A new item or heading, at the end."""
    lock(meeting)
    lines = lines_of(meeting)
    items = [known for known in lines if isinstance(known, AgendaItem)]
    number = items[-1].number + 1 if items else 1
    if isinstance(line, AgendaItem):
        if number > HIGHEST_NUMBER:
            raise AgendaFull
        line.number = number
    else:
        line.first_number, line.position = number, len(lines)
    line.meeting = meeting
    line.save()
    return line


@transaction.atomic
def remove(meeting, line):
    """The numbers after it move up. What stands under an item is asked before (AgendaItem.is_referred_to)."""
    lock(meeting)
    lines = [known for known in lines_of(meeting) if key_of(known) != key_of(line)]
    line.delete()
    write(lines)
