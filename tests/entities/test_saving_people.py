"""A person and the administration, or two windows, change one account at once: nothing of either is lost."""

import pytest
from django.contrib.auth.models import update_last_login
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains

from core.outbox import unsubscribe
from core.outbox.delivery import When
from core.outbox.notifications import choices_of
from core.saving import StaleVersion
from entities.models import User
from tests.forms_on_page import choose, fields_of, opened

PROFILE, CHOICES = reverse("profile"), reverse("notification_choices")


@pytest.fixture
def person(client, focal_point):
    client.force_login(focal_point)
    return focal_point


@pytest.fixture
def office(administrator):
    client = Client()
    client.force_login(administrator)
    return client


def admin_page(person, page="change"):
    return reverse(f"admin:entities_user_{page}", args=[person.pk])


def test_window_that_was_opened_first_shows_both_texts(client, person):
    first, second = opened(client, PROFILE), opened(client, PROFILE)
    client.post(PROFILE, second | {"job_title": "Officer"})

    page = client.post(PROFILE, first | {"job_title": "Adviser"})

    assertContains(page, "<del>Officer</del>", status_code=409)
    assertContains(page, "<ins>Adviser</ins>", status_code=409)
    assertContains(page, f'href="{PROFILE}"', status_code=409)
    person.refresh_from_db()
    assert person.job_title == "Officer"
    choose(client, page, "overwrite")
    person.refresh_from_db()
    assert person.job_title == "Adviser"


def test_administration_and_person_keep_what_the_other_changed(client, office, person):
    form = opened(office, admin_page(person), "user_form")
    client.post(PROFILE, opened(client, PROFILE) | {"job_title": "Officer", "time_zone": "Asia/Tokyo"})

    page = office.post(admin_page(person), form | {"is_staff": "on"})

    assertContains(page, "Officer", status_code=409)
    choose(office, page, "merge")
    person.refresh_from_db()
    assert (person.job_title, person.time_zone, person.is_staff) == ("Officer", "Asia/Tokyo", True)
    assert person.check_password("sstc-demo")


def test_person_is_asked_where_the_administration_changed_the_same(client, office, person):
    form = opened(client, PROFILE)
    office.post(admin_page(person), opened(office, admin_page(person), "user_form") | {"full_name": "Leila Haddad"})

    page = client.post(PROFILE, form | {"full_name": "Leila H."})

    assertContains(page, "Haddad", status_code=409)
    person.refresh_from_db()
    assert person.full_name == "Leila Haddad"


@pytest.mark.parametrize("who", ["person", "office"])
def test_signing_in_meanwhile_asks_nobody(request, client, person, who):
    browser = client if who == "person" else request.getfixturevalue("office")
    url, form_id = (PROFILE, None) if who == "person" else (admin_page(person), "user_form")
    form = opened(browser, url, form_id)
    data = {"login": person.email, "password": "sstc-demo"}
    assert Client().post(reverse("account_login"), data).status_code == 302

    assert browser.post(url, form | {"job_title": "Officer"}).status_code == 302

    person.refresh_from_db()
    assert person.job_title == "Officer"
    assert person.version > int(form["version"][0]) + 1


def test_two_sign_ins_and_a_new_password_at_one_instant_do_not_refuse_each_other(person):
    first, second, third = (User.objects.get(pk=person.pk) for _copy in range(3))

    update_last_login(None, first)
    update_last_login(None, second)
    third.set_password("another one")
    third.save(update_fields=["password"])

    stored = User.objects.get(pk=person.pk)
    assert stored.check_password("another one")
    assert stored.last_login == second.last_login


def test_save_of_the_whole_account_from_an_old_copy_is_refused(person):
    old = User.objects.get(pk=person.pk)
    User.objects.filter(pk=person.pk).update(is_active=False)

    with pytest.raises(StaleVersion), transaction.atomic():
        old.save()
    assert not User.objects.get(pk=person.pk).is_active


def test_choices_of_mails_in_two_windows(client, person):
    first, second = opened(client, CHOICES), opened(client, CHOICES)
    client.post(CHOICES, second | {"moved": "weekly", "comment": "off"})

    page = client.post(CHOICES, first | {"moved": "off", "meeting": "weekly"})

    assert page.status_code == 409
    assert choices_of(person)["moved"] == When.WEEKLY
    choose(client, page, "overwrite")
    chosen = choices_of(person)
    assert (chosen["moved"], chosen["meeting"], chosen["comment"]) == (When.OFF, When.WEEKLY, When.OFF)


def test_mails_that_were_stopped_meanwhile_stay_stopped(client, person):
    form = opened(client, CHOICES)
    unsubscribe.stop(User.objects.get(pk=person.pk), ["comment"])

    page = client.post(CHOICES, form | {"quiet_from": "22:00"})

    assert page.status_code == 409
    choose(client, page, "overwrite")
    person.refresh_from_db()
    assert choices_of(person)["comment"] == When.OFF
    assert f"{person.quiet_from:%H:%M}" == "22:00"


def test_person_who_wrote_meanwhile_is_not_deleted_unseen(client, office, make):
    person = make.person("leaver@example.org")
    asked = opened(office, admin_page(person, "delete"))
    client.force_login(person)
    client.post(PROFILE, opened(client, PROFILE) | {"job_title": "Officer"})

    again = office.post(admin_page(person, "delete"), asked)

    assertContains(again, "Nothing is deleted", status_code=409)
    assert office.post(admin_page(person, "delete"), fields_of(again)).status_code == 302
    assert not User.objects.filter(pk=person.pk).exists()


@pytest.mark.parametrize("typed", ["Focal@ILO.example", "focal@ilo.EXAMPLE", "fócal@ilo.example"])
def test_same_e_mail_in_another_case_or_with_an_accent_makes_no_second_person(office, focal_point, typed):
    data = {"email": typed, "full_name": "Somebody", "language": "en", "time_zone": "UTC"}

    response = office.post(reverse("admin:entities_user_add"), data)

    assert "email" in response.context["adminform"].form.errors or response.context["adminform"].form.non_field_errors()
    assert not User.objects.filter(full_name="Somebody").exists()
    with pytest.raises(IntegrityError, match="user_email_once"), transaction.atomic():
        User.objects.bulk_create([User(email="Focal@ILO.example")])
