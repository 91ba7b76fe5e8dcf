"""An earlier version comes back as a new one, and only what the same people could write on the form."""

import pytest
from django.urls import reverse

from core.files.sweeping import discard
from core.history.through import through
from core.history.tracking import TRACKED
from entities.models import Entity
from initiatives.models import Initiative
from initiatives.versions import open_version
from meetings.compiling import compile_record
from meetings.models import AgendaSection
from resources.models import Resource
from strategy.models import Answer
from tests.core.factory import make_file
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import (
    make_document,
    make_intervention,
    make_meeting,
    make_meeting_with_hours,
    make_series,
    make_template,
)
from tests.resources.factory import make_resource
from tests.strategy.factory import make_report


def first_version(record):
    return TRACKED[type(record)].objects.filter(pgh_obj=record.pk).first()


def address(record, event=None):
    event = event or first_version(record)
    return reverse("history_restore", args=[type(record)._meta.model_name, record.pk, event.pk])


@pytest.fixture
def restore(client):
    """Looks at the page of confirmation and sends its form."""

    def press(record, person, event=None, **typed):
        client.force_login(person)
        asked = client.get(address(record, event))
        return client.post(address(record, event), {"version": asked.context["version"], **typed})

    return press


def change(record, **fields):
    """As one save of its own."""
    with through(page="/en/x/"):
        for name, value in fields.items():
            setattr(record, name, value)
        record.save()


def test_page_shows_what_would_change(client, make, secretariat):
    resource = make_resource(make, title="Water")
    change(resource, title_fr="Autre chose")
    client.force_login(secretariat)

    page = client.get(address(resource))

    assert [(field.label, field.language.html) for field in page.context["fields"]] == [("title", "fr")]
    resource.refresh_from_db()
    assert resource.title_fr == "Autre chose"


def test_earlier_texts_come_back_in_every_language_as_a_new_version(restore, make, secretariat):
    resource = make_resource(make, title="Water")
    change(resource, **in_six_languages("title", "Other"))
    before = resource.version

    response = restore(resource, secretariat)

    resource.refresh_from_db()
    assert response.status_code == 302
    texts = in_six_languages("title", "Water")
    assert {name: getattr(resource, name) for name in texts} == texts
    assert resource.version == before + 1
    event = TRACKED[Resource].objects.last()
    assert (event.title_en, event.pgh_context["page"]) == ("Water [en]", address(resource))


def test_state_owner_and_who_may_see_it_stay(restore, make, secretariat, fao, ilo):
    resource = make_resource(make, state="draft", is_public=True)
    change(resource, state="published", publisher=fao, is_public=False, symbol="A/1")

    restore(resource, secretariat)

    resource.refresh_from_db()
    assert (resource.state, resource.publisher, resource.is_public, resource.symbol) == ("published", fao, False, "")


def test_rights_are_not_brought_back_with_a_text(restore, make, focal_point):
    ilo = Entity.objects.get(code="ILO")
    change(ilo, is_trusted=True, unit_en="Old unit")
    trusted = TRACKED[Entity].objects.last()
    change(ilo, is_trusted=False, unit_en="New unit")

    restore(ilo, focal_point, trusted)

    ilo.refresh_from_db()
    assert (ilo.is_trusted, ilo.unit_en) == (False, "Old unit")


def test_save_of_somebody_else_in_between_is_not_lost(client, make, secretariat):
    resource = make_resource(make)
    change(resource, title_en="Second")
    client.force_login(secretariat)
    shown = client.get(address(resource)).context["version"]
    change(resource, title_en="Third")

    response = client.post(address(resource), {"version": shown})

    resource.refresh_from_db()
    assert (response.status_code, resource.title_en) == (409, "Third")
    assert "Somebody has changed the record since this page was opened." in response.text


def test_published_initiative_gets_a_working_copy(restore, make, focal_point, ilo):
    public = make_initiative(make, title="Water", lead=ilo)
    change(public, title_en="Published since")

    response = restore(public, focal_point)

    public.refresh_from_db()
    copy = Initiative.objects.get(replaces=public)
    assert public.title_en == "Published since"
    assert (copy.state, copy.title_en, copy.created_by) == ("draft", "Water [en]", focal_point)
    assert response["Location"] == copy.get_absolute_url()


def test_working_copy_that_is_open_is_filled(restore, make, focal_point, ilo):
    public = make_initiative(make, title="Water", lead=ilo)
    copy = open_version(public, focal_point)
    change(copy, title_en="Half written")

    restore(public, focal_point)

    copy.refresh_from_db()
    assert copy.title_en == "Water [en]"
    assert Initiative.objects.filter(replaces=public).count() == 1


def test_working_copy_that_the_secretariat_reviews_is_left_alone(restore, make, focal_point, ilo):
    public = make_initiative(make, title="Water", lead=ilo)
    copy = open_version(public, focal_point)
    change(copy, state="submitted", title_en="Under review")

    response = restore(public, focal_point)

    copy.refresh_from_db()
    assert (response.status_code, copy.title_en) == (409, "Under review")
    assert "One version can be open at a time." in response.text


def test_page_does_not_tell_of_a_working_copy_that_one_may_not_see(client, make, secretariat, focal_point, ilo):
    public = make_initiative(make, title="Water", lead=ilo)
    change(public, title_en="Published since")
    client.force_login(secretariat)
    before = client.get(address(public))
    change(open_version(public, focal_point), title_en="Half written secret")

    after = client.get(address(public))

    assert (before.status_code, after.status_code) == (200, 200)
    assert [row.html for row in after.context["fields"]] == [row.html for row in before.context["fields"]]
    assert "secret" not in after.text


def test_working_copy_that_one_may_not_see_is_left_alone(restore, make, secretariat, focal_point, ilo):
    public = make_initiative(make, title="Water", lead=ilo)
    copy = open_version(public, focal_point)
    change(copy, title_en="Half written secret")

    response = restore(public, secretariat)

    copy.refresh_from_db()
    assert (response.status_code, copy.title_en) == (409, "Half written secret")
    assert "secret" not in response.text


def test_what_the_record_no_longer_allows_is_refused_in_words(client, make, secretariat):
    meeting = make_meeting(make, symbol="IAM/1")
    change(meeting, symbol="IAM/2")
    make_meeting(make, symbol="IAM/1")
    client.force_login(secretariat)

    response = client.post(address(meeting), {"version": meeting.version})

    meeting.refresh_from_db()
    assert (response.status_code, meeting.symbol) == (409, "IAM/2")
    assert "Another meeting has this symbol." in response.text


def test_day_and_hours_of_a_meeting_stay_because_a_move_tells_everybody(restore, make, secretariat):
    meeting = make_meeting_with_hours(make, symbol="IAM/1")
    change(meeting, symbol="IAM/2", start_time="11:00", end_time="13:00")

    restore(meeting, secretariat)

    meeting.refresh_from_db()
    assert (meeting.symbol, str(meeting.start_time)) == ("IAM/1", "11:00:00")


def test_intervention_comes_back_without_going_on_record_again(restore, make, focal_point, ilo):
    meeting = make_meeting(make, state="in_progress")
    intervention = make_intervention(make, meeting, ilo, text="First")
    change(intervention, is_draft=True, text_en="Second")

    restore(intervention, focal_point)

    intervention.refresh_from_db()
    assert (intervention.text_en, intervention.is_draft) == ("First [en]", True)


def test_answer_comes_back_and_names_who_brought_it_back(restore, make, focal_point, ilo):
    answer = make_report(make, entity=ilo, complete=True).answers.get(question__code="2.1")
    change(answer, text="Something else", text_language="en")

    restore(answer, focal_point)

    answer.refresh_from_db()
    assert (answer.text, answer.text_language, answer.changed_by) == ("Texte de la réponse", "fr", focal_point)
    assert TRACKED[Answer].objects.filter(pgh_obj=answer.pk).count() == 3


def test_version_that_says_the_same_offers_nothing(client, make, secretariat):
    resource = make_resource(make)
    change(resource, is_demo=True)
    client.force_login(secretariat)

    page = client.get(address(resource))

    assert "there is nothing to bring back" in page.text
    assert '<form method="post" class="ia-actions">' not in page.text


def test_version_of_another_record_is_not_found(client, make, secretariat):
    one, other = make_resource(make), make_resource(make)
    client.force_login(secretariat)

    assert client.get(address(one, first_version(other))).status_code == 404


def test_history_offers_the_earlier_versions_only(client, make, secretariat):
    resource = make_resource(make)
    change(resource, title_en="Second")
    client.force_login(secretariat)

    page = client.get(reverse("history", args=["resource", resource.pk]))

    events = list(TRACKED[Resource].objects.filter(pgh_obj=resource.pk))
    assert [address(resource, event) in page.text for event in events] == [True, False]


@pytest.mark.parametrize("gone", [True, False])
def test_file_is_left_as_it_is_whether_the_one_of_then_is_gone_or_belongs_elsewhere(restore, make, secretariat, gone):
    then, now = make_file(secretariat, "Then.pdf"), make_file(secretariat, "Now.pdf")
    resource = make_resource(make, title="Water", file=then)
    change(resource, file=now, **in_six_languages("title", "Other"))
    if gone:
        discard(then)
    else:
        make_resource(make, file=then)

    response = restore(resource, secretariat)

    resource.refresh_from_db()
    assert response.status_code == 302
    assert (resource.title_en, resource.file) == ("Water [en]", now)


def test_paper_that_was_a_link_then_and_is_a_file_now_is_refused_in_words(client, make, secretariat):
    document = make_document(make, make_meeting(make), url="https://example.org/")
    change(document, url="", file=make_file(secretariat))
    client.force_login(secretariat)

    response = client.post(address(document), {"version": document.version})

    document.refresh_from_db()
    assert (response.status_code, document.url) == (409, "")
    assert "Give the address of the document or its file: one of the two." in response.text


def test_texts_of_records_series_and_templates_come_back_for_the_secretariat_alone(client, restore, make, secretariat):
    meeting = make_meeting(make, state="record_preparation")
    template = make_template(make, "Opening")
    records = [
        (compile_record(meeting).parts.first(), "body"),
        (AgendaSection.objects.create(meeting=make_meeting(make), first_number=1, title_en="Reports"), "title"),
        (make_series(make), "title"),
        (template, "title"),
        (template.items.first(), "title"),
    ]
    focal_point = make.person("focal@fao.example", make.entity("FAO"))
    for record, name in records:
        change(record, **in_six_languages(name, "Words of before"))
        before = TRACKED[type(record)].objects.filter(pgh_obj=record.pk).last()
        change(record, **in_six_languages(name, "Words over them"))

        answer = restore(record, secretariat, before)

        record.refresh_from_db()
        assert (answer.status_code, getattr(record, f"{name}_fr")) == (302, getattr(before, f"{name}_fr")), record
        client.force_login(focal_point)
        assert client.get(address(record, before)).status_code in (403, 404), record


def test_forms_of_records_sections_and_templates_lead_to_the_history_of_each_text(client, make, secretariat):
    part = compile_record(make_meeting(make, state="record_preparation")).parts.first()
    section = AgendaSection.objects.create(meeting=make_meeting(make), first_number=1, title_en="Reports")
    template = make_template(make, "Opening")
    client.force_login(secretariat)

    pages = {
        reverse("meetings:record_edit", args=[part.record.meeting.slug]): [part],
        reverse("meetings:section_edit", args=[section.pk]): [section],
        template.get_edit_url(): [template, template.items.first()],
    }
    for page, records in pages.items():
        shown = client.get(page).content.decode()
        for record in records:
            link = reverse("history", args=[type(record)._meta.model_name, record.pk])
            assert f'href="{link}"' in shown, link
