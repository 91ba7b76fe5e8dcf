"""Papers (core/papers) as HTML: for the PDF and for the light page."""

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()


@register.filter
def kind_of_block(block):
    return type(block).__name__


@register.simple_tag
def own_language(language):
    """The attributes of an element whose text is in another language than the paper."""
    return format_html(' lang="{}" dir="{}"', language.html, language.direction) if language else ""


@register.simple_tag(name="runs")
def all_runs(runs):
    return format_html_join("", "{}", ((html_of(run),) for run in runs))


@register.simple_tag
def heading(block):
    """The title of the paper is h1."""
    level = block.level + 1
    return format_html("<h{}>{}</h{}>", level, all_runs(block.runs), level)


def html_of(run):
    written = format_html('<a href="{}">{}</a>', run.href, run.text) if run.href else format_html("{}", run.text)
    if run.language:
        written = format_html('<bdi lang="{}" dir="{}">{}</bdi>', run.language.html, run.language.direction, written)
    return format_html(WRAPPED.get(run.style, "{}"), written)


WRAPPED = {
    "strong": "<strong>{}</strong>",
    "quiet": '<span class="quiet">{}</span>',
    "code": '<bdi dir="ltr">{}</bdi>',
}
