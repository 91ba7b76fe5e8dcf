"""The record of a meeting as one person may read it, in the structures of printed_record.py.

    printed = record_for(meeting, user)

Before it is circulated the record is read from the meeting itself, afterwards from the snapshot of a revision; both
are the same plain data (meetings/record_snapshot.py), and here is the one place that leaves out what the reader may
not see. Texts are chosen for the active language; one in another language says so.

Paragraphs are numbered over the whole record, those that the reader does not see too: everybody quotes the same number.
"""

from datetime import date, time
from itertools import count

from django.utils.translation import gettext as _

from core import dates, languages
from core.frozen import Passage, passage
from entities.roles import is_member, is_secretariat
from meetings import times
from meetings.models import (
    AgendaItem,
    Corrigendum,
    InterventionKind,
    MeetingFormat,
    MeetingKind,
    MeetingState,
    Outcome,
    Presence,
    Record,
    RecordRevision,
)
from meetings.printed_record import (
    AttendanceLine,
    Correction,
    NamedEntity,
    PrintedActionPoint,
    PrintedCorrigendum,
    PrintedDecision,
    PrintedIntervention,
    PrintedItem,
    PrintedRecord,
)
from meetings.record_snapshot import snapshot_of

# Before that there is none.
WITH_RECORD = (MeetingState.RECORD_PREPARATION, MeetingState.CLEARANCE, MeetingState.ADOPTED)


def revision_shown(meeting, user):
    """What is read where no revision is named: the adopted one, the one that is circulated, for the secretariat the
    draft (None), for members the last that was circulated."""
    record = getattr(meeting, "record", None)
    if record is None or (meeting.state == MeetingState.RECORD_PREPARATION and may_read_draft(meeting, user)):
        return None
    revisions = RecordRevision.objects.visible_to(user).filter(record=record).select_related("record__meeting")
    return revisions.order_by("-number").first()


def may_read_draft(meeting, user):
    return Record.objects.editable_by(user).filter(meeting=meeting).exists()


def is_read_from_rows(meeting, user):
    """There is a record for the person even where no revision is: an adopted one, or what the secretariat prepares."""
    return meeting.state == MeetingState.ADOPTED or (is_secretariat(user) and meeting.state in WITH_RECORD)


def record_for(meeting, user, revision=None):
    """The PrintedRecord of a meeting that the user sees, or None where there is none for this user.

    `revision` is a RecordRevision that the user may see (`RecordRevision.objects.visible_to`); without it the one that
    holds. A meeting that was adopted without a circulated record is read from its own rows.
    """
    revision = revision or revision_shown(meeting, user)
    if revision is not None:
        return Reader(meeting, revision.snapshot, user, revision).printed()
    if is_read_from_rows(meeting, user):
        return Reader(meeting, snapshot_of(meeting), user).printed()
    return None


class Reader:
    """Reads a snapshot for one person."""

    def __init__(self, meeting, snapshot, user, revision=None):
        self.meeting, self.snapshot, self.user, self.revision = meeting, snapshot, user, revision
        self.is_member = is_member(user)
        self.numbers = paragraph_numbers(snapshot)
        self.accepted = list(revision.proposals.accepted()) if revision else []
        self.closed_items = self._closed_items()

    def printed(self):
        items = [self.item(row) for row in self.snapshot["items"]]
        rest = self.rest()
        return PrintedRecord(
            meeting=self.meeting,
            heading=passage(self.snapshot["meeting"]["title"]),
            facts=self.facts(),
            attendance=self.attendance(),
            opening=self.paragraph("opening", self.snapshot["opening"]),
            items=items if rest.is_empty else [*items, rest],
            closing=self.paragraph("closing", self.snapshot["closing"]),
            revision=self.revision,
            corrections=self.corrections(),
            corrigenda=self.corrigenda(),
        )

    def _closed_items(self):
        """Keys of the items for members: they stay closed where they were, and where they are so now."""
        then = {row["id"] for row in self.snapshot["items"] if row["is_members_only"]}
        now = AgendaItem.objects.filter(meeting=self.meeting, is_members_only=True)
        return then | set(now.values_list("pk", flat=True))

    def is_hidden(self, item):
        return not self.is_member and item in self.closed_items

    def entity(self, key):
        known = self.snapshot["entities"].get(str(key))
        return known and NamedEntity(key, passage(known["acronym"]), passage(known["name"]))

    def facts(self):
        facts = self.snapshot["meeting"]
        organizer = self.entity(facts["organizer"])
        place = passage(facts["place"])
        found = [
            (_("Symbol"), facts["symbol"]),
            (_("Kind"), label_of(MeetingKind, facts["kind"])),
            (_("Date"), dates.day(date.fromisoformat(facts["date"]), weekday=True)),
            (_("Hours"), hours_in_words(facts)),
            (_("Place"), place.text),
            (_("Form"), label_of(MeetingFormat, facts["format"])),
            (_("Organizer"), organizer and organizer.name.text),
        ]
        return [(label, value) for label, value in found if value]

    def attendance(self):
        """In the order of the list, guests at its end."""
        by_group = {}
        for row in self.snapshot["attendance"]:
            by_group.setdefault((row["entity"], row["organization"]), []).append(row)
        lines = [self.attendance_line(*group, rows) for group, rows in by_group.items()]
        return [line for line in lines if self.is_member or (line.entity and line.was_present)]

    def attendance_line(self, key, organization, rows):
        people = [person(row) for row in rows if row["person"]] if self.is_member else []
        was_present = any(row["was_present"] for row in rows)
        return AttendanceLine(self.entity(key), organization, was_present, people)

    def paragraph(self, place, text):
        return (self.numbers[place], passage(text)) if text else (None, None)

    def item(self, row):
        if self.is_hidden(row["id"]):
            return PrintedItem(row["number"], passage(None), is_members_only=True, is_hidden=True)
        number, body = self.paragraph(("item", row["id"]), row["body"])
        title, is_closed = passage(row["title"]), row["id"] in self.closed_items
        content = self.content_of(row["id"])
        return PrintedItem(row["number"], title, is_closed, paragraph=number, body=body, **content)

    def rest(self):
        """What was said and decided under no item."""
        return PrintedItem(None, passage(None), **self.content_of(None))

    def content_of(self, item):
        decisions = [row for row in self.snapshot["decisions"] if row["item"] == item]
        points = [row for row in self.snapshot["action_points"] if row["item"] == item and self.is_member]
        return {
            "interventions": [self.said(row) for row in self.snapshot["interventions"] if row["item"] == item],
            "decisions": [PrintedDecision(row["number"], passage(row["text"])) for row in decisions],
            "action_points": [self.point(row) for row in points],
        }

    def said(self, row):
        return PrintedIntervention(
            id=row["id"],
            paragraph=self.numbers[("intervention", row["id"])],
            entity=self.entity(row["entity"]),
            speaker=row["speaker"],
            function=passage(row["function"]),
            unit=row["unit"],
            kind=label_of(InterventionKind, row["kind"]),
            is_summary=row["is_summary"],
            text=passage(self.corrected(row)),
        )

    def corrected(self, row):
        """What was circulated stays as it was; what is adopted has the accepted wordings in it."""
        if self.revision is None or self.revision.outcome != Outcome.ADOPTED:
            return row["text"]
        frozen = row["text"] or {"original": languages.DEFAULT}
        texts, working = dict(frozen.get("texts", {})), frozen.get("working", ())
        for proposal in sorted(self.accepted, key=lambda proposal: proposal.settled_at):
            if proposal.intervention_id == row["id"]:
                texts[proposal.language] = proposal.after
                working = proposal.working_after(working, frozen["original"], texts)
        return {**frozen, "texts": texts, "working": working}

    def point(self, row):
        owners = [self.entity(key) for key in row["owners"]]
        due = row["due"] and date.fromisoformat(row["due"])
        return PrintedActionPoint(row["number"], passage(row["text"]), owners, due or None)

    def corrections(self):
        """Of the accepted wordings, those to items that the reader sees."""
        items = {row["id"]: row["number"] for row in self.snapshot["items"]}
        said_under = {row["id"]: row["item"] for row in self.snapshot["interventions"]}
        return [
            Correction(
                self.entity(proposal.entity_id),
                items.get(said_under[proposal.intervention_id]),
                self.numbers[("intervention", proposal.intervention_id)],
                languages.BY_CODE[proposal.language],
                proposal.before,
                proposal.after,
            )
            for proposal in self.accepted
            if proposal.intervention_id in said_under and not self.is_hidden(said_under[proposal.intervention_id])
        ]

    def corrigenda(self):
        if self.meeting.state != MeetingState.ADOPTED or (self.revision and self.revision.outcome != Outcome.ADOPTED):
            return []
        visible = Corrigendum.objects.visible_to(self.user).filter(record__meeting=self.meeting)
        return [
            PrintedCorrigendum(
                row.number,
                row.item and row.item.number,
                Passage(*languages.shown(row, "text")),
                row.reason,
                row.published_at,
            )
            for row in visible.select_related("item")
        ]


def paragraph_numbers(snapshot):
    """{"opening", ("item", key), ("intervention", key) or "closing": number}, the same for all readers."""
    places = ["opening"] if snapshot["opening"] else []
    for item in [*snapshot["items"], {"id": None, "body": None}]:
        places += [("item", item["id"])] if item["body"] else []
        places += [("intervention", row["id"]) for row in snapshot["interventions"] if row["item"] == item["id"]]
    places += ["closing"] if snapshot["closing"] else []
    return dict(zip(places, count(1), strict=False))


def label_of(choices, value):
    """A value that a later version of the portal does not know any more is shown as it is."""
    return str(dict(choices.choices).get(value, value or ""))


def hours_in_words(facts):
    if not facts["start"]:
        return ""
    start, end = time.fromisoformat(facts["start"]), time.fromisoformat(facts["end"])
    return _("{hours} ({city})").format(hours=dates.clocks(start, end), city=times.city(facts["zone"]))


def person(row):
    return row["person"], row["unit"], label_of(Presence, row["presence"])
