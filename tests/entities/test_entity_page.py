"""An entity's page and its editing by the entity's own people."""

from datetime import timedelta

import pytest
from django.utils import timezone

from entities import profile
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_action_point, make_intervention, make_meeting
from tests.resources.factory import make_resource


def page_of(client, entity):
    return client.get(entity.get_absolute_url()).content.decode()


def test_page_shows_what_the_entity_is_and_how_to_reach_it(client, make):
    entity = make.entity(
        "ILO", mailbox="sstc@ilo.example", website="https://ilo.example/sstc", unit_en="Partnerships unit"
    )

    page = page_of(client, entity)

    for text in ["Entity ILO [en]", "Specialized agency", "Partnerships unit", "https://ilo.example/sstc"]:
        assert text in page
    assert 'href="mailto:sstc@ilo.example"' in page
    assert "Entity ILO [ar]" in page  # its name in the other languages


def test_visitor_does_not_see_who_the_focal_points_are(client, make, ilo):
    person = make.person("leila@ilo.example", ilo, full_name="Leila Haddad")

    page = page_of(client, ilo)

    assert person.email not in page
    assert person.full_name not in page
    assert "Names and addresses are shown to people of the Mechanism." in page


def test_person_without_appointment_does_not_see_them_either(client, make, focal_point, ilo):
    client.force_login(make.person("new@example.org"))

    assert focal_point.email not in page_of(client, ilo)


def test_member_of_another_entity_sees_those_appointed_today(client, make, ilo, focal_point, other_focal_point):
    yesterday = timezone.localdate() - timedelta(days=1)
    former = make.person("former@ilo.example", ilo, ends=yesterday)
    client.force_login(other_focal_point)

    page = page_of(client, ilo)

    assert focal_point.email in page
    assert former.email not in page


def test_rooms_show_their_sections_with_what_the_reader_may_see(client, make, ilo):
    make_initiative(make, title="Public")
    make_initiative(make, title="Secret", state="draft")
    public = make_meeting(make, is_public=True, state="adopted", title="Open meeting")
    make_intervention(make, public, ilo, text="Said in the open")
    make_intervention(make, make_meeting(make, title="Closed meeting"), ilo, text="Secret words")
    make_action_point(make, public, ilo, text="Secret duty")

    page = page_of(client, ilo)

    assert "Public" in page
    assert "Open meeting" in page
    assert "Secret" not in page
    assert "Closed meeting" not in page


def test_figures_count_what_the_reader_may_see(client, make, ilo):
    make_initiative(make)
    make_initiative(make, title="Draft", state="draft")
    make_resource(make)
    make_resource(make, state="draft")

    figures = client.get(ilo.get_absolute_url()).context["figures"]

    assert figures == [
        (1, "published initiative"), (2, "partner countries and areas"), (1, "resource to learn from"),
    ]  # fmt: skip


def test_entity_with_nothing_published_says_so(client, make):
    assert "Nothing is published yet" in page_of(client, make.entity("NEW"))


def test_sections_stand_in_their_order_and_none_leaves_one_out(monkeypatch, make):
    monkeypatch.setattr(profile, "_sections", [])
    profile.register(profile.Section("b.html", lambda entity, user: {}, order=2))
    profile.register(profile.Section("none.html", lambda entity, user: None, order=1))
    profile.register(profile.Section("a.html", lambda entity, user: {}, order=0, side=True))

    found = profile.sections_for(make.entity("ILO"), user=None)

    assert [(section["template"], section["side"]) for section in found] == [("a.html", True), ("b.html", False)]


def test_figures_of_zero_are_left_out(monkeypatch, make):
    monkeypatch.setattr(profile, "_sections", [])
    profile.register(
        profile.Section("a.html", lambda entity, user: {}, figures=lambda entity, user: [(0, "x"), (2, "y")])
    )

    assert profile.figures_for(make.entity("ILO"), user=None) == [(2, "y")]


def test_focal_point_keeps_the_profile_current(client, ilo, focal_point):
    client.force_login(focal_point)

    data = {"unit_fr": "Service des partenariats", "website": "https://ilo.example/", "version": ilo.version}
    response = client.post(ilo.get_edit_url(), data)

    assert response["Location"] == ilo.get_absolute_url()
    ilo.refresh_from_db()
    assert (ilo.unit_fr, ilo.website) == ("Service des partenariats", "https://ilo.example/")


@pytest.mark.parametrize(("field", "value"), [("website", "javascript:alert(1)"), ("mailbox", "no address")])
def test_what_is_no_address_is_refused_and_kept_on_the_page(client, ilo, focal_point, field, value):
    client.force_login(focal_point)

    page = client.post(ilo.get_edit_url(), {field: value, "version": ilo.version}).content.decode()

    assert f'value="{value}"' in page
    ilo.refresh_from_db()
    assert getattr(ilo, field) == ""


def test_name_and_trust_cannot_be_changed_through_the_form(client, ilo, focal_point):
    client.force_login(focal_point)

    client.post(ilo.get_edit_url(), {"name_en": "Mine", "is_trusted": "on", "code": "X", "version": ilo.version})

    ilo.refresh_from_db()
    assert (ilo.name_en, ilo.is_trusted, ilo.code) == ("Entity ILO [en]", False, "ILO")
