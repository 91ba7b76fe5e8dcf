"""Demo meetings: one announced, one that runs, one whose record is written, one whose decisions are followed up."""

from datetime import date

from core.loading import read, texts
from entities.models import User
from meetings import (
    demo_agenda,
    demo_answer_evidence,
    demo_live,
    demo_outcomes,
    demo_papers,
    demo_people,
    demo_planning,
    demo_records,
)
from meetings.loading import MeetingLoader, at_noon
from meetings.models import ActionPoint, ProgressNote
from meetings.reference_data import DATA

OFFICER = "secretariat@unossc.example"
WITH_PAPER = "demo-2027-02"


def load():
    for row in read(DATA / "demo-meeting.json"):
        loader = MeetingLoader(row)
        if loader.load():
            for point in row["action_points"]:
                make_action_point(loader, point)
            if row["slug"] == WITH_PAPER:
                demo_papers.add_agenda(loader.meeting, User.objects.get(email=OFFICER))
                demo_papers.add_note(loader.meeting, loader.entities["ILO"])
    demo_live.load()
    demo_planning.load()
    demo_agenda.load(User.objects.get(email=OFFICER))
    demo_outcomes.load(User.objects.get(email=OFFICER))
    demo_answer_evidence.load()
    demo_people.load(User.objects.get(email=OFFICER))
    demo_records.load(User.objects.get(email=OFFICER))


def make_action_point(loader, row):
    owner = loader.entities[row["owner"]]
    reporter = User.objects.filter(appointments__entity=owner).order_by("pk").first()
    officer = User.objects.get(email=OFFICER)
    point = ActionPoint.objects.create(
        meeting=loader.meeting,
        item=loader.items.get(row["item"]),
        decision=loader.decisions.get(row["decision"]),
        due=date.fromisoformat(row["due"]),
        state=row["state"],
        reported_by=reporter if row["reported_on"] else None,
        reported_at=at_noon(row["reported_on"]) if row["reported_on"] else None,
        verified_by=officer if row["verified_on"] else None,
        verified_at=at_noon(row["verified_on"]) if row["verified_on"] else None,
        **texts(text=row["text"]),
    )
    point.owners.set([owner])
    for note in row["progress"]:
        ProgressNote.objects.create(
            action_point=point,
            entity=loader.entities[note["entity"]],
            author=reporter,
            written_on=date.fromisoformat(note["on"]),
            **texts(text=note["text"]),
        )
