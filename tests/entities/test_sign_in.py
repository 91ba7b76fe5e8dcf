"""Getting in and out."""

from django.core import mail
from django.urls import reverse
from django.utils import translation
from procrastinate.contrib.django.models import ProcrastinateJob

from core import tasks
from core.models import Mail

LOGIN = {"login": "focal@ilo.example", "password": "sstc-demo"}


def test_person_signs_in_by_e_mail_and_comes_to_the_desk(client, focal_point):
    response = client.post(reverse("account_login"), LOGIN)

    assert (response.status_code, response["Location"]) == (302, reverse("desk"))


def test_e_mail_may_be_typed_in_capitals(client, focal_point):
    response = client.post(reverse("account_login"), LOGIN | {"login": "Focal@ILO.example"})

    assert response.status_code == 302


def test_person_comes_back_to_the_page_that_asked_for_signing_in(client, focal_point):
    response = client.get(reverse("profile"))

    response = client.post(response["Location"], LOGIN)

    assert response["Location"] == reverse("profile")


def test_wrong_password_keeps_the_address_and_says_so(client, focal_point):
    response = client.post(reverse("account_login"), LOGIN | {"password": "wrong"})

    assert response.status_code == 200
    assert 'value="focal@ilo.example"' in response.text
    assert response.context["form"].non_field_errors() or response.context["form"].errors


def test_signing_in_is_refused_after_many_wrong_passwords(client, focal_point):
    for _attempt in range(6):
        client.post(reverse("account_login"), LOGIN | {"password": "wrong"})

    response = client.post(reverse("account_login"), LOGIN)

    assert response.status_code != 302


def test_many_tries_of_whoever_is_signed_in_already_are_refused_on_a_page(client, focal_point):
    client.force_login(focal_point)

    found = {client.post(reverse("account_login"), LOGIN).status_code for _attempt in range(31)}

    assert found == {302, 429}


def test_asking_for_many_new_passwords_is_refused_on_a_page_of_the_portal(client, focal_point):
    with translation.override("ar"):
        address = reverse("account_reset_password")

    for _attempt in range(21):
        response = client.post(address, {"email": focal_point.email})

    assert response.status_code == 429
    assert 'dir="rtl"' in response.text
    assert "ia-lost" in response.text


def test_person_who_left_does_not_get_in(client, focal_point):
    focal_point.is_active = False
    focal_point.save()

    response = client.post(reverse("account_login"), LOGIN)

    assert response.status_code != 302 or response["Location"] == reverse("account_inactive")
    assert client.get(reverse("profile")).status_code == 302


def test_signing_out_needs_a_post(client, focal_point):
    client.force_login(focal_point)

    client.get(reverse("account_logout"))
    assert client.get(reverse("profile")).status_code == 200

    client.post(reverse("account_logout"))
    assert client.get(reverse("profile")).status_code == 302


def test_nobody_signs_up_alone(client, db):
    form = {"email": "new@ilo.example", "password1": "long enough password", "password2": "long enough password"}

    response = client.post(reverse("account_signup"), form)

    from entities.models import User

    assert response.status_code == 200
    assert not User.objects.exists()


def test_forgotten_password_tells_nothing_about_who_exists_and_mails_no_stranger(client, focal_point):
    known = client.post(reverse("account_reset_password"), {"email": "focal@ilo.example"})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@ilo.example"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert list(Mail.objects.values_list("address", flat=True)) == ["focal@ilo.example"]


def test_forgotten_password_brings_no_mail_to_a_person_who_left(client, focal_point):
    focal_point.is_active = False
    focal_point.save()

    client.post(reverse("account_reset_password"), {"email": "focal@ilo.example"})

    assert not Mail.objects.exists()


def test_forgotten_password_is_set_anew_through_the_link(client, focal_point):
    client.post(reverse("account_reset_password"), {"email": "focal@ilo.example"})
    tasks.send_at_once(ProcrastinateJob.objects.get().args["mail_id"])
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    form_page = client.get(link, follow=True)

    new = {"password1": "another long password", "password2": "another long password"}
    client.post(form_page.redirect_chain[-1][0], new)

    response = client.post(reverse("account_login"), LOGIN | {"password": "another long password"})
    assert response.status_code == 302
