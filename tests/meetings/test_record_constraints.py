"""What the database forbids about records, whoever writes."""

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from meetings.due_records import look_after_records
from meetings.models import Corrigendum, Objection, Outcome, Proposal, RecordComment, RecordRevision
from tests.meetings.record_factory import circulate, make_held_meeting, propose


def refused(match, change, error=DatabaseError):
    with pytest.raises(error, match=match), transaction.atomic():
        change()


def another(revision, **fields):
    return RecordRevision(
        record=revision.record, number=9, snapshot={}, circulated_by=revision.circulated_by,
        deadline_on=revision.deadline_on, **fields,
    )  # fmt: skip


def test_circulated_record_can_be_neither_changed_nor_doubled(make, ilo, secretariat, focal_point):
    revision = circulate(make_held_meeting(make, ilo), secretariat)
    rows = RecordRevision.objects.filter(pk=revision.pk)
    propose(revision, ilo, focal_point)

    refused("its text does not change", lambda: rows.update(snapshot={}))
    refused("its text does not change", lambda: rows.update(deadline_on=revision.deadline_on + timedelta(days=1)))
    refused("Cannot delete", lambda: rows._raw_delete(rows.db))
    refused("record_one_revision_is_open", another(revision).save, IntegrityError)
    refused("proposal_one_unsettled", lambda: propose(revision, ilo, focal_point), IntegrityError)
    refused("proposal_changes_something", lambda: Proposal.objects.update(after=Proposal.objects.get().before))
    refused("record_revision_closed_at_a_moment", lambda: rows.update(outcome=Outcome.ADOPTED), IntegrityError)


def test_nothing_is_said_or_changed_about_a_closed_revision(make, ilo, secretariat, focal_point):
    revision = circulate(make_held_meeting(make, ilo), secretariat)
    said = Objection(revision=revision, entity=ilo, made_by=focal_point, reason="Not so.")
    with time_machine.travel(revision.deadline):
        look_after_records()
    rows = RecordRevision.objects.filter(pk=revision.pk)

    refused("is closed", lambda: rows.update(outcome=Outcome.OPEN, closed_at=None))
    refused("is closed", said.save)
    refused("is closed", lambda: propose(revision, ilo, focal_point))
    refused("is closed", RecordComment(revision=revision, author=focal_point, text="Late.").save)
    refused("is closed", lambda: revision.clearances.update(confirmed_at=timezone.now(), confirmed_by=focal_point))
    closed = {"outcome": Outcome.ADOPTED, "closed_at": timezone.now()}
    refused("record_adopted_once", another(revision, **closed).save, IntegrityError)


def test_corrigendum_does_not_change(make, ilo, secretariat):
    revision = circulate(make_held_meeting(make, ilo), secretariat)
    corrigendum = Corrigendum.objects.create(
        record=revision.record, number=1, text_en="For days read hours.", reason="A slip.", published_by=secretariat
    )

    refused("Cannot update or delete", lambda: Corrigendum.objects.update(reason="Another."))
    refused("Cannot update or delete", corrigendum.delete)
