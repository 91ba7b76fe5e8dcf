"""Sending what is in the outbox: each mail by itself, at most once.

The connection is opened first, so that a mail server out of reach costs no try. Then the mail is marked as being
sent, and that is committed before the server hears of it. A worker that dies afterwards leaves a mail in that
state; it is found later and marked as uncertain, and not sent again unless a person says so.
"""

import logging
import smtplib

from django.core.mail import get_connection
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from core.models import Mail, MailState
from core.outbox.letters import add_calendar_message, write_anew

logger = logging.getLogger(__name__)


def send_due():
    """Every mail whose time has come. A mail server out of reach ends the round: the next one tries again."""
    for mail_id in list(Mail.objects.due(timezone.now()).values_list("pk", flat=True)):
        if not send(mail_id):
            return


def send(mail_id):
    """Try one mail, unless it is not due or another worker has it. False where the mail server is out of reach."""
    connection = get_connection()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        logger.error("The mail server is out of reach: %s", error)
        Mail.objects.filter(pk=mail_id, state=MailState.QUEUED).update(last_error=words_of(error))
        return False
    try:
        if mail := claim(mail_id):
            attempt(mail, connection)
    finally:
        close(connection)
    return True


def claim(mail_id):
    """The mail, marked as being sent; None where it is not there to be sent. Committed when this returns."""
    with transaction.atomic(durable=True):
        waiting = Mail.objects.due(timezone.now()).filter(pk=mail_id)
        mail = waiting.select_for_update(skip_locked=True).first()
        if mail:
            mail.begin()
        return mail


def attempt(mail, connection):
    if mail.person and not mail.person.is_active:
        # It names what its reader may read no longer, and may have waited for hours.
        mail.end(MailState.FAILED, "The account was closed before the mail went.")
        return
    try:
        if not write_anew(mail):
            mail.end(MailState.FAILED, "Its reader may see nothing any more of what it names.")
            return
        # What cannot be a mail is known before the server hears of it.
        validate_email(mail.address)
        message = mail.message(connection)
        add_calendar_message(mail, message)
        message.message()
    except Exception as error:
        mail.end(MailState.FAILED, words_of(error))
        return
    try:
        message.send()
    except Exception as error:
        after_error(mail, error)
    else:
        mail.end(MailState.SENT)


def after_error(mail, error):
    codes = reply_codes(error)
    if not codes:
        # The line broke: the server may have taken the mail, or not.
        mail.end(MailState.UNCERTAIN, words_of(error))
    elif min(codes) >= 500:
        mail.end(MailState.FAILED, words_of(error))
    else:
        mail.try_later(words_of(error))


def reply_codes(error):
    """What the mail server answered. With an answer it is sure that it did not take the mail."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return [code for code, _text in error.recipients.values()]
    if isinstance(error, smtplib.SMTPResponseException):
        return [error.smtp_code]
    return []


def words_of(error):
    return " ".join(f"{type(error).__name__}: {error}".split())[:500]


def close(connection):
    try:
        connection.close()
    except (OSError, smtplib.SMTPException) as error:
        logger.info("The mail server ended the connection first: %s", error)


def give_up_lost():
    """What a worker that died left behind."""
    for mail in Mail.objects.lost(timezone.now()):
        with transaction.atomic():
            lost = Mail.objects.select_for_update(skip_locked=True).lost(timezone.now()).filter(pk=mail.pk).first()
            if lost:
                lost.end(MailState.UNCERTAIN, "The worker ended while it was sending this mail.")
