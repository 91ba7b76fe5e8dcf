"""Makers of records: the deadline of a circulated one lies a week ahead."""

from datetime import timedelta

from meetings import times
from meetings.compiling import compile_record
from meetings.models import Intervention, Meeting, Proposal, Record
from meetings.workflow import MEETING
from tests.factory import in_six_languages
from tests.meetings.factory import make_attendance, make_decision, make_intervention, make_item, make_meeting

DAYS = 7


def make_held_meeting(make, *entities, **fields):
    """Closed, with an item on which each of the entities spoke, one decision and an item for members."""
    meeting = make_meeting(make, state="record_preparation", **({"is_public": True} | fields))
    item = make_item(make, meeting, **in_six_languages("summary", "They spoke of counting."))
    make_item(make, meeting, title="Closed matter", is_members_only=True)
    for entity in entities:
        make_attendance(make, meeting, entity, person_name=f"Speaker of {entity}")
        make_intervention(make, meeting, entity, item=item, text=f"{entity} counts in days")
    make_decision(make, meeting, item=item, text="Days are counted")
    return meeting


def ready_to_circulate(meeting, days=DAYS):
    record = Record.objects.filter(meeting=meeting).first() or compile_record(meeting)
    record.deadline_on, record.deadline_zone = times.today_in() + timedelta(days=days), times.SECRETARIAT_ZONE
    record.save()
    return record


def circulate(meeting, officer, days=DAYS):
    """The revision that entities are asked to clear."""
    record = ready_to_circulate(meeting, days)
    MEETING.perform(Meeting.objects.get(pk=meeting.pk), "circulate", by=officer)
    return record.open_revision()


def propose(revision, entity, person, after="counts in hours", language="en"):
    intervention = Intervention.objects.get(meeting=revision.record.meeting, entity=entity)
    return Proposal.objects.create(
        revision=revision,
        entity=entity,
        intervention=intervention,
        language=language,
        before=getattr(intervention, f"text_{language}"),
        after=after,
        proposed_by=person,
    )
