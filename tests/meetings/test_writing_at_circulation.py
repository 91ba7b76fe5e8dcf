"""What is written at the moment at which the record is circulated stands in the record, or is refused."""

import threading
import time

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from meetings.clearance_workflow import PROPOSAL
from meetings.models import ActionPoint, Decision, Intervention, Meeting
from meetings.record import record_for
from meetings.workflow import MEETING
from tests.forms_on_page import fields_of
from tests.meetings.factory import make_intervention
from tests.meetings.record_factory import circulate, make_held_meeting, propose, ready_to_circulate


def wait_for(number):
    """Until so many sessions wait for the meeting that this one holds."""
    for _try in range(400):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0] >= number:
                return
        time.sleep(0.05)
    pytest.fail("Nobody waits for the meeting.")


def outcomes_of(meeting):
    said = Intervention.objects.filter(meeting=meeting).order_by("pk").values_list("is_draft", "text_en")
    decided = Decision.objects.filter(meeting=meeting).order_by("pk").values_list("text_en")
    return list(said), list(decided), ActionPoint.objects.count()


@pytest.mark.django_db(transaction=True)
def test_what_is_sent_while_the_record_is_being_circulated_is_refused(make):
    ilo, officer = make.entity("ILO"), make.officer()
    meeting = make_held_meeting(make, ilo)
    ready_to_circulate(meeting)
    item, decision, said = meeting.items.first(), meeting.decisions.get(), meeting.interventions.get()
    draft = make_intervention(make, meeting, ilo, item=item, text="Prepared", is_draft=True)
    words = {"original_language": "en", "text_en": "Too late"}
    spoken = words | {"entity": ilo.pk, "kind": "update", "item": item.pk, "on_record": "1"}
    point = words | {"item": item.pk, "owners": [ilo.pk], "due": "2030-01-01"}
    sent = [
        (reverse("meetings:decision_create", args=[meeting.slug]), words | {"item": item.pk}),
        (decision.get_edit_url(), words | {"item": item.pk, "version": decision.version}),
        (reverse("meetings:action_point_create", args=[meeting.slug]), point),
        (reverse("meetings:intervention_create", args=[meeting.slug]), spoken),
        (reverse("meetings:intervention_delete", args=[said.pk]), {"version": said.version}),
        (meeting.get_live_url(), spoken | {"text": "Too late"}),
        (reverse("meetings:intervention_record", args=[draft.pk]) + f"?version={draft.version}", {}),
    ]
    browsers = [Client() for _each in range(len(sent) + 3)]
    for browser in browsers:
        browser.force_login(officer)
    in_the_administration = [f"admin:meetings_{name}" for name in ("decision_add", "decision_change")]
    for name, keys in zip(in_the_administration, ([], [decision.pk]), strict=True):
        address = reverse(name, args=keys)
        fields = fields_of(browsers[0].get(address), "decision_form")
        sent.append((address, fields | {"meeting": meeting.pk, "item": item.pk, "text_en": "Too late"}))
    address = reverse("admin:meetings_intervention_delete", args=[said.pk])
    sent.append((address, fields_of(browsers[0].get(address)) | {"post": "yes"}))
    before, answers = outcomes_of(meeting), {}

    def post(browser, address, data):
        try:
            answers[address] = browser.post(address, data).status_code
        finally:
            connection.close()

    threads = [threading.Thread(target=post, args=[browser, *one]) for browser, one in zip(browsers, sent, strict=True)]
    with transaction.atomic():
        MEETING.perform(meeting, "circulate", by=officer)
        for thread in threads:
            thread.start()
        wait_for(len(threads))
    for thread in threads:
        thread.join()

    assert answers == {address: 403 for address, _data in sent}
    assert outcomes_of(meeting) == before


def test_wording_is_proposed_only_for_what_stands_in_the_circulated_text(client, make, ilo, secretariat, focal_point):
    meeting = make_held_meeting(make, make.entity("FAO"))
    revision = circulate(meeting, secretariat)
    late = make_intervention(make, meeting, ilo, text="Came by another way")
    client.force_login(focal_point)

    assert client.get(reverse("meetings:proposal_create", args=[meeting.slug, late.pk, "en"])).status_code == 404

    PROPOSAL.perform(propose(revision, ilo, focal_point), "accept", by=secretariat)
    assert record_for(Meeting.objects.get(pk=meeting.pk), secretariat).corrections == []
