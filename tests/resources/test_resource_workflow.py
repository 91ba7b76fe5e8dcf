"""Publishing and withdrawing a resource."""

import pytest
from django.db import IntegrityError

from core.models import Notification, TransitionEvent
from resources.models import Resource
from tests.resources.factory import make_resource


def test_secretariat_publishes_and_the_focal_point_is_told(client, make, secretariat, focal_point):
    resource = make_resource(make, state="draft")
    client.force_login(secretariat)

    client.post(resource.get_transition_url("publish"))

    resource.refresh_from_db()
    assert resource.state == "published"
    event = TransitionEvent.objects.of(resource).get()
    assert (event.from_state, event.to_state, event.by) == ("draft", "published", secretariat)
    assert [(row.person, row.kind, row.params["event"]) for row in Notification.objects.all()] == [
        (focal_point, "moved", "publish")
    ]


def test_focal_point_does_not_publish(client, make, focal_point):
    resource = make_resource(make, state="draft")
    client.force_login(focal_point)

    assert client.post(resource.get_transition_url("publish")).status_code == 403
    resource.refresh_from_db()
    assert resource.state == "draft"


def test_unfinished_resource_is_not_published_and_says_why(client, make, secretariat):
    resource = make_resource(make, bare=True)
    client.force_login(secretariat)

    response = client.post(resource.get_transition_url("publish"))

    assert response.status_code == 409
    assert "The description is missing." in response.content.decode()
    resource.refresh_from_db()
    assert resource.state == "draft"


def test_published_resource_is_not_published_again(client, make, secretariat):
    resource = make_resource(make)
    client.force_login(secretariat)

    assert client.post(resource.get_transition_url("publish")).status_code == 409


def test_withdrawal_keeps_its_reason_and_takes_the_page_away(client, make, secretariat):
    resource = make_resource(make)
    client.force_login(secretariat)

    client.post(resource.get_transition_url("withdraw"), {"reason": "The link is broken."})

    assert TransitionEvent.objects.of(resource).get().reason == "The link is broken."
    client.logout()
    assert client.get(resource.get_absolute_url()).status_code == 404


def test_withdrawal_needs_a_reason(client, make, secretariat):
    resource = make_resource(make)
    client.force_login(secretariat)

    response = client.post(resource.get_transition_url("withdraw"), {"reason": " "})

    assert response.status_code == 409
    resource.refresh_from_db()
    assert resource.state == "published"


def test_unknown_move_is_not_found(client, make, secretariat):
    client.force_login(secretariat)

    assert client.post(make_resource(make).get_transition_url("burn")).status_code == 404


def test_database_refuses_a_published_resource_that_nobody_can_find(make):
    make_resource(make, url="", source="An article")

    with pytest.raises(IntegrityError, match="resource_published_can_be_found"):
        make_resource(make, url="", source="", symbol="")


def test_codes_go_up(make):
    make_resource(make, code="RES-041")

    assert make_resource(make).code == "RES-042"
    assert Resource.objects.count() == 2
