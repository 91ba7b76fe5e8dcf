"""Whatever the secretariat does with meetings, in whatever order: none is lost, and calendars can follow each."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from core.workflow import TransitionRefused
from meetings.models import Meeting, MeetingState
from meetings.moving import move
from meetings.planning import FromMeeting, NextOfSeries
from meetings.views.planning import free_slug
from meetings.workflow import MEETING
from tests.meetings.factory import make_meeting_with_hours, make_series

pytestmark = pytest.mark.usefixtures("db")
START = date(2030, 1, 10)
DAYS = st.integers(0, 20).map(lambda number: START + timedelta(days=number))


class Planning(RuleBasedStateMachine):
    """`way` keeps for each meeting the days that it was announced for, in order."""

    meetings = Bundle("meetings")
    make = officer = None

    @initialize(target=meetings)
    def begin(self):
        # The database is that of one test: what an earlier example left behind is not of this one.
        self.known = list(Meeting.objects.values_list("pk", flat=True))
        self.series = make_series(self.make, frequency="weekly", first_date=START)
        self.way, self.sequence, self.planned = {}, {}, 0
        return self.keep(make_meeting_with_hours(self.make, date=START, slug=free_slug(START)))

    def keep(self, meeting):
        self.way[meeting.pk], self.sequence[meeting.pk] = [meeting.date], 0
        return meeting.pk

    def new(self, start, day):
        meeting = Meeting(date=day, state=MeetingState.SCHEDULED, title_en="Meeting", slug=free_slug(day))
        refusal = start.prepare(meeting)
        if refusal:
            return None
        meeting.save()
        start.add_agenda(meeting)
        return meeting

    @rule(target=meetings, pk=meetings, day=DAYS)
    def copy(self, pk, day):
        return self.keep(self.new(FromMeeting(Meeting.objects.get(pk=pk)), day))

    @rule(target=meetings)
    def plan_next(self):
        day = START + timedelta(weeks=self.planned)
        self.planned += 1
        assert self.series.is_free(day)
        meeting = self.new(NextOfSeries(self.series, day), day)
        assert self.new(NextOfSeries(self.series, day), day) is None, "a date is planned once"
        return self.keep(meeting)

    @rule(pk=meetings, day=DAYS)
    def move(self, pk, day):
        meeting = Meeting.objects.get(pk=pk)
        meeting.date, before = day, meeting.date
        try:
            move(meeting, self.officer, "Another day suits more people.")
        except PermissionDenied:
            assert Meeting.objects.get(pk=pk).state == MeetingState.CANCELLED
            return
        self.way[pk].append(day)
        self.sequence[pk] += day != before

    @rule(pk=meetings)
    def cancel(self, pk):
        try:
            MEETING.perform(Meeting.objects.get(pk=pk), "cancel", by=self.officer, reason="Too few answers.")
        except TransitionRefused:
            return
        self.sequence[pk] += 1

    @invariant()
    def no_meeting_is_lost_and_each_has_its_address(self):
        if hasattr(self, "known"):
            own = Meeting.objects.exclude(pk__in=self.known)
            assert set(own.values_list("pk", flat=True)) == set(self.way)
            assert len(set(Meeting.objects.values_list("slug", flat=True))) == Meeting.objects.count()

    @invariant()
    def slots_tell_the_whole_way_and_the_sequence_counts_the_changes(self):
        if hasattr(self, "known"):
            for meeting in Meeting.objects.filter(pk__in=self.way).prefetch_related("earlier_slots"):
                slots = [slot.date for slot in meeting.earlier_slots.all()]
                assert [*slots, meeting.date] == self.way[meeting.pk]
                assert meeting.sequence == self.sequence[meeting.pk]


def test_meetings_that_are_moved_cancelled_and_copied_in_any_order(make, secretariat):
    Planning.make, Planning.officer = make, secretariat

    run_state_machine_as_test(
        Planning,
        settings=settings(
            max_examples=12,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
        ),
    )
