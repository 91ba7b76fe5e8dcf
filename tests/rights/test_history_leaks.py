"""The history tells nobody what the record itself did not tell them: first everything is written that could leak."""

import pytest
from django.urls import reverse

from core.history import kinds
from core.history.through import through
from core.history.tracking import TRACKED
from initiatives.models import InitiativeRelation, Participation
from initiatives.workflow import INITIATIVE
from strategy.models import Report, ReportState
from strategy.workflow import REPORT
from tests.access.table import ROLES
from tests.factory import in_six_languages
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_document, make_intervention, make_meeting
from tests.resources.factory import make_resource
from tests.strategy.factory import make_report


@pytest.fixture
def read(client):
    def page(record, person):
        client.force_login(person)
        return client.get(reverse("history", args=[type(record)._meta.model_name, record.pk]))

    return page


def write(record, **fields):
    with through(user=None, page="/en/x/"):
        for name, value in fields.items():
            setattr(record, name, value)
        record.save()


@pytest.fixture
def initiative(make, ilo, fao):
    """Its draft said zzdraft, its submission zzsubmitted, what is public zzpublic."""
    record = make_initiative(make, state="draft", lead=ilo, title="zzdraft")
    with through(user=None, page="/en/x/"):
        Participation.objects.create(initiative=record, role="funder", group_text_en="zzdraftpartner")
    with through(user=None, page="/en/y/"):
        record.participations.filter(role="funder").delete()
    write(record, state="submitted", **in_six_languages("title", "zzsubmitted"))
    write(record, state="published", **in_six_languages("title", "zzpublic"))
    write(record, state="published", **in_six_languages("title", "zznow"))
    return record


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("focal_point", {"zzdraft", "zzdraftpartner", "zzsubmitted", "zzpublic", "zznow"}),
        ("contributor", {"zzdraft", "zzdraftpartner", "zzsubmitted", "zzpublic", "zznow"}),
        ("secretariat", {"zzsubmitted", "zzpublic", "zznow"}),
        ("administrator", {"zzsubmitted", "zzpublic", "zznow"}),
        ("other", {"zzpublic", "zznow"}),
    ],
)
def test_versions_before_publication_stay_with_those_who_saw_them(read, people, initiative, role, expected):
    text = read(initiative, people[role]).text

    words = {"zzdraft", "zzdraftpartner", "zzsubmitted", "zzpublic", "zznow"}
    assert {word for word in words if f"{word} [" in text or f"{word}<" in text} == expected


def test_what_was_written_while_a_record_was_taken_back_is_not_shown(read, people, initiative):
    write(initiative, state="draft", **in_six_languages("title", "zzsecretdraft"))
    write(initiative, state="published", **in_six_languages("title", "zzagain"))

    text = read(initiative, people["other"]).text

    assert "zzsecretdraft" not in text
    assert "zzagain" in text


def test_reasons_before_publication_are_not_for_other_entities(read, people, make, ilo):
    record = make_initiative(make, state="submitted", lead=ilo)
    INITIATIVE.perform(record, "return", by=people["secretariat"], reason="zzreason")
    record.refresh_from_db()
    write(record, state="published")

    assert "zzreason" in read(record, people["focal_point"]).text
    assert "zzreason" not in read(record, people["other"]).text


def test_initiative_that_one_does_not_see_is_not_named(read, people, make, initiative, ilo):
    hidden = make_initiative(make, state="draft", lead=ilo, title="zzhidden")
    with through(user=None, page="/en/x/"):
        InitiativeRelation.objects.create(initiative=initiative, other=hidden, kind="related")

    assert "zzhidden" in read(initiative, people["focal_point"]).text
    seen = read(initiative, people["other"]).text
    assert "zzhidden" not in seen
    assert "a record that is gone or not open to you" in seen


def test_draft_of_an_intervention_stays_with_its_entity(read, people, make, ilo):
    meeting = make_meeting(make, state="in_progress")
    spoken = make_intervention(make, meeting, ilo, is_draft=True, text="zzdraftwords")
    write(spoken, is_draft=False, **in_six_languages("text", "zzspoken"))
    write(spoken, is_draft=False, **in_six_languages("text", "zzcorrected"))

    assert "zzdraftwords" in read(spoken, people["contributor"]).text
    seen = read(spoken, people["other"]).text
    assert "zzdraftwords" not in seen
    assert "zzspoken" in seen
    assert "zzcorrected" in seen


def test_draft_of_a_resource_stays_with_its_publisher(read, people, make, ilo):
    resource = make_resource(make, entity=ilo, state="draft", title="zzdrafttitle", slug="lessons")
    write(resource, state="published", **in_six_languages("title", "zztitle"))

    assert "zzdrafttitle" in read(resource, people["contributor"]).text
    assert "zzdrafttitle" not in read(resource, people["other"]).text


def test_papers_of_a_meeting_are_for_the_secretariat(read, people, make):
    meeting = make_meeting(make)
    with through(user=None, page="/en/x/"):
        make_document(make, meeting, level="secretariat", title="zzpaper")
    write(meeting, symbol="IAM/9")

    assert "zzpaper" in read(meeting, people["secretariat"]).text
    seen = read(meeting, people["other"]).text
    assert "zzpaper" not in seen
    assert "IAM/9" in seen


@pytest.fixture
def report(make, people, ilo):
    """Its draft said zzfirst; submitted it said zzsent; a draft again it says zzlater."""
    report = make_report(make, entity=ilo, complete=True)
    answer = report.answers.get(question__code="2.1")
    write(answer, text="zzfirst", text_language="en")
    write(answer, text="zzsent", text_language="en")
    with through(user=people["focal_point"].pk, page="/en/x/"):
        REPORT.perform(report, "submit", by=people["focal_point"])
    return report


def later(report, state):
    Report.objects.filter(pk=report.pk).update(state=state)
    report.refresh_from_db()
    write(report.answers.get(question__code="2.1"), text="zzlater")


def test_secretariat_reads_what_was_submitted_and_no_draft(read, people, report):
    later(report, ReportState.DRAFT)

    seen = read(report, people["secretariat"]).text

    assert "zzfirst" not in seen
    assert "zzlater" not in seen
    own = read(report, people["contributor"]).text
    assert all(word in own for word in ("zzfirst", "zzsent", "zzlater"))


def test_second_submission_shows_the_secretariat_what_came_anew(read, people, report):
    with through(user=people["secretariat"].pk, page="/en/x/"):
        REPORT.perform(report, "return", by=people["secretariat"], reason="More, please.")
    with through(user=people["focal_point"].pk, page="/en/y/"):
        REPORT.perform(report, "revise", by=people["focal_point"])
    answer = report.answers.get(question__code="2.1")
    write(answer, text="zzbetween")
    write(answer, text="zzsecond")
    with through(user=people["focal_point"].pk, page="/en/z/"):
        REPORT.perform(report, "submit", by=people["focal_point"])

    seen = read(report, people["secretariat"]).text

    assert "zzbetween" not in seen
    assert "zzsent" in seen
    assert "zzsecond" in seen


def test_what_the_entity_recalled_is_its_own_again(read, people, report):
    with through(user=people["secretariat"].pk, page="/en/x/"):
        REPORT.perform(report, "return", by=people["secretariat"], reason="More, please.")
    with through(user=people["focal_point"].pk, page="/en/y/"):
        REPORT.perform(report, "revise", by=people["focal_point"])
    write(report.answers.get(question__code="2.1"), text="zzrecalled")
    with through(user=people["focal_point"].pk, page="/en/z/"):
        REPORT.perform(report, "submit", by=people["focal_point"])
    assert "zzrecalled" in read(report, people["secretariat"]).text

    with through(user=people["focal_point"].pk, page="/en/z/"):
        REPORT.perform(report, "recall", by=people["focal_point"])

    assert "zzrecalled" not in read(report, people["secretariat"]).text
    assert "zzrecalled" in read(report, people["contributor"]).text


@pytest.mark.parametrize("role", ROLES)
def test_no_history_of_any_record_tells_what_is_not_for_the_person(client, people, secrets, role):
    """Every record of every kind that has a history, one by one, whether the person may see it or not."""
    if people[role]:
        client.force_login(people[role])
    told = set()
    for kind in kinds.registered():
        for key in kind.model._base_manager.values_list("pk", flat=True):
            response = client.get(reverse("history", args=[kind.name, key]))
            assert response.status_code in (200, 302, 403, 404)
            told |= {(word, kind.name) for word in secrets.found_in(response.text)}

    assert {(word, kind) for word, kind in told if word in secrets.kept_from(role)} == set()


def test_every_tracked_record_has_a_page_or_belongs_to_one():
    """What has none is written once and never changed, and stands on the page of its record."""
    parts = {part.model for kind in kinds.registered() for part in kind.all_parts()}
    models = {kind.model for kind in kinds.registered()}

    assert {model._meta.label for model in TRACKED} - {model._meta.label for model in parts | models} == {
        "strategy.AnswerComment"
    }
