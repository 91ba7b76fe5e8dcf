"""A report and an empty questionnaire on paper."""

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from meetings.models import Decision
from strategy.models import Choice, Column, Evidence, QuestionType
from tests.factory import in_six_languages
from tests.meetings.factory import make_decision, make_meeting
from tests.strategy.factory import make_question, make_report


def words_of(response):
    assert response.status_code == 200, response
    document = Document(BytesIO(response.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


@pytest.fixture
def every_type(make, questionnaire):
    section = questionnaire.sections.last()
    for code, kind in (("2.3", QuestionType.RANKING), ("2.4", QuestionType.MANY_OF)):
        question = make_question(make, section, code, kind, required=False)
        for choice in ("seeds", "water"):
            Choice.objects.create(question=question, code=choice, **in_six_languages("label", choice))
    table = make_question(make, section, "2.5", QuestionType.TABLE, required=False)
    Column.objects.create(question=table, code="who", **in_six_languages("label", "Who"))
    Column.objects.create(question=table, code="many", is_number=True, **in_six_languages("label", "How many"))
    make_question(make, section, "2.6", QuestionType.SCALE, required=False)
    make_question(make, section, "2.7", QuestionType.SHORT_TEXT, required=False)


ANSWERS = {
    "1.1": {"value": "yes"},
    "1.2": {"value": "means"},
    "1.3": {"value": 12345},
    "2.1": {"text": "Texte <b>avec</b> balises\n• Deux", "text_language": "fr"},
    "2.2": {"value": 81},
    "2.3": {"value": ["water", "seeds"]},
    "2.4": {"value": ["seeds", "water"]},
    "2.5": {"value": [{"who": "Zzrow", "many": 2024}]},
    "2.6": {"value": 4},
    "2.7": {"not_applicable": True, "reason": "لا ينطبق (ILO)", "text_language": "ar"},
}


def test_report_on_paper_has_every_type_of_answer_and_its_evidence(client, make, every_type, cycle, ilo, contributor):
    report = make_report(make, entity=ilo, cycle=cycle, answers=ANSWERS)
    decision = make_decision(make, make_meeting(make, state="adopted"))
    kept = report.answers.get(question__code="1.3")
    Evidence.objects.create(answer=kept, kind="decision", record_id=decision.pk)
    client.force_login(contributor)
    url = reverse("strategy:report_paper", args=[report.pk, "docx"])

    words = words_of(client.get(url))

    for part in ("Yes", "means [en]", "12,345", "Texte <b>avec</b> balises", "• Deux", "81", "1. water [en]", "Zzrow",
                 "2024", "4 of 5", "Does not apply", "لا ينطبق (ILO)", f"Decision {decision.number}"):  # fmt: skip
        assert part in words
    arabic = client.get(url.replace("/en/", "/ar/"))
    assert "Question 1.1 [ar]" in words_of(arabic)
    pdf = client.get(url.replace("/en/", "/ar/").replace(".docx", ".pdf"))
    assert pdf.content.startswith(b"%PDF")
    assert pdf["Cache-Control"] == "private, no-store"
    Decision.objects.filter(pk=decision.pk).update(meeting=make_meeting(make, state="scheduled"))
    assert decision.number not in words_of(client.get(url))  # the writer sees that meeting, not yet its outcome


def test_earlier_version_is_printed_as_it_was_submitted(client, submitted, secretariat):
    submitted.answers.filter(question__code="1.3").update(value=99)
    client.force_login(secretariat)
    url = reverse("strategy:report_paper", args=[submitted.pk, "docx"])

    assert "\n99 \n" in words_of(client.get(url))
    earlier = words_of(client.get(url + "?submission=1"))
    assert "\n12 \n" in earlier
    assert "Version 1, as it was submitted" in earlier
    assert client.get(url + "?submission=7").status_code == 404


def test_empty_form_has_every_question_and_no_answer(client, every_type, cycle, draft, contributor):
    client.force_login(contributor)
    url = reverse("strategy:questionnaire_paper", args=[cycle.slug, "progress-report", "docx"])

    words = words_of(client.get(url))

    for code in ANSWERS:
        assert f"{code} Question {code} [en]" in words
    for part in ("[   ] Yes", "[   ] seeds [en]", "How many [en]", "Only if the answer to 1.1 is “Yes”.", "_____"):
        assert part in words
    assert "Texte de la réponse" not in words
    assert client.get(url.replace("progress-report", "nothing")).status_code == 404
