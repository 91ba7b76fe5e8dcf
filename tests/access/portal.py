from django.utils import timezone

from core.models import Draft
from core.outbox import unsubscribe
from core.outbox.notifications import kinds, notify
from tests.access.table import PUBLIC, SIGNED_IN, Row


def a_country(make):
    return {"iso3": make.country("BRA").iso3}


def a_notification(make):
    person = make.person("told@ilo.example")
    notify([person], "moved", make.entity("ILO"), "event", sentence="something")
    return {"pk": person.notifications.get().pk}


def a_way_out(make):
    return {"token": unsubscribe.sign(make.person("told@ilo.example"), ["moved"], unsubscribe.STOP)}


def a_way_back(make):
    return {"token": unsubscribe.sign(make.person("told@ilo.example"), {"moved": "daily"}, unsubscribe.UNDO)}


def a_way_out_of_a_closed_account(make):
    person = make.person("gone@ilo.example", is_active=False)
    return {"token": unsubscribe.sign(person, ["moved"], unsubscribe.STOP)}


def a_reset_key(make):
    return {"uidb36": "1", "key": "unknown-key"}


def a_draft(make):
    """Of somebody else, whoever asks."""
    author = make.person("author@ilo.example", make.entity("ILO"))
    return {"pk": Draft.objects.create(user=author, path="/meetings/new/", data={}, saved_at=timezone.now()).pk}


PUBLIC_PAGES = [
    "home", "search", "search_suggest", "country_list", "about", "accessibility", "privacy", "data", "components",
    "health_live", "health_ready",
]  # fmt: skip
# Signing in has made the second version of each person.
CHOICES = dict.fromkeys(kinds, "daily") | {"version": "2"}

ROWS = [
    *[Row(name, PUBLIC) for name in PUBLIC_PAGES],
    Row("country_detail", PUBLIC, kwargs=a_country),
    Row("desk", SIGNED_IN),
    Row("notification_list", SIGNED_IN),
    Row("notification_choices", SIGNED_IN),
    Row("notification_choices", "in 302 302 302 302 302 302", method="post", data=CHOICES),
    # What is told to one person does not exist for any other.
    Row("notification_open", "in 404 404 404 404 404 404", "another person's", a_notification),
    Row("notification_read", "in 302 302 302 302 302 302", method="post"),
    Row("notification_read", "in 405 405 405 405 405 405"),
    # From a mail: the signed address says who it is, whoever is signed in.
    Row("unsubscribe", PUBLIC, kwargs=a_way_out),
    Row("unsubscribe", PUBLIC, kwargs=a_way_out, method="post"),
    Row("unsubscribe", "404 404 404 404 404 404 404", "forged", lambda make: {"token": "forged"}),
    Row("unsubscribe", "404 404 404 404 404 404 404", "of a closed account", a_way_out_of_a_closed_account, "post"),
    Row("unsubscribe", "404 404 404 404 404 404 404", "with the way back", a_way_back, "post"),
    Row("unsubscribe_undo", "404 404 404 404 404 404 404", "with the way out", a_way_out, "post"),
    Row("unsubscribe_undo", PUBLIC, kwargs=a_way_back, method="post"),
    Row("unsubscribe_undo", "405 405 405 405 405 405 405", kwargs=a_way_back),
    Row("draft_detail", "in 404 404 404 404 404 404", kwargs=a_draft),
    Row("draft_discard", "in 404 404 404 404 404 404", kwargs=a_draft, method="post"),
    Row("draft_discard", "in 405 405 405 405 405 405", kwargs=a_draft),
    Row("account_session", PUBLIC),
    Row("account_session", "405 405 405 405 405 405 405", method="post"),
    # A signed-in person who asks for the sign-in page is led on to the desk.
    Row("account_login", "200 302 302 302 302 302 302"),
    Row("account_signup", "200 302 302 302 302 302 302"),
    Row("account_logout", "302 200 200 200 200 200 200"),
    Row("account_inactive", PUBLIC),
    Row("account_reauthenticate", SIGNED_IN),
    Row("account_change_password", SIGNED_IN),
    Row("account_set_password", "in 302 302 302 302 302 302", "has a password"),
    Row("account_reset_password", PUBLIC),
    Row("account_reset_password_done", PUBLIC),
    Row("account_reset_password_from_key", PUBLIC, "unknown key", kwargs=a_reset_key),
    Row("account_reset_password_from_key_done", PUBLIC),
    Row("set_language", "302 302 302 302 302 302 302", method="post", data={"language": "fr"}),
    Row("favicon", "302 302 302 302 302 302 302"),
    Row("set_scheme", "302 302 302 302 302 302 302", method="post", data={"scheme": "dark"}),
    Row("set_scheme", "405 405 405 405 405 405 405"),
]
