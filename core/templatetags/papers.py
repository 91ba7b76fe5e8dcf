"""Papers (core/papers) as HTML: for the PDF and for the light page."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

register = template.Library()


@register.filter
def kind_of_block(block):
    return type(block).__name__


# WeasyPrint draws a picture by the rules inside it, not by those of the page.
LOOK = (
    "<style>.t{fill:#e3e6ea}.v{fill:#00457c}.h{stroke:#fff;stroke-width:1}"
    ".b{stroke:#555;stroke-width:.5;stroke-dasharray:2 1}.g{stroke:#111;stroke-width:.7}</style>"
)


@register.filter
def with_look(svg):
    """A bar of core/charts.py with the colours of a printed paper."""
    start, rest = svg.split(">", 1)
    return mark_safe(f"{start}>{LOOK}{rest}")


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
    anchor = format_html(' id="{}"', block.anchor) if block.anchor else ""
    return format_html("<h{}{}>{}</h{}>", level, anchor, all_runs(block.runs), level)


def html_of(run):
    if run.style == "endnote":
        return format_html('<sup><a href="#note-{0}" id="ref-{0}">{0}</a></sup>', run.text)
    written = format_html('<a href="{}">{}</a>', run.href, run.text) if run.href else format_html("{}", run.text)
    if run.language:
        written = format_html('<bdi lang="{}" dir="{}">{}</bdi>', run.language.html, run.language.direction, written)
    return format_html(WRAPPED.get(run.style, "{}"), written)


WRAPPED = {
    "strong": "<strong>{}</strong>",
    "quiet": '<span class="quiet">{}</span>',
    "code": '<bdi dir="ltr">{}</bdi>',
}
