"""The transition engine, tried on the workflow of resources."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from core.models import Mail, Notification, TransitionEvent
from core.outbox import letters
from core.workflow import AlreadyMoved, TransitionRefused
from resources.workflow import RESOURCE
from tests.resources.factory import make_resource


def events_of(record):
    return list(TransitionEvent.objects.of(record).values_list("event", "from_state", "to_state", "reason", "by"))


def test_transition_moves_the_record_and_writes_who_when_and_why(make, secretariat):
    resource = make_resource(make)

    moved = RESOURCE.perform(resource, "withdraw", by=secretariat, reason="The link is dead.")

    assert moved.state == "draft"
    assert events_of(resource) == [("withdraw", "published", "draft", "The link is dead.", secretariat.pk)]


def test_transition_raises_the_version_of_the_record(make, secretariat):
    resource = make_resource(make)

    moved = RESOURCE.perform(resource, "withdraw", by=secretariat, reason="x")

    assert moved.version == resource.version + 1


def test_transition_without_its_reason_is_refused_and_changes_nothing(make, secretariat):
    resource = make_resource(make)

    with pytest.raises(TransitionRefused, match="Say why"):
        RESOURCE.perform(resource, "withdraw", by=secretariat, reason="  ")

    resource.refresh_from_db()
    assert (resource.state, events_of(resource)) == ("published", [])


def test_transition_that_something_stands_in_the_way_of_says_what(make, secretariat):
    resource = make_resource(make, bare=True)

    with pytest.raises(TransitionRefused) as refusal:
        RESOURCE.perform(resource, "publish", by=secretariat)

    assert refusal.value.reasons == resource.missing_to_publish()
    assert [action.missing for action in RESOURCE.actions_for(resource, secretariat)] == [refusal.value.reasons]


def test_transition_is_refused_to_those_who_may_not(make, focal_point):
    resource = make_resource(make)

    with pytest.raises(PermissionDenied):
        RESOURCE.perform(resource, "withdraw", by=focal_point, reason="x")

    assert RESOURCE.actions_for(resource, focal_point) == []


def test_second_of_two_people_is_told_that_someone_was_faster(make, secretariat):
    resource = make_resource(make)
    RESOURCE.perform(resource, "withdraw", by=secretariat, reason="x")

    with pytest.raises(AlreadyMoved, match="Someone was faster"):
        RESOURCE.perform(resource, "withdraw", by=secretariat, reason="x")


@pytest.mark.django_db(transaction=True)
def test_of_two_transitions_at_the_same_moment_one_happens(make, secretariat):
    resource = make_resource(make)
    outcomes, start = [], threading.Barrier(2)

    def withdraw():
        start.wait()
        try:
            RESOURCE.perform(resource, "withdraw", by=secretariat, reason="x")
            outcomes.append("done")
        except AlreadyMoved:
            outcomes.append("too late")
        finally:
            connection.close()

    threads = [threading.Thread(target=withdraw) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["done", "too late"]
    assert len(events_of(resource)) == 1


@pytest.mark.parametrize("change", [lambda events: events.update(reason="other"), lambda events: events.delete()])
def test_log_can_be_neither_changed_nor_deleted(make, secretariat, change):
    resource = make_resource(make)
    RESOURCE.perform(resource, "withdraw", by=secretariat, reason="x")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(TransitionEvent.objects.all())


def test_people_concerned_get_a_mail_in_their_language(make, ilo, secretariat):
    make.person("focal@ilo.example", ilo, language="fr")
    resource = make_resource(make, entity=ilo)

    with translation.override("ar"):
        RESOURCE.perform(resource, "withdraw", by=secretariat, reason="Lien mort")

    with time_machine.travel(timedelta(hours=24)):
        letters.write_due()
    mail = Mail.objects.get()
    assert mail.address == "focal@ilo.example"
    assert mail.subject.startswith("Water lessons [fr] – ")
    assert f"/fr/resources/{resource.slug}/" in mail.text
    assert "Lien mort" in mail.text


def test_nobody_is_told_for_what_was_rolled_back(make, ilo, secretariat):
    make.person("focal@ilo.example", ilo)
    resource = make_resource(make, entity=ilo)

    with transaction.atomic():
        RESOURCE.perform(resource, "withdraw", by=secretariat, reason="x")
        transaction.set_rollback(True)

    assert not Notification.objects.exists()
    assert events_of(resource) == []
