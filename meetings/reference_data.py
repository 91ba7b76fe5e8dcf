"""Loads the meeting of 30 July 2024 exactly as the note of the ILO states it: without hours, place or decisions."""

from pathlib import Path

from core.loading import read
from meetings.loading import MeetingLoader

DATA = Path(__file__).parent / "data"


def load():
    MeetingLoader(read(DATA / "meeting-2024-07-30.json")).load()
