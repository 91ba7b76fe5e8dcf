"""Links in mails that stop mails. They carry a person and kinds of events, signed; they sign nobody in and,
because a mail may be opened years later, do not expire."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.urls import reverse

from core.outbox.delivery import When
from core.outbox.notifications import choices_of, choose, kinds

STOP, UNDO = "unsubscribe", "unsubscribe.undo"


def url_for(person, kind_keys):
    return settings.SITE_URL + reverse("unsubscribe", args=[sign(person, sorted(kind_keys), STOP)])


def sign(person, content, purpose):
    return signing.dumps([person.pk, content], salt=purpose)


def read(token, purpose):
    """(person, content); (None, None) where the token is not ours or the account is closed."""
    try:
        pk, content = signing.loads(token, salt=purpose)
    except signing.BadSignature:
        return None, None
    person = get_user_model().objects.filter(pk=pk, is_active=True).first()
    return (person, content) if person else (None, None)


def stop(person, kind_keys):
    """No more mail about these kinds. Returns the token that brings back what held before."""
    before = choices_of(person)
    stopped = [key for key in kind_keys if key in kinds]
    choose(person, dict.fromkeys(stopped, When.OFF))
    return sign(person, {key: before[key] for key in stopped}, UNDO)
