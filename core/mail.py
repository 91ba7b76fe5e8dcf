"""Mail about what happened to a record. Queued in the transaction that made it happen, sent by the worker."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from core import tasks


def queue_transition_mail(person, record, transition, reason):
    """One mail in the person's language. Where the transaction rolls back, nothing is sent."""
    with translation.override(person.language):
        context = {
            "person": person,
            "what": transition.done,
            "record": str(record),
            "reason": reason,
            "url": settings.SITE_URL + record.get_absolute_url(),
        }
        # A dash, because `done` is a whole sentence and a colon has its own spaces in French.
        subject = f"{record} – {transition.done}"
        body = render_to_string("mail/transition.txt", context)
    tasks.send_mail.defer(to=person.email, subject=" ".join(subject.split()), body=body)
