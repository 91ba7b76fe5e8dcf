"""Parts of a consolidated report: texts with their language, figures in words."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from core import languages
from core.figures import figure
from strategy.templatetags.answers import plain

register = template.Library()


@register.simple_tag
def passage(text, note=True):
    """A short text. In another language than the page it carries `lang` and `dir` and says so."""
    if not text.is_foreign or not note:
        return languages.mark(text.text, text.language)
    said = _("(in {language})").format(language=text.language.name)
    return format_html('{} <small class="ia-langnote">{}</small>', languages.mark(text.text, text.language), said)


@register.filter
def value_of(indicator, value):
    """A value of an indicator with its unit: 81%, US$ 4,500."""
    return figure(plain(value), indicator.unit_sign)


@register.filter
def bars_of(question):
    """Rows for {% chart_bars %}."""
    return [{"label": label.marked, "value": count} for label, count in question.counts]


@register.filter
def address_of(section, cycle):
    return reverse("strategy:consolidated_section", args=[cycle.slug, section.questionnaire, section.code])
