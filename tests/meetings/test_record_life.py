"""Any order of what can happen to a circulated record. Whatever comes, three things hold: an adopted record has no open
objection, what was circulated does not change, and the list of corrections is what was accepted."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from core.workflow import AlreadyMoved
from meetings.clearance_workflow import OBJECTION, PROPOSAL
from meetings.clearing import hold_open
from meetings.due_records import look_after_records
from meetings.models import Intervention, Meeting, Objection, RecordRevision
from meetings.record import record_for
from meetings.workflow import MEETING
from tests.meetings.record_factory import circulate, make_held_meeting, propose


class LifeOfARecord(RuleBasedStateMachine):
    cast = None  # make, ilo, officer, focal point

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.clock = time_machine.travel("2026-11-02 09:00+00:00", tick=False)
        self.now = self.clock.start()
        make, self.ilo, self.officer, self.focal_point = self.cast
        self.meeting = make_held_meeting(make, self.ilo)
        self.seen = {}  # number of a revision: its text when it was circulated
        self.accepted = []
        self.wordings = 0

    def teardown(self):
        self.clock.stop()
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    @property
    def state(self):
        return Meeting.objects.get(pk=self.meeting.pk).state

    @property
    def revision(self):
        return RecordRevision.objects.open().filter(record__meeting=self.meeting).first()

    def takes_answers(self):
        return self.revision is not None and self.revision.takes_answers

    @precondition(lambda self: self.state == "record_preparation")
    @rule()
    def circulate(self):
        revision = circulate(self.meeting, self.officer)
        self.seen[revision.number], self.accepted = revision.snapshot, []

    @precondition(lambda self: self.takes_answers() and not self.revision.proposals.unsettled())
    @rule()
    def propose(self):
        self.wordings += 1
        propose(self.revision, self.ilo, self.focal_point, f"Wording {self.wordings}")

    @precondition(lambda self: self.revision and self.revision.proposals.unsettled())
    @rule()
    def accept(self):
        proposal = PROPOSAL.perform(self.revision.proposals.unsettled().get(), "accept", by=self.officer)
        self.accepted.append((proposal.before, proposal.after))
        assert Intervention.objects.get(meeting=self.meeting).text_en == proposal.after

    @precondition(lambda self: self.revision and self.revision.proposals.filter(state="open"))
    @rule()
    def discuss(self):
        PROPOSAL.perform(
            self.revision.proposals.get(state="open"), "discuss", by=self.officer, reason="Days were meant."
        )

    @precondition(lambda self: self.takes_answers() and not self.revision.objections.unsettled())
    @rule()
    def object(self):
        Objection.objects.create(revision=self.revision, entity=self.ilo, made_by=self.focal_point, reason="Not so.")

    @precondition(lambda self: self.revision and self.revision.objections.unsettled())
    @rule()
    def withdraw(self):
        OBJECTION.perform(self.revision.objections.unsettled().get(), "withdraw", by=self.focal_point)

    @precondition(lambda self: self.state == "clearance")
    @rule()
    def take_back(self):
        MEETING.perform(self.meeting, "take_back", by=self.officer, reason="Something is missing.")

    @rule()
    def days_pass(self):
        self.now.shift(timedelta(days=4))

    @rule()
    def worker_looks(self):
        look_after_records()

    @invariant()
    def what_was_circulated_does_not_change(self):
        stored = RecordRevision.objects.filter(record__meeting=self.meeting).values_list("number", "snapshot")
        assert dict(stored) == self.seen

    @invariant()
    def adopted_means_that_nothing_was_open(self):
        if self.state == "adopted":
            adopted = RecordRevision.objects.get(record__meeting=self.meeting, outcome="adopted")
            assert adopted.closed_at >= adopted.deadline
            assert not adopted.objections.unsettled().exists()
            assert not adopted.proposals.unsettled().exists()

    @invariant()
    def corrections_are_what_was_accepted(self):
        meeting = Meeting.objects.get(pk=self.meeting.pk)
        if meeting.state in ("clearance", "adopted"):
            printed = record_for(meeting, self.officer)
            assert [(correction.before, correction.after) for correction in printed.corrections] == self.accepted
            if meeting.state == "adopted":
                said = Intervention.objects.get(meeting=meeting).text_en
                assert str(printed.items[0].interventions[0].text) == said


def test_life_of_a_record(make, ilo, secretariat, focal_point):
    LifeOfARecord.cast = (make, ilo, secretariat, focal_point)

    run_state_machine_as_test(LifeOfARecord, settings=settings(max_examples=8, stateful_step_count=14, deadline=None))


def test_what_is_written_about_a_record_that_was_just_taken_back_is_refused_in_words(make, ilo, secretariat):
    revision = circulate(make_held_meeting(make, ilo), secretariat)
    MEETING.perform(revision.record.meeting, "take_back", by=secretariat, reason="A slip.")

    with pytest.raises(AlreadyMoved, match="The clearance of this record is over"):
        hold_open(revision)
