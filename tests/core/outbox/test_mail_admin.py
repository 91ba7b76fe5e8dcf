"""The outbox in the administration."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from core.models import Mail

LIST = reverse("admin:core_mail_changelist")


def make_mail(**fields):
    defaults = {
        "address": "focal@ilo.example",
        "subject": "News of water",
        "text": "Dear Leila,\n<b>water</b>",
        "html": "<p style='color: red'>Dear Leila</p>",
        "language": "en",
    }
    return Mail.objects.create(**(defaults | fields))


def change(mail):
    return reverse("admin:core_mail_change", args=[mail.pk])


def preview(mail):
    return reverse("admin:core_mail_html", args=[mail.pk])


def test_administrator_reads_what_was_sent_and_what_became_of_it(client, administrator):
    mail = make_mail(state="failed", last_error="550 no such person", attempts=1)
    client.force_login(administrator)

    assertContains(client.get(LIST), "550 no such person")
    page = client.get(change(mail))
    assertContains(page, "Dear Leila,\n&lt;b&gt;water&lt;/b&gt;")
    assertContains(page, preview(mail))


def test_html_of_a_mail_is_shown_alone_and_can_do_nothing(client, administrator):
    client.force_login(administrator)

    response = client.get(preview(make_mail()))

    assert response.text == "<p style='color: red'>Dear Leila</p>"
    policy = response["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "sandbox", "frame-ancestors 'none'"} <= set(policy)
    assert not [part for part in policy if part.startswith("script-src")]


def test_link_to_an_account_is_not_shown(client, administrator):
    secret = {"text": "https://portal/zzkey", "html": "https://portal/zzkey", "is_secret": True}
    mail = make_mail(**secret)
    client.force_login(administrator)

    assertNotContains(client.get(change(mail)), "zzkey")
    assertNotContains(client.get(LIST, {"q": "zzkey"}), "News of water")
    assert client.get(preview(mail)).status_code == 404


@pytest.mark.parametrize("address", [lambda mail: LIST, change, preview])
def test_secretariat_reads_no_mail_of_others(client, secretariat, address):
    mail = make_mail()
    client.force_login(secretariat)

    assert client.get(address(mail)).status_code == 403
    assertNotContains(client.get(reverse("admin:index")), LIST)


@pytest.mark.parametrize("address", [lambda mail: LIST, change, preview])
def test_focal_point_and_visitor_are_not_let_in(client, focal_point, address):
    mail = make_mail()
    assert client.get(address(mail)).status_code == 302
    client.force_login(focal_point)
    assert client.get(address(mail)).status_code == 302


def send_again(client, *mails):
    data = {"action": "send_again", "_selected_action": [mail.pk for mail in mails]}
    return client.post(LIST, data, follow=True)


def test_administrator_sends_again_what_failed_or_is_not_known(client, administrator):
    failed, uncertain = (make_mail(state=state, attempts=6, last_error="x") for state in ("failed", "uncertain"))
    client.force_login(administrator)

    assertContains(send_again(client, failed, uncertain), "2 mails wait to be sent again.")

    assert list(Mail.objects.values_list("state", "attempts", "last_error")) == [("queued", 0, "")] * 2


def test_what_was_sent_is_on_its_way_or_holds_a_secret_is_not_sent_again(client, administrator):
    kept = [
        make_mail(state="sent", sent_at=timezone.now()),
        make_mail(state="sending"),
        make_mail(state="failed", is_secret=True, text="", html=""),
    ]
    client.force_login(administrator)

    assertContains(send_again(client, *kept), "are not sent again")

    assert sorted(Mail.objects.values_list("state", flat=True)) == ["failed", "sending", "sent"]


def test_nobody_changes_writes_or_deletes_a_mail(client, administrator):
    mail = make_mail()
    client.force_login(administrator)

    assert client.get(reverse("admin:core_mail_add")).status_code == 403
    assert client.post(change(mail), {"subject": "Other"}).status_code == 403
    assert client.post(reverse("admin:core_mail_delete", args=[mail.pk]), {"post": "yes"}).status_code == 403


def test_desk_of_an_administrator_says_what_was_not_delivered(client, administrator, secretariat):
    make_mail(state="failed")
    make_mail(state="uncertain")
    make_mail()
    client.force_login(administrator)

    page = client.get(reverse("desk"))

    assertContains(page, "2 mails were not delivered")
    [task] = [task for _heading, tasks in page.context["groups"] for task in tasks if task.kind == "mails"]
    assertContains(client.get(task.url), "2 mails")
    client.force_login(secretariat)
    assertNotContains(client.get(reverse("desk")), "not delivered")
