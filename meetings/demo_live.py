"""A demo meeting that runs: it began some minutes before the demonstration was loaded."""

from datetime import timedelta

from django.utils import timezone

from core.loading import read
from entities.models import Entity, User
from meetings import times
from meetings.loading import MeetingLoader
from meetings.models import InterventionKind, ItemTurn
from meetings.reference_data import DATA

OFFICER = "secretariat@unossc.example"
FIRST_ITEM = timedelta(minutes=14)  # of the ten that were planned
SINCE = timedelta(minutes=20)  # the second item runs


def load():
    for row in read(DATA / "demo-live.json"):
        loader = MeetingLoader(row | hours(row["timezone"]))
        if loader.load():
            call_items(loader.meeting, User.objects.get(email=OFFICER))
            link_questions(loader.meeting)


def hours(zone):
    """From half an hour ago, two hours long, within one day."""
    start = times.local(timezone.now() - FIRST_ITEM - SINCE, zone).replace(second=0, microsecond=0)
    end = min(start + timedelta(hours=2), start.replace(hour=23, minute=59))
    return {"date": start.date().isoformat(), "start": start.isoformat(), "end": end.isoformat()}


def call_items(meeting, officer):
    """The meeting may have begun late in the evening: the turns count from now, whatever its hours say."""
    first, second = meeting.items.order_by("number")[:2]
    now = timezone.now()
    ItemTurn.objects.create(
        meeting=meeting, item=first, called_by=officer, began_at=now - SINCE - FIRST_ITEM, ended_at=now - SINCE
    )
    ItemTurn.objects.create(meeting=meeting, item=second, called_by=officer, began_at=now - SINCE)


def link_questions(meeting):
    """The first question has the answer of FAO, the second waits for ILO."""
    answered, waiting = meeting.interventions.filter(kind=InterventionKind.QUESTION).order_by("pk")
    meeting.interventions.filter(kind=InterventionKind.ANSWER).update(answers=answered)
    waiting.addressed_to = Entity.objects.get(code="ILO")
    waiting.save(update_fields=["addressed_to"])
