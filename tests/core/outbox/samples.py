"""Telling somebody something, and the mails that come of it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core.models import Mail
from core.outbox import letters
from core.outbox.notifications import notify

NOON = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/Zurich"))  # a Tuesday


def tell(person, record, key="1", kind="moved", event="withdraw", **params):
    notify([person], kind, record, key, workflow="resource", event=event, **params)


def written(clock=None, after=timedelta(minutes=2)):
    """The mails that are written by then."""
    if clock:
        clock.shift(after)
    letters.write_due()
    return list(Mail.objects.order_by("pk"))
