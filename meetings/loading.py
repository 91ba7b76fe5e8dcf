"""Makes a meeting and all that belongs to it from one record of meetings/data."""

from datetime import date, datetime, time

from django.utils import timezone

from core.loading import texts
from core.models import Goal, Process
from entities.models import Entity
from initiatives.models import Initiative
from meetings.models import AgendaItem, Attendance, Decision, Intervention, Meeting, Presence

ATTENDED = {"room": Presence.ROOM, "online": Presence.ONLINE, None: Presence.PRESENT}


def language(code):
    return (code or "en").replace("_", "-")


def clock(moment):
    return datetime.fromisoformat(moment).time() if moment else None


def at_noon(day):
    """A moment on a day of which only the date is known."""
    return timezone.make_aware(datetime.combine(date.fromisoformat(day), time(12)))


class MeetingLoader:
    """Created once: a meeting that stands in the database already stays as people have made it."""

    def __init__(self, row):
        self.row = row
        self.entities = {entity.code: entity for entity in Entity.objects.all()}
        self.items = {}
        self.decisions = {}

    def load(self):
        if Meeting.objects.filter(slug=self.row["slug"]).exists():
            return None
        self.meeting = self.make_meeting()
        for row in self.row["items"]:
            self.items[row["number"]] = self.make_item(row)
        for row in self.row["attendance"]:
            self.make_attendance(row)
        for row in self.row["interventions"]:
            self.make_intervention(row)
        for row in self.row["decisions"]:
            self.decisions[row["number"]] = Decision.objects.create(
                meeting=self.meeting, item=self.items.get(row["item"]), **texts(text=row["text"])
            )
        return self.meeting

    def make_meeting(self):
        row, source = self.row, self.row["source"] or {}
        adopted_on = (row["record"] or {}).get("adopted_on")
        return Meeting.objects.create(
            slug=row["slug"],
            symbol=row["symbol"] or "",
            kind=row["kind"],
            state=row["state"],
            date=date.fromisoformat(row["date"]),
            start_time=clock(row["start"]),
            end_time=clock(row["end"]),
            time_zone=row["timezone"] or "",
            format=row["format"] or "",
            interpretation=[language(code) for code in row["languages"]],
            is_public=row["is_public"],
            organizer=self.entities.get(row["organizer"]),
            source_title=source.get("title", ""),
            source_url=source.get("url", ""),
            is_demo=row["is_demo"],
            adopted_on=adopted_on and date.fromisoformat(adopted_on),
            **texts(title=row["title"], purpose=row["purpose"], place=row["place"], note=row["note"]),
        )

    def make_item(self, row):
        item = AgendaItem.objects.create(
            meeting=self.meeting,
            number=row["number"],
            kind=row["kind"],
            minutes=row["minutes"],
            has_discussion=row["followed_by_discussion"],
            is_for_decision=row.get("for_decision", False),
            **texts(title=row["title"], summary=row["summary"]),
        )
        if row["entity"] or row["presenter"]:
            item.presenters.create(entity=self.entities.get(row["entity"]), person_name=row["presenter"] or "")
        return item

    def make_attendance(self, row):
        presence = ATTENDED[row["mode"]] if row["status"] == "attended" else row["status"]
        Attendance.objects.create(
            meeting=self.meeting,
            entity=self.entities[row["entity"]],
            person_name=row["person"] or "",
            unit=row["unit"] or "",
            presence=presence,
        )

    def make_intervention(self, row):
        links = row["links"]
        speaker = self.functions().get((row["entity"], row["speaker"]))
        intervention = Intervention.objects.create(
            meeting=self.meeting,
            item=self.items.get(row["item"]),
            entity=self.entities[row["entity"]],
            unit=row["unit"] or "",
            speaker_name=row["speaker"] or "",
            kind=row["kind"],
            original_language=language(row["language"]),
            is_summary=row["is_summary"],
            is_draft=row.get("is_draft", False),
            is_published_by_entity=row.get("is_published_by_entity", False),
            **texts(text=row["text"], note=row["item_note"], speaker_title=speaker),
        )
        intervention.initiatives.set(Initiative.objects.filter(code__in=links["initiatives"], replaces=None))
        intervention.processes.set(Process.objects.filter(code__in=links["processes"]))
        intervention.goals.set(Goal.objects.filter(number__in=links["goals"]))

    def functions(self):
        """{(entity, name): function in six languages} of the people who attended."""
        return {(row["entity"], row["person"]): row["role"] for row in self.row["attendance"] if row["person"]}
