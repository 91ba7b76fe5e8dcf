"""Figures of many entities on a page: how many answered, and how, in words and as a bar."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import charts
from strategy.results import words_of

register = template.Library()

register.filter("figure_words", words_of)


@register.inclusion_tag("strategy/_answered.html")
def answered_bar(result):
    """A bar of the entities asked, and the same in a sentence: n of n answered, how many again, to how many it does
    not apply."""
    words = answered_words(result)
    return {"bar": charts.segments(answered_parts(result), words), "words": words}


def answered_parts(result):
    """[(tone, number of entities)] of a QuestionResult; together the entities asked."""
    if result.shows_carried_over:
        answered = [("again", result.reported_again), ("same", result.carried_over)]
    else:
        answered = [("again", result.answered)]
    silent = result.asked - result.answered - result.not_applicable
    return [*answered, ("apart", result.not_applicable), ("none", silent)]


def answered_words(result):
    sentences = [
        ngettext(
            "%(answered)s of %(asked)s entity asked answered.",
            "%(answered)s of %(asked)s entities asked answered.",
            result.asked,
        )
        % {"answered": result.answered, "asked": result.asked}
    ]
    if result.carried_over and result.shows_carried_over:
        sentences.append(
            _("{again} reported again, {same} confirmed last cycle’s answer.").format(
                again=result.reported_again, same=result.carried_over
            )
        )
    if result.not_applicable:
        sentences.append(
            ngettext("%(n)s said that it does not apply.", "%(n)s said that it does not apply.", result.not_applicable)
            % {"n": result.not_applicable}
        )
    return " ".join(sentences)
