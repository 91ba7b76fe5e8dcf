"""What the demo shows of an agenda that is being prepared: sections, a change since it went out, proposals in several
states and an answer in the follow-up."""

from core.loading import read, texts
from entities.models import Entity, User
from meetings.follow_up import earlier_meetings
from meetings.models import ActionPoint, AgendaProposal, AgendaSection, CirculatedAgenda, Meeting, ProgressNote, Series
from meetings.reference_data import DATA


def load(officer):
    """Once: a meeting that has sections already stays as people have made it."""
    row = read(DATA / "demo-agenda.json")
    meeting = Meeting.objects.get(slug=row["meeting"])
    if meeting.sections.exists():
        return
    for position, section in enumerate(row["sections"]):
        AgendaSection.objects.create(
            meeting=meeting, first_number=section["before"], position=position, **texts(title=section["title"])
        )
    circulate(meeting, row["circulated_minutes"], officer)
    for proposal in row["proposals"]:
        propose(meeting, proposal)
    answer(meeting, row["answer"])


def circulate(meeting, minutes, officer):
    """With other minutes than now, so that the change shows."""
    now = {item.number: item.minutes for item in meeting.items.all()}
    for number, length in minutes.items():
        meeting.items.filter(number=number).update(minutes=length)
    CirculatedAgenda.objects.keep(meeting, officer)
    for number in minutes:
        meeting.items.filter(number=number).update(minutes=now[int(number)])


def propose(meeting, row):
    is_for_later = row["state"] == "later"
    series = meeting.series or Series.objects.filter(is_demo=True).order_by("pk").first()
    if is_for_later and series is None:
        return
    entity = Entity.objects.get(code=row["entity"])
    AgendaProposal.objects.create(
        meeting=meeting,
        series=series if is_for_later else None,
        entity=entity,
        proposed_by=User.objects.filter(appointments__entity=entity).order_by("pk").first(),
        state=row["state"],
        kind=row["kind"],
        minutes=row["minutes"],
        declined_because=row.get("declined_because", ""),
        **texts(title=row["title"], reason=row["reason"]),
    )


def answer(meeting, row):
    owner = Entity.objects.get(code=row["owner"])
    points = ActionPoint.objects.filter(meeting__in=earlier_meetings(meeting)).owned_by([owner.pk]).owed()
    for point in points[:1]:
        ProgressNote.objects.create(
            action_point=point,
            meeting=meeting,
            entity=owner,
            author=User.objects.filter(appointments__entity=owner).order_by("pk").first(),
            **texts(text=row["text"]),
        )
