"""Attendance on the day: who is expected, and marking who is there."""

from dataclasses import dataclass
from hashlib import blake2b

from django.utils.translation import gettext as _

from core.access import can_edit
from core.locks import wait_for_turn
from entities.models import Entity
from entities.roles import is_secretariat, represented_ids
from meetings.answering import focal_people_of
from meetings.models import Answer, Attendance, MeetingState, Mode, Presence
from meetings.models.invitations import entities_invited
from meetings.models.names import name_key

# The words of a button are short.
MARKS = (
    (Presence.ROOM, Mode.ROOM.label),
    (Presence.ONLINE, Mode.ONLINE.label),
    (Presence.APOLOGIES, Presence.APOLOGIES.label),
    (Presence.ABSENT, Presence.ABSENT.label),
)


@dataclass
class Row:
    """A line of the list, or somebody who is expected and whose line is written with the first mark.

    `typed` is what the person chose and somebody else overtook.
    """

    line: Attendance
    hint: str = ""
    typed: str | None = None

    @property
    def key(self):
        """Names the row in the form: the same before and after its line is written."""
        line = self.line
        who = f"account {line.person_id}" if line.person_id else f"name {name_key(line.person_name)}"
        return blake2b(f"{line.entity_id} {line.organization} {who}".encode(), digest_size=6).hexdigest()

    @property
    def presence(self):
        return self.line.presence

    @property
    def chosen(self):
        return self.line.presence if self.typed is None else self.typed

    @property
    def choices(self):
        """Sources say of some that they were present, and not how: that is kept as long as it is marked."""
        stated = [(Presence.PRESENT, Presence.PRESENT.label)] if self.presence == Presence.PRESENT else []
        return [*stated, *MARKS]


def may_mark(meeting, user):
    """The secretariat until the record is adopted; the people of an entity while the meeting is open."""
    if is_secretariat(user):
        return can_edit(meeting, user)
    return meeting.state == MeetingState.IN_PROGRESS and bool(represented_ids(user))


def rows_of(meeting, user):
    """[Row] that the person may mark: written lines, replacements that were announced, focal points and alternates,
    and each entity invited of which nobody is known."""
    lines = Attendance.objects.editable_by(user).filter(meeting=meeting).select_related("entity", "person")
    rows = [Row(line, answer_in_words(line)) for line in lines]
    entities = entities_invited(meeting) if is_secretariat(user) else Entity.objects.represented_by(user)
    rows += replacements(meeting, rows)
    rows += people_expected(meeting, entities, rows)
    known = {row.line.entity_id for row in rows}
    rows += [unnamed(meeting, entity) for entity in entities.order_by("code") if entity.pk not in known]
    return sorted(rows, key=place)


def place(row):
    """By entity, guests last; within an entity those who answered come first."""
    line = row.line
    code = line.entity.code if line.entity_id else line.organization
    return (line.is_guest, code, not (line.answer or line.presence), not row.hint, name_key(line.person_name))


def answer_in_words(line):
    if line.answer == Answer.REPLACED:
        return _("Replaced by {name}").format(name=line.replaced_by)
    words = [line.get_answer_display(), line.get_mode_display()]
    return " · ".join(str(word) for word in words if word)


def replacements(meeting, rows):
    names = {(row.line.entity_id, name_key(row.line.person_name)) for row in rows}
    for row in rows:
        line = row.line
        if line.answer == Answer.REPLACED and (line.entity_id, name_key(line.replaced_by)) not in names:
            new = Attendance(meeting=meeting, entity=line.entity, person_name=line.replaced_by)
            yield Row(new, _("Replaces {name}").format(name=line.person_name))


def people_expected(meeting, entities, rows):
    """Focal points and alternates without a line; who stands there by name already is not expected twice."""
    known = {(row.line.entity_id, row.line.person_id) for row in rows if row.line.person_id}
    names = {(row.line.entity_id, name_key(row.line.person_name)) for row in rows}
    for appointment in focal_people_of(entities, meeting.date).select_related("entity", "user"):
        of, user = appointment.entity_id, appointment.user
        if (of, user.pk) in known or (of, name_key(str(user))) in names:
            continue
        known.add((of, user.pk))
        line = Attendance(meeting=meeting, entity=appointment.entity, person=user, person_name=str(user))
        yield Row(line, str(appointment.get_role_display()))


def unnamed(meeting, entity):
    return Row(Attendance(meeting=meeting, entity=entity))


def mark(rows, changes):
    """`changes` is {key: (presence, presence that the page showed)}; to be called in a transaction, with the rows as
    they are now. Writes what only this person changed. Returns the rows that somebody else marked meanwhile, and how
    many are not in the list any more."""
    by_key = {row.key: row for row in rows}
    wanted = {key: change for key, change in changes.items() if change[0] != change[1]}
    overtaken = []
    for key in wanted.keys() & by_key.keys():
        row, (presence, shown) = by_key[key], wanted[key]
        if row.presence == presence:
            continue
        if row.presence != shown:
            row.typed = presence
            overtaken.append(row)
        else:
            row.line.presence = presence
            row.line.save()
    return overtaken, len(wanted.keys() - by_key.keys())


def take_turn(meeting):
    """Two note takers who mark at once come one after the other."""
    wait_for_turn(f"attendance:{meeting.pk}")
