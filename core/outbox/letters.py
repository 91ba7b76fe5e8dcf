"""What a mail says. Everything that is due for a person goes into one, with a section for each record; only what a
calendar program reads goes alone, because such programs look for one invitation in a mail."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import Truncator
from django.utils.translation import ngettext

from core import dates, languages
from core.models import Mail, Notification
from core.outbox import unsubscribe
from core.outbox.calendar_messages import by_record, calendar_message
from core.outbox.delivery import zone_of
from core.outbox.words import lines_of

logger = logging.getLogger(__name__)
# The rest stands on the site.
MOST_LINES = 60
LONGEST_SUBJECT = 180


def write_due():
    """A mail for everybody for whom one is due. A letter that cannot be written keeps no other from being."""
    now = timezone.now()
    waiting = Notification.objects.waiting().filter(due_at__lte=now)
    for person_id in waiting.order_by().values_list("person", flat=True).distinct():
        try:
            write_to(person_id, now)
        except Exception:
            logger.exception("No mail could be written to person %s", person_id)


@transaction.atomic
def write_to(person_id, now):
    # What would follow within the same short time comes along.
    until = now + timedelta(seconds=settings.NOTIFICATION_MERGE_SECONDS)
    waiting = Notification.objects.waiting().filter(person=person_id, due_at__lte=until)
    rows = list(waiting.select_for_update(skip_locked=True).order_by("created_at", "pk"))
    if not rows:
        return
    taken = Notification.objects.filter(pk__in=[row.pk for row in rows])
    taken.update(due_at=None)
    person = rows[0].person
    for lines in letters_of(readable(rows, person) if person.is_active else []):
        mail = letter(person, lines)
        mail.save()
        taken.filter(pk__in=[line.notification.pk for line in lines]).update(mail=mail)


def letters_of(lines):
    """[the lines of one letter]"""
    together, alone = [], []
    for about_one in by_record(lines):
        if calendar_message(about_one):
            alone.append(about_one)
        else:
            together += about_one
    return ([together] if together else []) + alone


def readable(rows, person):
    return [line for line in lines_of(rows, person) if line.record]


def write_anew(mail):
    """With the rights of now: a mail may wait for hours until a mail server takes it. False where nothing of it is
    left to tell. What is no letter, such as a link to a new password, stays as it is."""
    rows = list(mail.notifications.order_by("created_at", "pk"))
    lines = readable(rows, mail.person)
    if lines:
        fresh = letter(mail.person, lines)
        mail.subject, mail.text, mail.html = fresh.subject, fresh.text, fresh.html
    return bool(lines) or not rows


def add_calendar_message(mail, message):
    """From the lines of the moment too: somebody may have moved the meeting since the letter was written."""
    for lines in by_record(readable(list(mail.notifications.order_by("created_at", "pk")), mail.person)):
        with translation.override(mail.language):
            if found := calendar_message(lines):
                found.attach_to(message)


def letter(person, lines):
    with translation.override(person.language), timezone.override(zone_of(person)):
        sections = sections_of(lines)
        reasons = {line.kind.key: line.kind for line in lines if line.kind}
        context = {
            "person": person,
            "subject": subject_of(sections, len(lines)),
            "sections": sections,
            "more": max(0, len(lines) - MOST_LINES),
            "kinds": list(reasons.values()),
            "site": settings.SITE_URL,
            "list_url": settings.SITE_URL + reverse("notification_list"),
            "choices_url": settings.SITE_URL + reverse("notification_choices"),
            "unsubscribe_url": unsubscribe.url_for(person, reasons),
            "page_language": languages.current(),
        }
        return Mail(
            person=person,
            address=person.email,
            subject=context["subject"],
            text=render_to_string("mail/notifications.txt", context).strip() + "\n",
            html=render_to_string("mail/notifications.html", context),
            language=person.language,
            unsubscribe_url=context["unsubscribe_url"],
        )


def sections_of(lines):
    """[{"title", "marked_title", "url", "news"}], one for each record, in the order in which they were first told.

    `news` is [{"line", "number", "moment"}]: what happened several times in a row, such as a comment, is said once.
    """
    sections = {}
    for line in lines[:MOST_LINES]:
        section = sections.setdefault(
            (line.notification.content_type_id, line.notification.object_id),
            {
                "title": line.title,
                "marked_title": line.marked_title,
                "url": settings.SITE_URL + line.url,
                "news": [],
            },
        )
        add_to(section["news"], line)
    return list(sections.values())


def add_to(news, line):
    last = news[-1]["line"] if news else None
    if last and (last.sentence, last.reason) == (line.sentence, line.reason):
        news[-1]["number"] += 1
    else:
        news.append({"line": line, "number": 1, "moment": dates.moment(line.notification.created_at)})


def subject_of(sections, number):
    """One line in any case: a title may hold a line break, and a header must not."""
    if len(sections) > 1:
        subject = ngettext("{n} message from the SSTC Mechanism", "{n} messages from the SSTC Mechanism", number)
        return subject.format(n=number)
    (section,) = sections
    if len(section["news"]) == 1:
        # A dash, because the sentence is whole and a colon has its own spaces in French.
        subject = f"{section['title']} – {section['news'][0]['line'].sentence}"
    else:
        news = ngettext("{n} piece of news", "{n} pieces of news", number).format(n=number)
        subject = f"{section['title']} – {news}"
    return Truncator(" ".join(subject.split())).chars(LONGEST_SUBJECT)
