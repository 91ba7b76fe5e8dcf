"""What people type is text on every page, never markup or script."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.models import TransitionEvent
from entities.models import Entity, User
from initiatives.models import Contribution, Initiative, Link, Organization, Participation
from meetings.models import Meeting, MeetingDocument, ProgressNote
from resources.models import Resource
from strategy.models import AnswerComment, Evidence, Framework
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import (
    make_action_point,
    make_attendance,
    make_decision,
    make_document,
    make_intervention,
    make_item,
    make_meeting,
)
from tests.resources.factory import make_resource
from tests.rights.test_leaks import walk
from tests.strategy.factory import make_cycle, make_framework, make_report

BAD = "quinoa <script>alert(1)</script><img src=x onerror=alert(2)>\"'>"
RAW = ("<script>alert(1)", "<img src=x")


@pytest.fixture
def _filled(make, ilo):
    """Every text of every room holds markup."""
    ilo.website = "https://ilo.example/?a=1&b='x'"
    for field in ("name", "acronym", "unit"):
        for column in in_six_languages(field, ""):
            setattr(ilo, column, BAD[:40])
    ilo.save()
    author = make.person("author@ilo.example", ilo, full_name=BAD, job_title=BAD)
    texts = {}
    for field in ("summary", "challenge", "results", "keywords", "lead_note", "period_note", "budget_note"):
        texts |= in_six_languages(field, BAD)
    initiative = make_initiative(
        make, title=BAD, slug="bad-one", lead=ilo, goals=[8], type_as_stated=BAD, confidence="A", **texts
    )
    Participation.objects.filter(initiative=initiative, role="pivotal").update(**in_six_languages("note", BAD))
    organization = Organization.objects.create(**in_six_languages("name", BAD))
    Participation.objects.create(initiative=initiative, role="funder", organization=organization)
    Link.objects.create(initiative=initiative, url="https://x.example/", **in_six_languages("caption", BAD))
    Contribution.objects.create(initiative=initiative, party=BAD, kind="financial", amount=1, currency="USD", note=BAD)
    event = {"workflow": "initiative", "from_state": "published", "to_state": "ended", "by": author, "reason": BAD}
    TransitionEvent.objects.create(record=initiative, event="end", **event)
    meeting = make_meeting(
        make, title=BAD, state="adopted", is_public=True, source_title=BAD, source_url="https://x.example/",
        **in_six_languages("purpose", BAD), **in_six_languages("place", BAD), **in_six_languages("note", BAD),
    )  # fmt: skip
    item = make_item(make, meeting, title=BAD, presenters=[(None, BAD)])
    make_document(make, meeting, title=BAD)
    make_attendance(make, meeting, ilo, person_name=BAD)
    make_intervention(
        make, meeting, ilo, item=item, text=BAD, speaker_name=BAD, unit=BAD, initiatives=[initiative],
        **in_six_languages("note", BAD),
    )  # fmt: skip
    make_decision(make, meeting, text=BAD)
    note = ProgressNote(action_point=make_action_point(make, meeting, ilo, text=BAD), author=author, entity=ilo)
    note.set_text(BAD)
    note.save()
    make_meeting(make, title=BAD, state="cancelled", is_public=True, cancelled_because=BAD)
    make_framework(make, **in_six_languages("title", BAD), **in_six_languages("description", BAD))
    cycle = make_cycle(make, state="published", entities=[ilo], **in_six_languages("title", BAD))
    answers = {"1.1": {"value": "yes"}, "1.3": {"not_applicable": True, "reason": BAD}, "2.1": {"text": BAD}}
    report = make_report(make, entity=ilo, cycle=cycle, state="accepted", answers=answers, by=author)
    answer = report.answers.get(question__code="2.1")
    AnswerComment.objects.create(answer=answer, by=author, text=BAD)
    Evidence.objects.create(answer=answer, initiative=initiative)
    Evidence.objects.create(answer=answer, url="https://x.example/?<b>")
    make_resource(make, title=BAD, **in_six_languages("audience", BAD), source=BAD, initiative=initiative)


@pytest.mark.usefixtures("_filled")
@pytest.mark.parametrize("role", ["visitor", "contributor", "secretariat"])
def test_pages_show_markup_as_text(client, people, role):
    if people[role]:
        client.force_login(people[role])

    # A list as a file is JSON and served as such: there a sign is itself.
    pages = {address: text for address, text in walk(client).items() if "export=" not in address}

    assert sum("&lt;script&gt;alert(1)" in text for text in pages.values()) > 10
    assert {(raw, address) for address, text in pages.items() for raw in RAW if raw in text} == set()
    assert {address for address, text in pages.items() if 'href="javascript:' in text} == set()


@pytest.mark.usefixtures("_filled")
def test_administration_shows_markup_as_text(client, administrator):
    client.force_login(administrator)

    for model in (Initiative, Organization, Participation, Meeting, MeetingDocument, Resource, Framework, Entity, User):
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        for address in (
            reverse(f"{name}_changelist"),
            reverse(f"{name}_change", args=[model._base_manager.order_by("pk").last().pk]),
        ):
            page = client.get(address).text
            assert not any(raw in page for raw in RAW), address


@pytest.mark.usefixtures("_filled")
def test_what_an_action_says_about_a_record_is_text(client, secretariat):
    initiative = Initiative.objects.get(slug="bad-one")
    client.force_login(secretariat)

    page = client.post(
        reverse("admin:initiatives_initiative_changelist"),
        {"action": "transition_publish", "_selected_action": [initiative.pk]},
        follow=True,
    ).text

    assert "&lt;script&gt;" in page
    assert not any(raw in page for raw in RAW)


@pytest.mark.parametrize(
    "query",
    ["search/?q={}", "initiatives/?q={}", "initiatives/?country={}", "resources/?q={}", "meetings/?q={}",
     "entities/?q={}", "countries/?q={}", "desk/?show={}", "initiatives/mine/?state={}"],
)  # fmt: skip
def test_what_an_address_says_is_text(client, focal_point, query):
    from urllib.parse import quote

    client.force_login(focal_point)

    page = client.get("/en/" + query.format(quote(BAD))).text

    assert not any(raw in page for raw in RAW)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "JaVaScRiPt://x.example/%0aalert(1)"]
)
@pytest.mark.parametrize(
    ("model", "field"),
    [(Link, "url"), (Entity, "website"), (Meeting, "joining_link"), (Meeting, "source_url"), (MeetingDocument, "url"),
     (ProgressNote, "url"), (Resource, "url"), (Evidence, "url"), (Framework, "source_url")],
)  # fmt: skip
def test_address_that_runs_a_script_is_no_address(model, field, url):
    with pytest.raises(ValidationError):
        model._meta.get_field(field).run_validators(url)


def test_visitor_is_nobody_to_every_room(make, ilo):
    """The rooms ask AnonymousUser the same questions as a person."""
    visitor = AnonymousUser()

    assert not Initiative.objects.editable_by(visitor).exists()
    assert not Meeting.objects.editable_by(visitor).exists()
    assert not Entity.objects.editable_by(visitor).exists()
    assert not Resource.objects.editable_by(visitor).exists()
