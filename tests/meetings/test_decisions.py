"""Decisions: written by the secretariat, numbered when they are saved, corrected until the adoption."""

import threading

import pytest
from django.db import connection
from django.urls import reverse

from meetings.models import Decision
from tests.meetings.factory import make_decision, make_item, make_meeting


@pytest.fixture
def meeting(make):
    return make_meeting(make, state="record_preparation", date="2026-09-16", title="Autumn")


def test_decision_gets_its_number_when_it_is_saved(client, make, meeting, secretariat):
    item = make_item(make, meeting)
    client.force_login(secretariat)
    address = reverse("meetings:decision_create", args=[meeting.slug])

    form = client.get(f"{address}?item={item.pk}").context["form"]
    client.post(address, {"item": item.pk, "original_language": "en", "text_en": "The meeting decided."})

    decision = Decision.objects.get()
    assert form["item"].value() == item.pk
    assert (decision.number, decision.item, decision.text_en) == ("2026/1", item, "The meeting decided.")


def test_decision_is_corrected_until_the_adoption(client, make, meeting, secretariat):
    decision = make_decision(make, meeting)
    client.force_login(secretariat)

    data = {"original_language": "en", "text_en": "Better words.", "version": decision.version}
    client.post(decision.get_edit_url(), data)

    decision.refresh_from_db()
    assert (decision.text_en, decision.number) == ("Better words.", decision.number)


@pytest.mark.django_db(transaction=True)
def test_decisions_that_are_written_at_the_same_instant_get_different_numbers(make):
    meeting, together = make_meeting(make, state="in_progress"), threading.Barrier(4)

    def write():
        together.wait()
        make_decision(make, meeting)
        connection.close()

    threads = [threading.Thread(target=write) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(Decision.objects.values_list("serial", flat=True)) == [1, 2, 3, 4]
