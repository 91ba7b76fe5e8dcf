"""Each edition holds what its readers may read, in every form of the report. First what could leak is made."""

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains

from core import languages
from core.jobs.running import Progress
from core.models import Job
from strategy import consolidated_making as making
from strategy.cycle_workflow import CYCLE
from strategy.models import Answer, Column, CycleSnapshot, NarrativeChoice, Question, Report, SnapshotPaper, Submission
from strategy.models.consolidated import ConsolidatedReport, report_url
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative
from tests.meetings.papers import text_of_docx, text_of_pdf
from tests.strategy.factory import ANSWERS, make_cycle, make_question, make_questionnaire, make_report, submit

QUERIES = 7
MEMBERS, SECRETARIAT, FLAGGED, LEFT_OUT, DRAFTED = (
    "zzmembers", "zzsecretariat", "zzflagged", "zzleftout", "zzdrafted"
)  # fmt: skip
PUBLIC = "zzpublic"
# 7 and 8 are answered by two entities alone; their sum and their mean shall not be told in public.
FEW = ("7707", "7708", "15415", "15,415", "7707.5", "7,707.5", "7,708")


@pytest.fixture
def with_secrets(make, closed, indicator, secretariat):
    """A public, a members' and a secretariat's text of each of three entities, and what is published to nobody."""
    section = Question.objects.get(code="2.1").section
    levels = {"3.1": ("public", PUBLIC), "3.2": ("members", MEMBERS), "3.3": ("secretariat", SECRETARIAT)}
    questions = [make_question(make, section, code, "long_text", consent=level) for code, (level, _) in levels.items()]
    few = make_question(make, section, "3.4", "number", consent="public")
    few.indicator = indicator.node.indicators.create(
        code="INS-9", aggregation="sum", **in_six_languages("title", "Few")
    )
    few.save()
    for number, report in enumerate(Report.objects.order_by("pk")):
        for question in questions:
            text = f"{levels[question.code][1]} {report.entity.code}"
            Answer.objects.create(report=report, question=question, text=text, text_language="fr")
        if number < 2:
            Answer.objects.create(report=report, question=few, value=7707 + number)
        Report.objects.filter(pk=report.pk).update(accepted_submission=submit(report), number=2)
    said = Answer.objects.filter(question__code="3.1").order_by("report_id")
    keep_back(said[0], FLAGGED, follow_up=True)
    keep_back(said[1], LEFT_OUT)
    consolidated = ConsolidatedReport.objects.create(cycle=closed, **in_six_languages("findings", "zzfinding"))
    NarrativeChoice.objects.create(consolidated=consolidated, question=questions[0], left_out=["FAO"])
    Answer.objects.filter(question__code="1.3").update(text=DRAFTED)  # typed after it was accepted
    return closed


def keep_back(answer, word, **fields):
    Answer.objects.filter(pk=answer.pk).update(text=word, **fields)
    Report.objects.filter(pk=answer.report_id).update(
        accepted_submission=submit(Report.objects.get(pk=answer.report_id))
    )


@pytest.fixture
def published(with_secrets, secretariat):
    return CYCLE.perform(with_secrets, "publish", by=secretariat)


def everything(client, cycle, query=""):
    """The text of every form of the report, by its name."""
    url = report_url(cycle)
    pages = {name: client.get(f"{url}{name}{query}") for name in ("", "progress-report/1/", "progress-report/2/")}
    forms = {name: page.content.decode() for name, page in pages.items()}
    readers = {"pdf": text_of_pdf, "docx": text_with_endnotes, "xlsx": text_of_xlsx}
    for name in ("report.pdf", "report.docx", "report.xlsx", "annex.pdf", "annex.docx", "annex.xlsx"):
        response = client.get(f"{cycle.get_absolute_url()}{name}{query}")
        assert response.status_code == 200
        forms[name] = readers[name.split(".")[1]](response.content)
    return forms


def text_with_endnotes(content):
    parts = Document(BytesIO(content)).part.package.iter_parts()
    notes = [part.blob.decode() for part in parts if part.partname == "/word/endnotes.xml"]
    return text_of_docx(content) + "".join(notes)


def text_of_xlsx(content):
    book = load_workbook(BytesIO(content))
    return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row if cell is not None)


def words_in(forms):
    return {word for text in forms.values() for word in EVERY if word in text}


EVERY = {PUBLIC, MEMBERS, SECRETARIAT, FLAGGED, LEFT_OUT, DRAFTED, *FEW}


def test_visitor_gets_what_is_public_in_every_form(client, published):
    forms = everything(client, published)

    assert words_in(forms) == {PUBLIC}
    assert "zzfinding" in forms[""]
    assert "zzfinding" in forms["report.pdf"]
    assert client.get(report_url(published), {"edition": "members"}).status_code == 404
    assert client.get(f"{published.get_absolute_url()}report.docx?edition=secretariat").status_code == 404


def test_members_get_what_is_for_members_too(client, published, other_focal_point):
    client.force_login(other_focal_point)

    assert {PUBLIC, MEMBERS} <= (found := words_in(everything(client, published)))
    assert not found & {SECRETARIAT, FLAGGED, LEFT_OUT, DRAFTED}
    assert words_in(everything(client, published, "?edition=public")) == {PUBLIC}
    assert client.get(report_url(published), {"edition": "secretariat"}).status_code == 404


def test_secretariat_gets_all_levels_and_nothing_that_was_kept_back(client, published, secretariat):
    client.force_login(secretariat)

    found = words_in(everything(client, published))

    assert {PUBLIC, MEMBERS, SECRETARIAT} <= found
    assert not found & {FLAGGED, LEFT_OUT, DRAFTED}


def test_answer_that_is_promised_to_fewer_people_today_is_not_shown_as_it_was_frozen(client, published):
    Question.objects.filter(code="3.1").update(consent="members")

    assert words_in(everything(client, published)) == set()


def test_report_is_made_in_each_language_with_texts_in_their_own(client, published):
    for language in languages.LANGUAGES:
        start = f"/{language.code}/strategy/cycles/{published.slug}/"
        page = client.get(f"{start}report/progress-report/2/").content.decode()
        assert f'dir="{language.direction}"' in page.split("<head>")[0]
        marked = f'<div class="ia-prose" lang="fr" dir="ltr"><p>{PUBLIC}' in page
        assert marked, language.code
        assert PUBLIC in text_of_pdf(client.get(f"{start}report.pdf").content)
        document = Document(BytesIO(client.get(f"{start}annex.docx").content))
        assert (document.sections[0]._sectPr.find(BIDI) is not None) == (language.direction == "rtl")
        book = load_workbook(BytesIO(client.get(f"{start}annex.xlsx").content))
        assert all(sheet.sheet_view.rightToLeft == (language.direction == "rtl") for sheet in book)


BIDI = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}bidi"


def test_annex_names_the_sources_of_each_figure_in_real_endnotes(client, published):
    document = Document(BytesIO(client.get(f"{published.get_absolute_url()}annex.docx").content))
    [part] = [part for part in document.part.package.iter_parts() if part.partname == "/word/endnotes.xml"]
    notes = part.blob.decode()
    cited = document.element.body.xpath("//w:endnoteReference/@w:id")

    assert cited == [str(number) for number in range(1, len(cited) + 1)]
    assert notes.count("<w:endnoteRef/>") == len(cited) == 4
    assert "A/79/230" in notes
    assert "Entities: FAO, ILO, UNDP. Snapshot 1" in notes
    book = load_workbook(BytesIO(client.get(f"{published.get_absolute_url()}annex.xlsx").content))
    assert [sheet.title for sheet in book][1:] == ["Figures", "Endnotes", "Definitions"]
    values = [row[6] for row in book["Figures"].iter_rows(min_row=2, values_only=True)]
    assert values == [73, 81, pytest.approx(66.67, abs=0.01), None]


def test_long_paper_is_made_in_the_background_once_and_made_anew_where_less_may_be_told(client, published, monkeypatch):
    monkeypatch.setitem(making.LONGEST_IN_REQUEST, "docx", 10)
    url = f"{published.get_absolute_url()}report.docx"

    assert client.get(url).status_code == 202
    assert client.get(url).status_code == 202
    [job] = Job.objects.filter(kind=making.JOB)
    making.make_paper(Progress(job, None), **job.params)
    making.make_paper(Progress(job, None), **job.params)
    response = client.get(url)
    assert response.status_code == 200
    assert PUBLIC in text_of_docx(b"".join(response.streaming_content))
    assert SnapshotPaper.objects.count() == 1
    file = SnapshotPaper.objects.get().file
    assert client.get(file.get_absolute_url()).status_code in (302, 404)
    assert client.get(f"{url}?edition=members").status_code == 404
    Question.objects.filter(code="3.1").update(consent="members")
    assert client.get(url).status_code == 202
    making.make_paper(Progress(job, None), **job.params)
    assert PUBLIC not in text_of_docx(b"".join(client.get(url).streaming_content))


def test_report_costs_the_same_for_one_and_for_three_reports(client, closed, secretariat, django_assert_num_queries):
    published = CYCLE.perform(closed, "publish", by=secretariat)
    url = report_url(published)
    client.get(url)
    with django_assert_num_queries(QUERIES):
        client.get(url)
    Report.objects.exclude(entity__code="ILO").update(accepted_submission=None, state="returned")
    CYCLE.perform(CYCLE.perform(published, "reopen", by=secretariat, reason="Less"), "close", by=secretariat)
    published.refresh_from_db()
    CYCLE.perform(published, "publish", by=secretariat)
    with django_assert_num_queries(QUERIES):
        client.get(url)
    assert CycleSnapshot.objects.count() == 2


def test_members_are_warned_of_double_counts_and_told_what_was_entered_on_behalf(
    client, make, closed, secretariat, other_focal_point
):
    initiative = make_initiative(make, title="zzshared")
    for report in Report.objects.order_by("pk")[:2]:
        answers = report.accepted_submission.answers
        answers["1.3"]["evidence"] = [{"initiative": initiative.code}]
        submission = Submission.objects.create(
            report=report, number=2, at=report.submitted_at, content={"answers": answers}
        )
        Report.objects.filter(pk=report.pk).update(accepted_submission=submission, number=2)
    received = {"received_through": "mail", "received_from": "zzwriter", "received_on": "2026-03-02"}
    Report.objects.filter(pk=report.pk).update(channel="secretariat", **received)
    CYCLE.perform(closed, "publish", by=secretariat)
    words = ("zzshared", "Perhaps counted twice", "Entered", "zzwriter")

    public = everything(client, closed)
    client.force_login(other_focal_point)
    members = everything(client, closed)

    assert not [(form, word) for form, text in public.items() for word in words if word in text]
    for form in ("progress-report/1/", "report.pdf", "report.docx"):
        assert "zzshared" in members[form]
        assert "Perhaps counted twice" in members[form]
    for form in ("", "report.pdf", "report.docx"):
        assert "Entered" in members[form]
    assert not [form for form, text in members.items() if "zzwriter" in text]  # who gave the answers is not for all


def test_tables_of_fewer_than_three_entities_are_hidden_in_public(client, make, secretariat):
    questionnaire = make_questionnaire(make)
    table = make_question(make, questionnaire.sections.last(), "2.3", "table", required=False)
    Column.objects.create(question=table, code="partner", **in_six_languages("label", "Partner"))
    cycle = make_cycle(make, state="closed", questionnaire=questionnaire)
    for code in ("ILO", "FAO"):
        answers = ANSWERS | {"2.3": {"value": [{"partner": f"Zzpartner {code}"}]}}
        make_report(make, make.entity(code), cycle, "accepted", answers=answers)
    CYCLE.perform(cycle, "publish", by=secretariat)
    address = reverse("strategy:consolidated_section", args=[cycle.slug, questionnaire.code, "2"])

    assertNotContains(client.get(address), "Zzpartner")
    client.force_login(secretariat)
    assertContains(client.get(address), "Zzpartner ILO")
