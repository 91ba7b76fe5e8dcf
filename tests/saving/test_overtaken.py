"""A save that is overtaken where nobody compares two texts ends in words, never in an error of the server."""

import pytest
from django.contrib import admin
from django.contrib.messages.storage.cookie import CookieStorage
from django.urls import reverse
from pytest_django.asserts import assertContains

from core.saving import StaleVersion
from initiatives.models import Initiative, Participation
from initiatives.workflow import INITIATIVE
from tests.initiatives.factory import make_initiative


@pytest.mark.django_db(transaction=True)
def test_button_that_is_overtaken_changes_nothing_and_can_be_pressed_again(client, make, overtaken):
    record = make_initiative(make, state="published", lead=make.entity("ILO"))
    fao = make.entity("FAO")
    part = Participation.objects.create(initiative=record, role="partner", entity=fao)
    client.force_login(make.person("focal@fao.example", fao, "focal_point"))
    url = reverse("initiatives:participation_answer", args=[record.slug, part.pk])
    overtaken(Participation, lambda row: Participation.objects.filter(pk=row.pk).update(note_en="At the same instant"))

    response = client.post(url, {"answer": "confirmed"})

    assertContains(response, "Someone else was faster", status_code=409)
    part.refresh_from_db()
    assert (part.answer, part.note_en) == ("", "At the same instant")
    assert client.post(url, {"answer": "confirmed"}).status_code == 302
    part.refresh_from_db()
    assert (part.answer, part.note_en) == ("confirmed", "At the same instant")


@pytest.fixture
def deleted(make, ilo):
    record = make_initiative(make, state="draft", lead=ilo)
    Initiative.objects.filter(pk=record.pk).delete()
    return record


def test_move_of_a_record_that_was_deleted_meanwhile_is_refused(deleted, focal_point):
    with pytest.raises(StaleVersion):
        INITIATIVE.perform(deleted, "submit", by=focal_point)


def test_action_of_the_administration_says_which_record_was_overtaken(rf, deleted, administrator):
    request = rf.post("/")
    request.user, request._messages = administrator, CookieStorage(request)
    page = admin.site.get_model_admin(Initiative)
    action, *_names = page.get_actions(request)["transition_submit"]

    action(page, request, [deleted])

    assert [str(message) for message in request._messages] == [f"{deleted}: someone else was faster. Look at it again."]
