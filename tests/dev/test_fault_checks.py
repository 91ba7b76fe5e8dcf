"""The bench of faults finds what is lost, done twice or half done. `make faults` itself takes minutes."""

import pytest
from django.core.files.base import ContentFile

from bench.faults import checks
from bench.faults.browser import FormReader, filled
from bench.faults.work import ACKNOWLEDGED, UNCLEAR, Ledger, Operation
from core.files import uploads
from core.models import File, Job, Notification
from initiatives.workflow import INITIATIVE
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_attendance, make_intervention, make_meeting


def ledger_of(*operations):
    ledger = Ledger(wanted=1)
    for operation in operations:
        ledger.write(Operation(*operation))
    return ledger


@pytest.mark.parametrize(
    ("outcome", "copies", "is_right"),
    [
        (ACKNOWLEDGED, 1, True),
        (ACKNOWLEDGED, 0, False),
        (ACKNOWLEDGED, 2, False),
        (UNCLEAR, 0, True),
        (UNCLEAR, 1, True),
        (UNCLEAR, 2, False),
    ],
)
def test_acknowledged_record_is_there_once_and_others_at_most_once(make, ilo, outcome, copies, is_right):
    meeting = make_meeting(make)
    for _copy in range(copies):
        make_intervention(make, meeting, ilo, text_en="marker1")

    found = list(checks.new_interventions(ledger_of(("new intervention", "", "marker1", outcome))))

    assert (found == []) == is_right


@pytest.mark.parametrize(("lines", "is_right"), [(1, True), (0, False)])
def test_acknowledged_answer_to_an_invitation_is_there(make, ilo, lines, is_right):
    meeting = make_meeting(make)
    for _line in range(lines):
        make_attendance(make, meeting, ilo, person_name="marker1", answer="yes")
    ledger = ledger_of(("answer to an invitation", "ilo", "marker1", ACKNOWLEDGED))

    assert (list(checks.answers_to_invitations(ledger)) == []) == is_right


@pytest.mark.parametrize(
    ("stored", "is_right"), [("marker1", False), ("marker2", True), ("marker3", True), ("typed by nobody", False)]
)
def test_record_holds_what_was_acknowledged_last_or_sent_after_it(make, ilo, stored, is_right):
    intervention = make_intervention(make, make_meeting(make), ilo, text_en=stored, speaker_name=stored)
    number = intervention.pk
    ledger = ledger_of(
        ("intervention", number, "marker1", ACKNOWLEDGED),
        ("intervention", number, "marker2", ACKNOWLEDGED),
        ("intervention", number, "marker3", UNCLEAR),
    )

    assert (list(checks.edited(ledger, "intervention", checks.interventions)) == []) == is_right


def test_half_of_a_save_is_found(make):
    initiative = make_initiative(make, title_en="marker1", summary_en="marker1")
    initiative.links.create(url="https://example.org/marker0")
    ledger = ledger_of(("initiative", initiative.slug, "marker1", ACKNOWLEDGED))

    (sentence, *_rest) = checks.edited(ledger, "initiative", checks.initiatives)

    assert "half written" in sentence


def test_submission_without_its_event_and_officer_who_was_not_told_are_found(make, ilo, focal_point, secretariat):
    initiative = make_initiative(make, state="draft", lead=ilo)
    INITIATIVE.perform(initiative, "submit", by=focal_point)
    ledger = ledger_of(("submission of an initiative", initiative.slug, "", ACKNOWLEDGED))
    assert list(checks.submissions_of_initiatives(ledger)) == []

    Notification.objects.all().delete()
    never_moved = make_initiative(make, state="submitted", lead=ilo)
    ledger.write(Operation("submission of an initiative", never_moved.slug, "", ACKNOWLEDGED))

    assert len(list(checks.submissions_of_initiatives(ledger))) == 1
    assert len(list(checks.notifications())) == 1


def test_file_without_its_object_is_found(focal_point):
    file = uploads.keep(focal_point, "note.txt", ContentFile(b"A note"))
    assert list(checks.files()) == []

    file.storage.delete(file.stored_as)

    assert File.objects.complete().exists()
    assert len(list(checks.files())) == 1


def test_job_that_is_left_lying_is_found(db):
    Job.objects.create(kind="check_links", key="x")

    assert len(list(checks.jobs(ledger_of()))) == 1


def test_form_is_read_as_a_browser_sends_it():
    page = """<form><input name="a" value="1"><input type="checkbox" name="b" checked><input type="checkbox" name="c">
        <select name="d"><option value="x">X</option><option value="y" selected>Y</option></select>
        <textarea name="e">\nline</textarea><input type="file" name="f"><button name="g" value="1">Go</button></form>"""

    (fields,) = FormReader.forms(page)

    assert fields == [("a", "1"), ("b", "on"), ("d", "y"), ("e", "line")]
    assert filled(fields, a="2", z="3") == [("b", "on"), ("d", "y"), ("e", "line"), ("a", "2"), ("z", "3")]
