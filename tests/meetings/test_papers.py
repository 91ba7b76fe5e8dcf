"""Agenda, record and action points as PDF and Word: what each person finds in them, and in which language."""

import pytest
from django.core.cache import cache
from pytest_django.asserts import assertContains

from core.papers import pdf, serving
from tests.meetings.factory import (
    make_action_point,
    make_decision,
    make_document,
    make_intervention,
    make_item,
    make_meeting,
    make_meeting_with_hours,
)
from tests.meetings.papers import paper_address, text_of_paper

MARK = "Contains parts for members only"


@pytest.fixture
def meeting(make, ilo):
    """Public, with everything that a visitor must not find."""
    meeting = make_meeting_with_hours(make, is_public=True, state="adopted", symbol="SSTC/2026/3", title="Meeting")
    opened = make_item(make, meeting, title="Opening", minutes=15, presenters=[(ilo, "Ana Speaker")])
    closed = make_item(make, meeting, title="Budget-secret", is_members_only=True)
    make_document(make, meeting, title="Note-public", item=opened)
    make_document(make, meeting, title="Note-secret", item=opened, level="members")
    make_document(make, meeting, title="Note-officers", item=opened, level="secretariat")
    make_intervention(make, meeting, ilo, item=closed, text="Said-secret")
    make_intervention(make, meeting, ilo, item=opened, text="Said-public")
    make_decision(make, meeting, item=closed, text="Decided-secret")
    make_decision(make, meeting, item=opened, text="Decided-public")
    make_action_point(make, meeting, ilo, item=opened, text="Act-secret")
    return meeting


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_visitor_finds_nothing_of_the_members_in_the_papers(client, meeting, ending):
    agenda = text_of_paper(client, meeting, ending=ending)
    record = text_of_paper(client, meeting, "record", ending)

    assert "secret" not in agenda + record
    assert "officers" not in agenda
    assert MARK not in agenda + record
    for words in (
        "SSTC/2026/3",
        "1. Opening [en]",
        "10:00",
        "Ana Speaker",
        "ILO",
        "2. Item for members",
        "Note-public",
    ):
        assert words in agenda
    for words in ("Said-public [en]", "Decision 2024/2", "Decided-public [en]", "2. Item for members"):
        assert words in record
    assert client.get(paper_address(meeting, "action-points", ending)).status_code == 404


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_member_finds_the_members_parts_and_the_paper_says_that_it_has_them(client, meeting, focal_point, ending):
    client.force_login(focal_point)

    agenda = text_of_paper(client, meeting, ending=ending)
    record = text_of_paper(client, meeting, "record", ending)
    points = text_of_paper(client, meeting, "action-points", ending)

    for text in (agenda, record, points):
        assert MARK in text
        assert f"for {focal_point.full_name}" in text
        assert "officers" not in text
    assert "Budget-secret [en]" in agenda
    assert "Note-secret" in agenda
    assert "Said-secret [en]" in record
    assert "Decided-secret [en]" in record
    for words in ("AP-2024-001", "Act-secret [en]", "ILO", "Open"):
        assert words in points


def test_paper_of_a_public_meeting_without_closed_parts_has_no_mark_for_a_member(client, make, focal_point):
    meeting = make_meeting(make, is_public=True)
    make_item(make, meeting)
    client.force_login(focal_point)

    assert MARK not in text_of_paper(client, meeting)


def test_action_point_names_no_decision_that_is_not_circulated(client, make, ilo, focal_point):
    meeting = make_meeting(make, state="record_preparation")
    make_action_point(make, meeting, ilo, decision=make_decision(make, meeting))
    client.force_login(focal_point)

    assert "Decision" not in text_of_paper(client, meeting, "action-points")


@pytest.mark.parametrize("language", ["ar", "zh-hans", "fr"])
def test_language_of_the_address_is_the_language_of_the_paper(client, meeting, language):
    text = text_of_paper(client, meeting, language=language)

    assert f"[{language}]" in text
    assert "[en]" not in text


def test_text_that_is_missing_is_printed_in_another_language_and_says_so(client, make):
    meeting = make_meeting(make, is_public=True)
    item = {f"title_{code}": "" for code in ("ar", "zh_hans", "en", "fr", "es")}
    make_item(make, meeting, **item, title_ru="Только по-русски", original_language="ru")

    for ending in ("pdf", "docx"):
        assert "Только по-русски (in Русский)" in text_of_paper(client, meeting, ending=ending)


def test_working_translation_is_marked(client, make):
    meeting = make_meeting(make, is_public=True)
    make_item(make, meeting, title="Opening", original_language="en", working_translations=["fr"])

    assert "Opening [fr] (working translation)" in text_of_paper(client, meeting, language="fr").replace(
        "(traduction de travail)", "(working translation)"
    )
    assert "working" not in text_of_paper(client, meeting)


def test_paper_is_named_after_symbol_and_language_and_kept_by_nobody(client, meeting):
    response = client.get(paper_address(meeting, ending="pdf", language="fr"))

    assert 'inline; filename="SSTC-2026-3-agenda-fr.pdf"' in response["Content-Disposition"]
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "private, no-store"
    assert "attachment" in client.get(paper_address(meeting))["Content-Disposition"]


def test_papers_are_made_only_so_often_for_one_reader(client, make, monkeypatch):
    monkeypatch.setattr(serving, "MOST_PAPERS", 2)
    meeting = make_meeting(make, is_public=True)
    cache.clear()

    statuses = [client.get(paper_address(meeting)).status_code for _time in range(3)]

    assert statuses == [200, 200, 429]
    assertContains(client.get(paper_address(meeting)), "Wait a few minutes", status_code=429)


def test_without_the_libraries_of_pdf_the_page_offers_word(client, make, monkeypatch):
    def missing():
        raise pdf.Unavailable

    monkeypatch.setattr(pdf, "libraries", missing)
    meeting = make_meeting(make, is_public=True)

    assertContains(client.get(paper_address(meeting, ending="pdf")), "Take the Word document", status_code=503)
    assert client.get(paper_address(meeting)).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_agenda_asks_the_database_the_same_for_one_item_and_for_three(
    client, make, ilo, number, django_assert_num_queries
):
    meeting = make_meeting(make, is_public=True)
    for _item in range(number):
        make_document(make, meeting, item=make_item(make, meeting, presenters=[(ilo, "")]))
    client.get(paper_address(meeting))

    with django_assert_num_queries(10):
        client.get(paper_address(meeting))
