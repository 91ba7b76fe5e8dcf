"""Uploads in a real browser: over a line that breaks, by drag and drop, by keyboard alone, after the tab was closed,
and when the sign-in ends on the way."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from core.models import File
from meetings.models import Meeting, MeetingDocument
from strategy.models import Evidence, Report
from tests.browser.conftest import PHONE, sign_in
from tests.browser.pages import FOCAL, OFFICER
from tests.core.factory import checksum
from tests.core.samples import pdf

pytestmark = pytest.mark.browser

# Larger than the first piece that the page sends.
LARGE = pdf(*["Water in Cabo Verde " * 40] * 900)
DROP = """([zone, name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type: "text/plain" }));
    document.querySelectorAll(zone)[document.querySelectorAll(zone).length - 1]
        .dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def documents(open_window):
    """The page of the papers of a planned meeting."""
    page = open_window()
    sign_in(page, OFFICER)
    meeting = Meeting.objects.filter(state="scheduled").first()
    page.goto(reverse("meetings:document_edit", args=[meeting.slug]))
    return page


def several(page):
    """The field at the end of the page that takes several files."""
    return page.locator("[data-upload][data-several]")


def test_upload_goes_on_after_the_line_was_cut_and_dropped_files_become_papers(documents):
    page, pieces = documents, []

    def cut_the_second(route):
        pieces.append(route.request.headers["upload-offset"])
        if len(pieces) == 2:
            route.abort("connectionfailed")
        else:
            route.continue_()

    page.route(
        "**/uploads/*/", lambda route: cut_the_second(route) if route.request.method == "PATCH" else route.continue_()
    )
    several(page).locator("input[type=file]").set_input_files(
        {"name": "ورقة.pdf", "mimeType": "application/pdf", "buffer": LARGE}
    )
    page.get_by_text("It is kept when you save.").first.wait_for(timeout=30_000)
    page.evaluate(DROP, ["[data-upload][data-several] [data-zone]", "Dropped.txt", "Water"])
    several(page).locator("li[data-state=done]").nth(1).wait_for(timeout=30_000)

    page.get_by_role("button", name="Save the documents").click()

    page.get_by_text("2 new ones among them").wait_for(timeout=30_000)
    file = File.objects.get(name="ورقة.pdf")
    assert file.sha256 == checksum(LARGE)
    assert len(pieces) > 2, "the piece that was cut off was sent again"
    names = set(MeetingDocument.objects.filter(file__isnull=False).values_list("title_en", flat=True))
    assert {"ورقة", "Dropped"} <= names
    assert not [words for words in page.complaints if "ERR_CONNECTION_FAILED" not in words]


def cut_after(page, pieces):
    """Lets so many pieces pass; after them the line is down. Returns the offsets of the pieces that passed."""
    passed = []

    def handle(route):
        request = route.request
        if request.method == "PATCH" and len(passed) < pieces:
            passed.append(int(request.headers["upload-offset"]))
            route.continue_()
        else:
            route.abort("connectionfailed")

    page.route("**/uploads/*/", handle)
    return passed


def choose(page, path):
    several(page).locator("input[type=file]").set_input_files(path)


@pytest.fixture
def large(tmp_path):
    """On the disk, so that the file is the same one when it is chosen again."""
    path = tmp_path / "Large.pdf"
    path.write_bytes(LARGE)
    return path


def test_upload_by_keyboard_alone(documents, large):
    page = documents
    several(page).locator("input[type=file]").focus()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(large)
    several(page).locator("li[data-state=done]").wait_for(timeout=30_000)

    # Back from the input to the button of the row, which says which file it takes away.
    page.keyboard.press("Shift+Tab")
    button = page.locator(":focus")
    assert button.get_attribute("aria-label") == "Take away: Large.pdf"
    page.keyboard.press("Enter")

    assert several(page).locator("li").count() == 0
    assert page.evaluate("document.activeElement.type") == "file", "the focus is not lost with the row"


def test_upload_goes_on_where_it_was_when_the_tab_was_closed(documents, large):
    page = documents
    first = cut_after(page, 1)
    choose(page, large)
    several(page).locator("li[data-state=lost]").wait_for(timeout=30_000)
    address, context = page.url, page.context
    page.close()

    page = context.new_page()
    offsets = []
    page.on("request", lambda sent: sent.method == "PATCH" and offsets.append(int(sent.headers["upload-offset"])))
    page.goto(address)
    choose(page, large)
    several(page).locator("li[data-state=done]").wait_for(timeout=30_000)

    assert first == [0]
    assert offsets[0] > 0, "what had arrived was not sent again"
    file = File.objects.get(name="Large.pdf")
    assert (file.state, file.sha256) == ("complete", checksum(LARGE))


def test_upload_waits_for_a_new_sign_in_and_goes_on(documents, large):
    page = documents

    def end_the_session(route):
        if route.request.method == "PATCH" and route.request.headers["upload-offset"] != "0" and not ended:
            ended.append(Session.objects.all().delete())
        route.continue_()

    ended = []
    page.route("**/uploads/*/", end_the_session)
    choose(page, large)
    several(page).locator("li[data-state=signedout]").wait_for(timeout=30_000)

    other = page.context.new_page()
    sign_in(other, OFFICER)
    several(page).get_by_role("button", name="Go on").click()

    several(page).locator("li[data-state=done]").wait_for(timeout=30_000)
    assert File.objects.get(name="Large.pdf").sha256 == checksum(LARGE)


def test_evidence_is_uploaded_beside_an_answer(open_window, large):
    page = open_window(size=PHONE)
    sign_in(page, FOCAL)
    report = Report.objects.filter(state="draft", entity__appointments__user__email=FOCAL).first()
    page.goto(report.get_edit_url())
    question = page.locator("section.ia-q").first
    question.locator("summary", has_text="Evidence").click()

    question.locator("input[type=file]").set_input_files(large)
    question.locator("li[data-state=done]").wait_for(timeout=30_000)
    page.get_by_role("button", name="Save", exact=True).click()

    page.get_by_text("Your answers are saved.").wait_for(timeout=30_000)
    assert Evidence.objects.get(answer__report=report, file__isnull=False).file.sha256 == checksum(LARGE)
    assert page.complaints == []
