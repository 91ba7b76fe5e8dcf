"""A new meeting starts from a template, from another meeting, or as the next of its series."""

from datetime import date, time

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from meetings.models import AgendaItem, AgendaSection, Meeting, MeetingTemplate
from tests.factory import in_six_languages
from tests.forms_on_page import opened
from tests.meetings.factory import (
    make_attendance,
    make_decision,
    make_document,
    make_intervention,
    make_item,
    make_meeting_with_hours,
    make_series,
    make_template,
)

NEW = reverse("meetings:meeting_create")
SECOND_THURSDAY = "2027-02-11"


@pytest.fixture
def plan(editor):
    """plan("?copy=…", date="2027-05-01"): what the form proposes is saved with these changes; the new meeting."""

    def plan(start, **changes):
        page = opened(editor, NEW + start)
        response = editor.post(NEW + start, page | changes)
        meeting = Meeting.objects.latest("pk")
        assertRedirects(response, meeting.get_edit_url() + "#agenda", fetch_redirect_response=False)
        return meeting

    return plan


def agenda(meeting):
    return [(item.number, item.title_en, item.minutes) for item in AgendaItem.objects.filter(meeting=meeting)]


def test_meeting_starts_from_a_template(plan, make, fao):
    template = make_template(
        make, "Opening", "Survey", kind="task_team", start_time=time(9), end_time=time(11), time_zone="Africa/Nairobi",
        organizer=fao, is_public=True, interpretation=["fr", "es"], title="Task team",
    )  # fmt: skip

    meeting = plan(f"?template={template.pk}", date="2027-05-03", title_fr="Équipe spéciale")

    assert (meeting.kind, meeting.start_time, meeting.time_zone) == ("task_team", time(9), "Africa/Nairobi")
    assert (meeting.organizer, meeting.is_public, meeting.interpretation) == (fao, True, ["fr", "es"])
    assert (meeting.title_fr, meeting.title_ar, meeting.state) == ("Équipe spéciale", "Task team [ar]", "draft")
    assert agenda(meeting) == [(1, "Opening [en]", 20), (2, "Survey [en]", 20)]
    assert (meeting.series, meeting.occurrence) == (None, None)


def test_copy_takes_settings_and_agenda_but_nothing_that_was_said_or_decided(plan, make, ilo):
    old = make_meeting_with_hours(make, state="adopted", date=date(2026, 5, 4), symbol="IAM/7", title="Spring")
    closed = {"is_members_only": True, "is_for_decision": True, "presenters": [(ilo, "Ana")]}
    item = make_item(make, old, number=2, title="Closed", **closed)
    make_item(make, old, number=4, title="Open")
    AgendaSection.objects.create(meeting=old, first_number=3, **in_six_languages("title", "Results"))
    make_intervention(make, old, ilo, item=item)
    make_decision(make, old, item=item)
    make_document(make, old, item=item)
    make_attendance(make, old, ilo)

    copy = plan(f"?copy={old.slug}", date="2027-05-03")

    assert (copy.title_en, copy.start_time, copy.symbol, copy.sequence) == ("Spring [en]", time(10), "", 0)
    assert [(row.number, row.title_en, row.is_members_only, row.is_for_decision) for row in copy.items.all()] == [
        (1, "Closed [en]", True, True),
        (2, "Open [en]", False, False),
    ]
    assert copy.items.get(number=1).presenters_in_words() == "Ana, ILO"
    assert [(section.first_number, section.title_fr) for section in copy.sections.all()] == [(2, "Results [fr]")]
    assert not any(rows.exists() for rows in (copy.interventions, copy.decisions, copy.documents, copy.attendance))


def test_headings_go_into_a_template_and_from_there_into_the_next_meeting(plan, editor, make):
    old = make_meeting_with_hours(make)
    for number in (1, 2, 3):
        make_item(make, old, number=number)
    for first_number, title in ((2, "Results"), (4, "Behind the last item")):
        AgendaSection.objects.create(meeting=old, first_number=first_number, **in_six_languages("title", title))
    start = reverse("meetings:template_create") + f"?meeting={old.slug}"
    editor.post(start, opened(editor, start) | {"items-2-heading_en": "Outlook"})

    series = make_series(make, template=MeetingTemplate.objects.get())
    meeting = plan(f"?series={series.pk}&date={SECOND_THURSDAY}")

    headings = [(section.first_number, section.title_en, section.title_ar or "") for section in meeting.sections.all()]
    assert headings == [(2, "Results [en]", "Results [ar]"), (3, "Outlook", "")]


def test_next_of_a_series_takes_its_date_and_the_agenda_of_its_template(plan, make):
    series = make_series(make, template=make_template(make, "Opening"), title="Focal points")

    meeting = plan(f"?series={series.pk}&date={SECOND_THURSDAY}")

    assert (meeting.series, meeting.occurrence, meeting.date) == (series, date(2027, 2, 11), date(2027, 2, 11))
    assert (meeting.title_en, meeting.start_time, meeting.time_zone) == ("Focal points [en]", time(10), "Europe/Zurich")
    assert agenda(meeting) == [(1, "Opening [en]", 20)]


def test_date_of_a_series_is_planned_once_and_stays_its_date_when_the_meeting_is_on_another_day(
    plan, editor, colleague, make
):
    """Two officers plan the same date at once; the second is told so, and what was typed stays."""
    series = make_series(make)
    start = f"?series={series.pk}&date={SECOND_THURSDAY}"
    page = opened(colleague, NEW + start)
    assert colleague.get(NEW + start).context["form"].fields["series"].disabled, "the date is one of that series"
    meeting = plan(start, date="2027-02-12")

    response = colleague.post(NEW + start, page | {"symbol": "IAM/9"})

    assertContains(response, "A meeting of the series is planned for this date already.")
    assertContains(response, "IAM/9")
    assert (meeting.date, meeting.occurrence) == (date(2027, 2, 12), date(2027, 2, 11))
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    "start", ["?series=7&date=2027-02-11", "?series=x", "?template=99999999999", "?copy=nothing", "?copy=%00a"]
)
def test_start_that_does_not_exist_is_not_found(editor, start):
    assert editor.get(NEW + start).status_code == 404


@pytest.mark.parametrize("day", ["2027-02-12", "2027-02-30", "", "2027-03-11"])
def test_day_that_the_series_does_not_meet_on_is_not_found(editor, make, day):
    series = make_series(make, left_out=[date(2027, 3, 11)])

    assert editor.get(f"{NEW}?series={series.pk}&date={day}").status_code == 404


def test_text_of_a_new_meeting_is_kept_for_each_start(editor, make):
    template = make_template(make, "Opening")
    editor.post(f"{NEW}?template={template.pk}", {"autosave": "1", "title_en": "Half a title"})

    assertContains(editor.get(f"{NEW}?template={template.pk}"), "Half a title")
    assert b"Half a title" not in editor.get(NEW).content


def test_page_of_a_meeting_leads_to_what_can_be_planned_from_it(editor, client, make, focal_point):
    series = make_series(make)
    meeting = make_meeting_with_hours(make, series=series, occurrence=date(2027, 1, 14))
    links = [
        f"{NEW}?series={series.pk}&amp;date=2027-02-11",
        f"{NEW}?copy={meeting.slug}",
        f"{reverse('meetings:template_create')}?meeting={meeting.slug}",
        reverse("meetings:meeting_move", args=[meeting.slug]),
    ]

    page = editor.get(meeting.get_absolute_url())

    for link in links:
        assertContains(page, f'href="{link}"')
    client.force_login(focal_point)
    page = client.get(meeting.get_absolute_url())
    assertContains(page, series.get_absolute_url())
    assert not any(link in page.text for link in links)
