"""The parts every page is made of: icons, badges, goals, dates, filters, pages. /components/ shows them all."""

from types import SimpleNamespace
from urllib.parse import urlencode

from django import template
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core import badges, dates, languages
from core.figures import figure

register = template.Library()

# Icons that point somewhere turn round in a page that is read from right to left.
DIRECTIONAL = set(
    "arrow-left arrow-right arrow-return-left arrow-up-right arrow-counterclockwise box-arrow-in-right box-arrow-right "
    "box-arrow-up-right card-list chat-left-text chevron-left chevron-right file-earmark-text journal-text list-check "
    "list-ol list-ul quote reply send share signpost-split sort-down sort-up".split()
)
MARK = (
    '<svg class="ia-mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">'
    '<path class="m1" d="M20 38a18 18 0 1 1 18-18h-5a13 13 0 1 0-13 13z"/>'
    '<path class="m2" d="M20 38a12 12 0 1 1 12-12h-5a7 7 0 1 0-7 7z"/>'
    '<circle class="m3" cx="20" cy="32.5" r="5.5"/></svg>'
)
GOALS = range(1, 18)


# Icons, badges, goals


@register.simple_tag
def icon(name, size="", extra=""):
    """{% icon "search" %}, {% icon "search" "lg" %}. Always beside a word or inside a named control."""
    classes = ["ia-icon"]
    if name in DIRECTIONAL:
        classes.append("ia-icon--dir")
    if size:
        classes.append(f"ia-icon--{size}")
    if extra:
        classes.append(extra)
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        " ".join(classes),
        static("icons.svg"),
        name,
    )


@register.simple_tag
def mark():
    return mark_safe(MARK)


@register.simple_tag
def badge(key, text=None, plain=False):
    """{% badge "published" %}, {% badge report.state text="3 of 6 sections" %}: icon, word and tone."""
    look = badges.get(key)
    tone = f" ia-status--{look.tone}" if look.tone else ""
    plain = " ia-status--plain" if plain else ""
    return format_html('<span class="ia-status{}{}">{}{}</span>', tone, plain, icon(look.icon), text or look.label)


@register.simple_tag
def sdg(number, label=False, href=None, name=None):
    """{% sdg 13 %} shows the number, its name for screen readers; label=True shows both; href makes it a link."""
    number = int(number)
    if number not in GOALS:
        return ""
    if name is None:
        from core.reference import goal_name  # held map of the database, not needed by pages without goals

        name = goal_name(number)
    element, link = ("a", format_html(' href="{}"', href)) if href else ("span", "")
    hidden = "" if label else format_html(' class="{}"', "visually-hidden")
    return format_html(
        '<{} class="ia-sdg ia-sdg-{}"{}><b><span class="visually-hidden">{} </span>{}</b><span{}>{}</span></{}>',
        element,
        number,
        link,
        pgettext("abbreviation of Sustainable Development Goal", "SDG"),
        number,
        hidden,
        name,
        element,
    )


@register.simple_tag
def acronym(text):
    """An acronym, reference or code keeps its own direction inside an Arabic sentence."""
    return format_html('<bdi class="ia-acr" dir="ltr">{}</bdi>', text)


@register.simple_tag
def number(value, unit="", decimals=None):
    """A figure as the language writes it, with its unit, not broken across lines. Nothing known: an en dash."""
    return format_html('<bdi class="ia-num">{}</bdi>', figure(value, unit, decimals))


@register.filter
def unbroken(text):
    """South-South does not break at its hyphen in a heading."""
    result = str(conditional_escape(text))
    for words in ("South-South", "Sud-Sud", "Sur-Sur", "Inter-Agency"):
        result = result.replace(words, f'<span class="ia-nowrap">{words}</span>')
    return mark_safe(result)


# Dates and times


@register.simple_tag
def day(value, weekday=False, year=True, capital=False):
    """{% day meeting.date weekday=True %}. Also a partial date: 2015 or "2015-07"."""
    known = dates.partial(value)
    if not known:
        return ""
    text = dates.day(known, weekday, year)
    return _time(capfirst(text) if capital else text, known.iso)


@register.simple_tag
def moment(value, weekday=False):
    """Day and time in the active time zone."""
    if not value:
        return ""
    return _time(dates.moment(value, weekday), dates.to_local(value).isoformat(timespec="minutes"))


@register.simple_tag
def clock(value, end=None):
    """{% clock start %} or {% clock start end %}."""
    if not value:
        return ""
    if end:
        return format_html("<bdi>{}</bdi>", dates.clocks(value, end))
    return _time(dates.clock(value), value if isinstance(value, str) else value.strftime("%H:%M"))


@register.simple_tag
def period(start=None, end=None, start_precision=None, end_precision=None, capital=True):
    """{% period initiative.start initiative.end %}: 2015–2019, Since 2011. capital=False inside a sentence."""
    start, end = dates.partial(start, start_precision), dates.partial(end, end_precision)
    phrase = dates.period(start, end, wrap=_time)
    return mark_safe(capfirst(phrase) if capital else phrase)


@register.simple_tag
def distance(value):
    return dates.distance(value) if value else ""


SOON_DAYS = 7


@register.inclusion_tag("includes/due.html")
def due(value, done=False):
    """A date and how far it is: late, soon (seven days) or neither."""
    tone = ""
    if value and not done:
        days = dates.days_until(value)
        tone = "late" if days < 0 else "soon" if days <= SOON_DAYS else ""
    return {"date": value, "tone": tone, "words": dates.lateness(value) if value and not done else ""}


@register.inclusion_tag("includes/date_block.html")
def date_block(value):
    """The small calendar leaf before a meeting; hidden from screen readers, so the row says the date in words too."""
    value = dates.to_local(value) if hasattr(value, "hour") else value
    return {"date": value, "month": dates.short_month(value.month)}


def _time(text, iso):
    return format_html('<time datetime="{}">{}</time>', iso, text)


# Where we are


@register.simple_tag
def page_language():
    """The language of the page with its tag and direction; works on error pages, where no context processor ran."""
    return languages.current()


@register.simple_block_tag
def captured(content):
    """Reads what a page put into a block, on one line; see the first lines of base.html."""
    return mark_safe(" ".join(content.split()))


@register.inclusion_tag("includes/breadcrumbs.html")
def breadcrumbs(*pairs, home=True):
    """{% breadcrumbs _("Initiatives") list_url initiative.title %}: label and address in turn, the page itself last."""
    items = [SimpleNamespace(label=_("Home"), url=_address("home"))] if home else []
    pairs = list(pairs)
    while len(pairs) > 1:
        items.append(SimpleNamespace(label=_crumb(pairs.pop(0)), url=pairs.pop(0)))
    return {"items": items, "last": _crumb(pairs[0]) if pairs else ""}


def _crumb(label):
    """The title of a record carries its language where it is not the reader's."""
    titles = [field for field in ("short_title", "title") if hasattr(label, languages.column(field, languages.DEFAULT))]
    return (languages.marked(label, *titles) if titles else "") or label


def _address(name):
    try:
        return reverse(name)
    except NoReverseMatch:
        return "/"


# Lists: address, filters, pages


def _query(context, without=(), **changes):
    """The query string of this page with some values changed or taken away; pages are counted anew by the caller."""
    request = context.get("request")
    pairs = [] if request is None else [(key, value) for key, values in request.GET.lists() for value in values]
    pairs = [pair for pair in pairs if pair not in without and pair[0] not in without and pair[0] not in changes]
    pairs += [(key, value) for key, value in changes.items() if value not in (None, "")]
    return "?" + urlencode(pairs)


@register.simple_tag(takes_context=True)
def querystring_with(context, **changes):
    """{% querystring_with sort="title" %}: the same list, sorted otherwise, from its first page."""
    return _query(context, without=("page",), **changes)


@register.simple_tag(takes_context=True)
def querystring_without(context, name, value=None):
    """{% querystring_without "goal" 13 %} takes one value away, {% querystring_without "goal" %} all of that name."""
    return _query(context, without=("page", (name, str(value)) if value is not None else name))


@register.inclusion_tag("includes/pagination.html", takes_context=True)
def pagination(context, page_obj):
    """{% pagination page_obj %}: range, numbers, previous and next, keeping the query."""
    if page_obj is None or not page_obj.paginator.num_pages:
        return {"page_obj": None}
    elided = page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1)
    ellipsis = page_obj.paginator.ELLIPSIS
    numbers = [{"number": None if page == ellipsis else page, "url": _query(context, page=page)} for page in elided]
    links = {"previous": None, "next": None}
    if page_obj.has_previous():
        links["previous"] = _query(context, page=page_obj.previous_page_number())
    if page_obj.has_next():
        links["next"] = _query(context, page=page_obj.next_page_number())
    return {"page_obj": page_obj, "numbers": numbers, **links}


@register.inclusion_tag("includes/chip.html", takes_context=True)
def chip(context, kind, label, name, value):
    """{% chip "Goal" "13 Climate action" "goal" 13 %}: an active filter; its cross removes it alone."""
    return {"kind": kind, "label": label, "url": querystring_without(context, name, value)}


SHOWN_AT_ONCE = 5


@register.inclusion_tag("includes/facet.html")
def facet(facet, noun=None):
    """One filter: the five most frequent values and the chosen ones, then "Show n more" with the rest."""
    options = [_option(facet.name, option) for option in facet.options]
    frequent = sorted(options, key=lambda option: -(option["count"] or 0))[:SHOWN_AT_ONCE]
    shown = [option for option in options if option in frequent or option["selected"]]
    rest = [option for option in options if option not in shown]
    if len(rest) == 1:
        shown, rest = options, []
    noun = noun or pgettext("search", "results")
    return {
        "facet": facet,
        "shown": [_check_box(facet.name, option, noun) for option in shown],
        "rest": [_check_box(facet.name, option, noun) for option in rest],
        "find": getattr(facet, "searchable", False) and len(options) > 2 * SHOWN_AT_ONCE,
        "open": getattr(facet, "open", True) or any(option["selected"] for option in options),
    }


def _check_box(name, option, noun):
    """Written here and not by a template: a catalogue shows hundreds of them, and an include costs much more."""
    count = ""
    if option["count"] is not None:
        count = format_html(
            '<span><span class="visually-hidden">(</span>{}<span class="visually-hidden"> {})</span></span>',
            number(option["count"]),
            noun,
        )
    state = " checked" if option["selected"] else " disabled" if option["disabled"] else ""
    return format_html(
        '<div class="form-check"><input class="form-check-input" type="checkbox" name="{}" value="{}" id="{}"{}>'
        '<label class="form-check-label" for="{}"><bdi>{}</bdi>{}</label></div>',
        name,
        option["value"],
        option["id"],
        state,
        option["id"],
        option["label"],
        count,
    )


def _option(name, option):
    """An option as a dict. Its value becomes text here: the template would write a year as 2,024."""

    def of(key):
        return option.get(key) if isinstance(option, dict) else getattr(option, key, None)

    value, selected = str(of("value")), bool(of("selected"))
    disabled = not selected and (bool(of("disabled")) or of("count") == 0)
    label, count = of("label"), of("count")
    ident = f"{name}-{value}"
    return {"id": ident, "value": value, "label": label, "count": count, "selected": selected, "disabled": disabled}


@register.inclusion_tag("includes/facets.html", takes_context=True)
def facets(context, facets, noun=None):
    """The whole filter column; on a small screen the sheet that {% filter_button %} opens. Goes inside the GET form."""
    request = context.get("request")
    return {"facets": facets, "noun": noun, "clear_url": request.path if request else "?"}


@register.inclusion_tag("includes/filter_button.html")
def filter_button(count=0):
    return {"count": count}


# States of a page


@register.simple_block_tag
def empty(content, title, icon_name="inbox", level=2):
    """{% empty "Nothing is due" %}<p>Why, and the nearest way out.</p>{% endempty %}"""
    return format_html('<div class="ia-empty">{}<h{}>{}</h{}>{}</div>', icon(icon_name), level, title, level, content)


@register.simple_block_tag
def banner(content, title, tone="", icon_name="info-circle-fill", level=2):
    """The page's own situation. Tones: "" (information), ok, warn, bad, rev, mute."""
    tone = f" ia-banner--{tone}" if tone else ""
    return format_html(
        '<div class="ia-banner{}">{}<div><h{}>{}</h{}>{}</div></div>',
        tone,
        icon(icon_name),
        level,
        title,
        level,
        content,
    )


@register.simple_block_tag
def action_menu(content, label, icon_name="", style="secondary", small=False):
    """{% action_menu _("Export") "download" %}<a href="…">{% icon "filetype-csv" %}CSV</a>{% endaction_menu %}"""
    return format_html(
        '<details class="ia-menu"><summary class="btn btn-{}{}">{}{}{}</summary>'
        '<div class="ia-menu__panel">{}</div></details>',
        style,
        " btn-sm" if small else "",
        icon(icon_name) if icon_name else "",
        label,
        icon("chevron-down", extra="ia-caret"),
        content,
    )


@register.inclusion_tag("includes/progress.html")
def progress(value, total, label):
    """A bar and its words: {% progress 3 6 _("sections submitted") %}."""
    value, total = value or 0, total or 0
    share = 0 if not total else round(100 * min(value, total) / total, 2)
    return {"value": value, "total": total, "label": label, "share": share}
