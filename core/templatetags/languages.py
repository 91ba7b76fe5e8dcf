"""Texts with their language and direction."""

from django import template
from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from core import languages

register = template.Library()


def _note(language):
    return format_html(' <small class="ia-langnote">{}</small>', _("(in {language})").format(language=language.name))


@register.simple_tag
def translated(record, field, note=True):
    """The text for this reader. In another language than the page, it carries `lang` and `dir` and says so."""
    text, language = languages.shown(record, field)
    if not text or language == languages.current():
        return text
    marked = languages.mark(text, language)
    return marked + _note(language) if note else marked


@register.simple_tag
def translated_block(record, field, note=True):
    """The same for a text of several paragraphs."""
    text, language = languages.shown(record, field)
    if not text:
        return ""
    paragraphs = mark_safe(linebreaks(text, autoescape=True))
    if language == languages.current():
        return paragraphs
    marked = format_html('<div lang="{}" dir="{}">{}</div>', language.html, language.direction, paragraphs)
    if not note:
        return marked
    sentence = _("Shown in {language}: there is no text in your language yet.").format(language=language.name)
    return format_html('<p class="ia-langnote">{}</p>{}', sentence, marked)


@register.filter
def text_of(record, field):
    """The text alone: for page titles and attributes, where no markup can stand."""
    return languages.text_of(record, field)


@register.simple_tag
def is_working_translation(record):
    """True where this reader sees a translation that language staff have not reviewed."""
    return languages.current().code in (record.working_translations or [])
