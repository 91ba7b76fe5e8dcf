"""Demo records: one adopted with a correction, one that waits for the entities now."""

from datetime import UTC, datetime, time, timedelta

from core.loading import read
from core.models import Notification
from entities.models import Entity, User
from meetings import demo_people, times
from meetings.clearing import circulate, close
from meetings.compiling import compile_record
from meetings.loading import MeetingLoader
from meetings.models import (
    Clearance,
    Meeting,
    MeetingState,
    Outcome,
    Proposal,
    ProposalState,
    RecordRevision,
)
from meetings.record_snapshot import snapshot_of
from meetings.reference_data import DATA

DAYS_LEFT = 7
ADOPTED = {
    "slug": "demo-2026-09",
    "circulated_at": datetime(2026, 9, 30, 14, tzinfo=UTC),
    "deadline_on": datetime(2026, 10, 14).date(),
    "entity": "FAO",
    "before": "travel excluded",
    "after": "days of travel excluded",
}


def load(officer):
    add_adopted_record(Meeting.objects.get(slug=ADOPTED["slug"]), officer)
    add_circulated_record(officer)


def add_adopted_record(meeting, officer):
    """Circulated and adopted on the days that the demo data states, with one accepted wording."""
    if hasattr(meeting, "record"):
        return
    record = compile_record(meeting)
    revision = RecordRevision.objects.create(
        record=record,
        number=0,
        snapshot=snapshot_of(meeting),
        circulated_at=ADOPTED["circulated_at"],
        circulated_by=officer,
        deadline_on=ADOPTED["deadline_on"],
    )
    for entity in Entity.objects.filter(attendance__meeting=meeting).distinct():
        Clearance.objects.create(revision=revision, entity=entity)
    correct(meeting.interventions.get(entity__code=ADOPTED["entity"]), revision)
    close(revision, Outcome.ADOPTED, revision.deadline)


def correct(intervention, revision):
    before = intervention.text_en
    intervention.text_en = before.replace(ADOPTED["before"], ADOPTED["after"])
    intervention.save()
    Proposal.objects.create(
        revision=revision,
        entity=intervention.entity,
        intervention=intervention,
        language="en",
        before=before,
        after=intervention.text_en,
        state=ProposalState.ACCEPTED,
        proposed_at=revision.circulated_at + timedelta(days=2),
        proposed_by=speaker_of(intervention.entity) or revision.circulated_by,
        settled_at=revision.circulated_at + timedelta(days=3),
    )


def add_circulated_record(officer):
    """The deadline lies ahead on the day on which the demo is loaded; one entity proposes, one has confirmed."""
    loader = MeetingLoader(read(DATA / "demo-record.json"))
    meeting = loader.load()
    if meeting is None:
        return
    demo_people.invite([meeting], officer)
    record = compile_record(meeting)
    record.deadline_on = times.today_in() + timedelta(days=DAYS_LEFT)
    record.deadline_clock = time(17)
    record.save()
    circulate(meeting, officer, "")
    Notification.objects.filter(kind="record").update(due_at=None)  # on the site, without a mail
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.CLEARANCE)
    revision = record.open_revision()
    confirm(revision, loader.entities["UNDP"])
    propose(revision, meeting.interventions.get(entity__code="FAO"))


def confirm(revision, entity):
    person = speaker_of(entity)
    if person:
        revision.clearances.filter(entity=entity).update(confirmed_at=revision.circulated_at, confirmed_by=person)


def propose(revision, intervention):
    person = speaker_of(intervention.entity)
    if person:
        Proposal.objects.create(
            revision=revision,
            entity=intervention.entity,
            intervention=intervention,
            language="fr",
            before=intervention.text_fr,
            after=intervention.text_fr.replace("pour qui il a été conçu", "pour qui, et avec qui, il a été conçu"),
            proposed_by=person,
        )


def speaker_of(entity):
    return User.objects.filter(appointments__entity=entity).order_by("pk").first()
