"""Words of the review: how a report came, and what lies between two answers."""

import datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import dates
from core.figures import figure
from strategy.comparing import PRESENT
from strategy.models import Means, QuestionType
from strategy.numbers import show
from strategy.workflow import REPORT

register = template.Library()

MINUS = "−"


@register.simple_tag
def received_words(received):
    """By e-mail from Ana Ruiz, 2 March 2026"""
    if not received:
        return ""
    means = Means(received["through"]).label
    if not received["on"]:
        return _("How it came: {means}").format(means=means)
    day = dates.day(datetime.date.fromisoformat(received["on"]))
    return _("{means}, from {person}, {day}").format(means=means, person=received["from"], day=day)


@register.filter
def change_words(change, question):
    """+12; of per cents +4 percentage points: with its sign, as the language writes numbers."""
    if question.type != QuestionType.PERCENT:
        return signed(change)
    number = int(abs(change)) if change == int(change) else 2
    words = ngettext("{change} percentage point", "{change} percentage points", number)
    return words.format(change=signed(change))


@register.filter
def percent_words(percent):
    return signed(round(percent, 1), "%")


def signed(number, unit=""):
    sign = "+" if number > 0 else MINUS if number < 0 else ""
    size = abs(number)
    return sign + (figure(float(size), unit) if unit else str(show(size)))


@register.simple_tag
def act_words(event):
    """Of an event of the log that left the report in its state: what was done."""
    return REPORT[event.event].label


@register.simple_tag
def waiting_words(report):
    """12 days: how long a submitted report has waited."""
    days = (timezone.now() - report.submitted_at).days
    return ngettext("{n} day", "{n} days", days).format(n=days) if days else _("Since today")


@register.simple_tag
def version_name(key):
    """Version 2, or the draft: of a key of comparing.versions_of."""
    return _("The draft as it stands") if key == PRESENT else _("Version %(number)s") % {"number": key}


@register.simple_tag
def version_label(version):
    """Version 2, 3 March 2026"""
    name = version_name(version.key)
    return f"{name}, {dates.day(timezone.localdate(version.at))}" if version.at else name


@register.filter
def select_of(bound):
    """The select box of a filter, in the look of the toolbars."""
    return bound.as_widget(attrs={"class": "form-select"})
