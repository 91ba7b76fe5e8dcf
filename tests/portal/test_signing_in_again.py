"""Signed out in the middle of a form, or with an old token: nothing that was typed is lost, without script too."""

from html.parser import HTMLParser

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import Draft, TransitionEvent
from core.models.drafts import LARGEST
from strategy.models import AnswerComment
from tests.initiatives.factory import make_initiative
from tests.initiatives.test_form import party, posted
from tests.meetings.factory import make_action_point, make_meeting
from tests.strategy.factory import make_cycle, make_questionnaire, make_report

HERE = {"origin": "http://testserver"}
TEXT = 'Water & "peace" <b>\nنص'
NEW = reverse("initiatives:initiative_create")
LOGIN = reverse("account_login")


class Form(HTMLParser):
    """The fields of the form that posts to `action`, as a browser would send them."""

    def __init__(self, html, action):
        super().__init__()
        self.action, self.fields, self.is_inside = action, {}, False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.is_inside = attributes.get("action") == self.action
        elif tag == "input" and self.is_inside and attributes.get("name"):
            self.fields.setdefault(attributes["name"], []).append(attributes.get("value") or "")


@pytest.fixture
def initiative(make, ilo):
    return make_initiative(make, state="draft", lead=ilo, participations=[])


@pytest.fixture
def strict(client):
    """A client whose tokens are checked, as in a browser."""
    client.handler.enforce_csrf_checks = True
    return client


def sign_in_with(client, page, email="contributor@ilo.example", password="sstc-demo"):
    fields = Form(page.text, LOGIN).fields
    return client.post(LOGIN, fields | {"login": email, "password": password})


# No script: the session is over when the form is sent


def test_text_goes_along_through_the_sign_in_and_waits_in_the_form(client, make, contributor, initiative):
    rows = {"participations": [party(name="Half a country")]}
    data = posted(initiative, rows, summary_en=TEXT, goals=["3", "8"])
    make.goal(3), make.goal(8)

    page = client.post(initiative.get_edit_url(), data, headers=HERE)
    assertContains(page, "Your text is kept", status_code=401)
    response = sign_in_with(client, page)

    assertRedirects(response, initiative.get_edit_url(), fetch_redirect_response=False)
    draft = Draft.objects.get()
    assert (draft.user, draft.typed["summary_en"], draft.typed.getlist("goals")) == (contributor, TEXT, ["3", "8"])
    form = client.get(initiative.get_edit_url())
    assertContains(form, "that is not saved yet")
    assertContains(form, 'value="Half a country"')


def test_wrong_password_loses_nothing(client, contributor):
    page = client.post(NEW, posted(title_en=TEXT), headers=HERE)

    page = sign_in_with(client, page, password="wrong")
    assert page.status_code == 200
    response = sign_in_with(client, page)

    assertRedirects(response, NEW, fetch_redirect_response=False)
    assert Draft.objects.get().typed["title_en"] == TEXT


def test_answers_of_a_report_come_back_in_their_section(client, make, ilo, contributor):
    questionnaire = make_questionnaire(make)
    report = make_report(make, entity=ilo, cycle=make_cycle(make, questionnaire=questionnaire, entities=[ilo]))
    question = questionnaire.sections.get(code="2").questions.get(code="2.1")

    page = client.post(report.get_edit_url("2"), {f"q{question.pk}-text": TEXT}, headers=HERE)
    response = sign_in_with(client, page)

    assertRedirects(response, report.get_edit_url("2"), fetch_redirect_response=False)
    assert client.get(report.get_edit_url("2")).context["forms"].forms[0]["text"].value() == TEXT
    assertNotContains(client.get(report.get_edit_url("1")), "that is not saved yet")


def test_text_is_kept_for_whoever_is_signed_in_already_in_another_window(client, contributor):
    page = client.post(NEW, posted(title_en=TEXT), headers=HERE)
    client.force_login(contributor)

    assertRedirects(sign_in_with(client, page), NEW, fetch_redirect_response=False)
    assert Draft.objects.get().typed["title_en"] == TEXT


@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": "https://elsewhere.example"}, {"referer": "https://elsewhere.example/"}, {"origin": "null"}],
)
def test_text_from_another_site_is_not_carried(client, contributor, headers):
    response = client.post(NEW, posted(title_en=TEXT), headers=headers)

    assertRedirects(response, f"{LOGIN}?next={NEW}")
    client.post(response["Location"], {"login": contributor.email, "password": "sstc-demo"})
    assert not Draft.objects.exists()


def test_text_in_an_address_is_not_carried(client, contributor):
    client.post(LOGIN + f"?next={NEW}&typed=%7B%7D", {"login": contributor.email, "password": "sstc-demo"})

    assert not Draft.objects.exists()


@pytest.mark.parametrize("address", ["desk", "profile", "initiatives:initiative_list"])
def test_text_becomes_no_draft_of_a_page_without_drafts(client, contributor, address):
    fields = {"typed": '{"full_name": ["Somebody"]}', "next": reverse(address)}

    page = client.post(LOGIN, fields | {"login": contributor.email, "password": "sstc-demo"})

    assertContains(page, f'action="{reverse(address)}"')
    assert client.session["_auth_user_id"] == str(contributor.pk)
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "typed",
    ["nonsense", "[]", '{"a": 1}', '{"a": null}', "null", '{"a": [{"b": 1}]}', '{"a": ["\\ud800"]}', '{"\\u0000": []}'],
)
def test_what_no_page_of_ours_wrote_does_no_harm(client, contributor, typed):
    fields = {"typed": typed, "next": NEW, "login": contributor.email, "password": "sstc-demo"}

    assertRedirects(client.post(LOGIN, fields), NEW)


def test_address_that_is_too_long_for_a_draft_does_no_harm(client, make, ilo, contributor):
    report = make_report(make, entity=ilo, cycle=make_cycle(make, entities=[ilo]))
    fields = {"typed": '{"a": ["b"]}', "next": report.get_edit_url("x" * 600)}

    client.post(LOGIN, fields | {"login": contributor.email, "password": "sstc-demo"})

    assert client.session["_auth_user_id"] == str(contributor.pk)
    assert not Draft.objects.exists()


def test_more_than_a_draft_holds_is_not_carried(client, contributor):
    response = client.post(NEW, posted(summary_en="a" * LARGEST), headers=HERE)

    assertRedirects(response, f"{LOGIN}?next={NEW}")


def test_nul_is_not_carried(client, contributor):
    sign_in_with(client, client.post(NEW, posted(title_en="Wa\0ter"), headers=HERE))

    assert Draft.objects.get().typed["title_en"] == "Water"


def test_button_without_a_text_leads_to_the_sign_in_as_ever(client, initiative):
    url = initiative.get_transition_url("submit")

    assertRedirects(client.post(url, {"next": "/en/desk/"}, headers=HERE), f"{LOGIN}?next={url}")


def test_password_is_not_carried(client):
    url = reverse("account_change_password")

    response = client.post(url, {"oldpassword": "zzold", "password1": "zznew words"}, headers=HERE)

    assertRedirects(response, f"{LOGIN}?next={url}")


def reason_of_a_move(make, ilo):
    record = make_initiative(make, state="published", lead=ilo)
    return record.get_transition_url("end"), "reason", lambda: TransitionEvent.objects.of(record).get().reason


def note_on_progress(make, ilo):
    point = make_action_point(make, make_meeting(make, state="adopted"), ilo)
    return point.get_absolute_url(), "text", lambda: point.notes.get().text


def comment_on_an_answer(make, ilo):
    report = make_report(make, entity=ilo, state="submitted")
    url = reverse("strategy:answer_comment", args=[report.pk, "1.1"])
    return url, "text", lambda: AnswerComment.objects.get(answer__report=report).text


SHORT_FORMS = pytest.mark.parametrize("form", [reason_of_a_move, note_on_progress, comment_on_an_answer])


@SHORT_FORMS
@pytest.mark.parametrize("is_in_another_window", [False, True])
def test_text_of_a_short_form_is_sent_again_after_the_sign_in(
    client, make, ilo, focal_point, form, is_in_another_window
):
    url, field, stored = form(make, ilo)
    page = client.post(url, {field: TEXT, "original_language": "en"}, headers=HERE)
    assertContains(page, "Your text is kept", status_code=401)
    if is_in_another_window:
        client.force_login(focal_point)

    page = sign_in_with(client, page, focal_point.email)
    assertContains(page, "Nothing has been saved yet")
    response = client.post(url, Form(page.text, url).fields)

    assert response.status_code == 302
    assert stored() == TEXT
    assert not Draft.objects.exists()


@SHORT_FORMS
def test_text_of_a_short_form_that_is_refused_is_shown(client, make, ilo, focal_point, form):
    url, field, _stored = form(make, ilo)
    client.force_login(focal_point)
    focal_point.appointments.all().delete()

    refusal = client.post(url, {field: "zztyped"})

    assert refusal.status_code in (403, 404)
    assertContains(refusal, "zztyped", status_code=refusal.status_code)


def test_reason_of_a_move_that_somebody_else_made_is_shown(client, make, ilo, focal_point):
    record = make_initiative(make, state="published", lead=ilo)
    url = record.get_transition_url("end")
    client.force_login(focal_point)
    client.post(url, {"reason": "The first"})

    assertContains(client.post(url, {"reason": "zzsecond"}), "zzsecond", status_code=409)


# With script: the page asks who is signed in


def test_page_learns_who_is_signed_in_and_gets_a_new_token(strict, contributor):
    visitor = strict.get(reverse("account_session"))
    assert visitor.json()["user"] is None
    assert "no-store" in visitor["Cache-Control"]

    strict.force_login(contributor)
    answer = strict.get(reverse("account_session")).json()

    assert answer["user"] == contributor.pk
    data = posted(title_en=TEXT, autosave="1", csrfmiddlewaretoken=answer["csrf"])
    assert strict.post(NEW, data).status_code == 200


def test_signing_in_by_the_dialog_answers_in_json_and_counts_attempts(client, contributor):
    def attempt(password):
        data = {"login": contributor.email, "password": password}
        return client.post(LOGIN, data, headers={"x-requested-with": "XMLHttpRequest"})

    wrong = attempt("wrong")
    assert (wrong.status_code, len(wrong.json()["form"]["errors"])) == (400, 1)
    for _attempt in range(5):
        attempt("wrong")

    assert attempt("sstc-demo").status_code == 400
    assert "_auth_user_id" not in client.session


def test_signing_in_by_the_dialog_works(client, contributor):
    data = {"login": contributor.email, "password": "sstc-demo"}

    response = client.post(LOGIN, data, headers={"x-requested-with": "XMLHttpRequest"})

    assert response.status_code == 200
    assert client.get(reverse("account_session")).json()["user"] == contributor.pk


def test_browser_drops_its_copies_on_signing_out_only(client, contributor):
    client.force_login(contributor)
    assert "Clear-Site-Data" not in client.get(reverse("desk"))

    assert client.post(reverse("account_logout"))["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in client.get(reverse("home"))


# The token is old, because somebody signed in since


def test_form_with_an_old_token_is_sent_again_with_the_same_text(strict, contributor, initiative):
    strict.force_login(contributor)
    data = posted(initiative, title_en=TEXT.replace("\n", " "), csrfmiddlewaretoken="a" * 64)

    page = strict.post(initiative.get_edit_url(), data, headers=HERE)
    assertContains(page, "Your session was renewed", status_code=403)
    fields = Form(page.text, initiative.get_edit_url()).fields
    assert len(fields["csrfmiddlewaretoken"]) == 1
    response = strict.post(initiative.get_edit_url(), fields, headers=HERE)

    assertRedirects(response, initiative.get_absolute_url(), fetch_redirect_response=False)
    initiative.refresh_from_db()
    assert initiative.title_en == TEXT.replace("\n", " ")


def test_old_token_of_a_text_that_saves_itself_gets_a_short_answer(strict, contributor, initiative):
    strict.force_login(contributor)

    response = strict.post(initiative.get_edit_url(), posted(initiative, autosave="1"), headers=HERE)

    assert (response.status_code, response.json()) == (403, {})


@pytest.mark.parametrize("headers", [{}, {"origin": "https://elsewhere.example"}, {"origin": "null"}])
def test_form_of_another_site_is_refused_without_its_text(strict, contributor, initiative, headers):
    strict.force_login(contributor)

    page = strict.post(initiative.get_edit_url(), posted(title_en="zzforeign"), headers=headers)

    assertContains(page, "The form was open for too long", status_code=403)
    assertNotContains(page, "zzforeign", status_code=403)


def test_password_is_never_written_into_a_page(strict, contributor):
    page = strict.post(LOGIN, {"login": contributor.email, "password": "zzpassword"}, headers=HERE)
    assertContains(page, "The form was open for too long", status_code=403)

    page = strict.post(LOGIN, {"login": "a", "password": "zzpassword", "typed": "{}", "next": NEW}, headers=HERE)
    assertContains(page, "Your session was renewed", status_code=403)
    assertNotContains(page, "zzpassword", status_code=403)
