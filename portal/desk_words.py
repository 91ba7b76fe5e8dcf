"""The first line of the desk. Whole sentences, so that each language can decline its own number words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

NEED_YOU = (
    gettext_lazy("One thing needs you."),
    gettext_lazy("Two things need you."),
    gettext_lazy("Three things need you."),
    gettext_lazy("Four things need you."),
    gettext_lazy("Five things need you."),
    gettext_lazy("Six things need you."),
    gettext_lazy("Seven things need you."),
    gettext_lazy("Eight things need you."),
    gettext_lazy("Nine things need you."),
)
ARE_LATE = (
    gettext_lazy("One is late."),
    gettext_lazy("Two are late."),
    gettext_lazy("Three are late."),
    gettext_lazy("Four are late."),
    gettext_lazy("Five are late."),
    gettext_lazy("Six are late."),
    gettext_lazy("Seven are late."),
    gettext_lazy("Eight are late."),
    gettext_lazy("Nine are late."),
)


def situation(number, late):
    """Three things need you. One is late."""
    if not number:
        return _("Nothing is due.")
    sentences = [_in_words(NEED_YOU, number, ngettext("{n} thing needs you.", "{n} things need you.", number))]
    if late:
        sentences.append(_in_words(ARE_LATE, late, ngettext("{n} is late.", "{n} are late.", late)))
    return " ".join(sentences)


def _in_words(words, number, in_digits):
    return str(words[number - 1]) if number <= len(words) else in_digits.format(n=number)
