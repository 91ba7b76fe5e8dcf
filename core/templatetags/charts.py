"""Charts in templates. Each says its finding in words and carries its figures: beside it or as a table to open."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core import charts, dotmap, trend_chart
from core.figures import figure

register = template.Library()


@register.simple_tag
def chart_bullet(value, baseline=None, target=None, maximum=None, unit="", label=""):
    """{% chart_bullet 61 46 75 100 "%" %}: value, baseline, target, end of the scale, unit."""
    return charts.bullet(value, baseline, target, maximum, unit, label)


@register.simple_tag
def chart_spark(values, label=""):
    return charts.spark(values, label)


@register.simple_tag
def chart_bar(value, maximum):
    """One bar of a table cell, with its number beside it."""
    return charts.share_bar(value, maximum)


@register.inclusion_tag("includes/chart_segments.html")
def chart_segments(parts, label="", legend=True):
    """A stacked bar and its legend. parts: [{"tone", "label", "count"}]; tones done, sent, back, draft, none."""
    words = ", ".join(f"{part['count']} {part['label']}" for part in parts)
    bar = charts.segments([(part["tone"], part["count"]) for part in parts], label or words)
    return {"bar": bar, "parts": parts, "legend": legend}


@register.inclusion_tag("includes/chart_clock.html")
def chart_clock(share, label, start="", end=""):
    """{% chart_clock 66 _("14 of 21 days have passed") start_text end_text %}"""
    return {"bar": charts.clock(share, label), "start": start, "end": end}


@register.inclusion_tag("includes/chart_trend.html")
def chart_trend(points, target=None, unit="", caption="", label="", maximum=None, table=True, breaks=(), second=()):
    """points: [(cycle, value or None)]. The caption says the finding, then the reading. For breaks and the second
    line see core/trend_chart.py."""
    target_label = _("Target {value}").format(value=figure(target, unit)) if target is not None else ""
    return {
        "chart": trend_chart.trend(points, target, target_label, unit, label, maximum, breaks, second),
        "caption": caption,
        "has_breaks": bool(breaks),
        "has_second": bool(second),
        "columns": [_("Cycle"), _("Value")] if table else None,
        "rows": [(str(cycle), figure(value, unit) if value is not None else _("no value")) for cycle, value in points],
    }


@register.inclusion_tag("includes/chart_goals.html")
def chart_goals(counts, noun="", caption=""):
    """counts: 17 numbers or {goal: number}. noun: the head of the number column, in the plural."""
    numbers = [counts.get(goal, 0) for goal in range(1, 18)] if isinstance(counts, dict) else list(counts)
    return {
        "chart": charts.goal_columns(numbers),
        "caption": caption,
        "noun": noun or _("Initiatives"),
        "rows": list(enumerate(numbers, start=1)),
    }


@register.inclusion_tag("includes/chart_bars.html")
def chart_bars(rows, caption="", head="", noun="", unit=""):
    """Horizontal bars as a table: label, bar, number. rows: [{"label", "value", "url" or none}]."""
    top = max((row["value"] or 0 for row in rows), default=0)
    rows = [row | {"bar": charts.share_bar(row["value"], top), "figure": figure(row["value"], unit)} for row in rows]
    return {"rows": rows, "caption": caption, "head": head, "noun": noun}


@register.inclusion_tag("includes/chart_roles.html")
def roles_diagram(sharing=(), receiving=(), mutual=(), facilitating=(), funding=(), level=3):
    """Who shares with whom, and who makes it possible. Each a list of {"label", "url" or none, "note" or none}."""
    support = [
        {"icon": "diagram-3", "title": _("Facilitate"), "parties": facilitating},
        {"icon": "briefcase", "title": pgettext("role of a partner", "Fund"), "parties": funding},
    ]
    return {
        "sharing": {"icon": "share", "title": _("Share their experience"), "parties": sharing},
        "receiving": {"icon": "download", "title": _("Learn from it"), "parties": receiving},
        "mutual": {"icon": "arrow-left-right", "title": _("Share and learn from each other"), "parties": mutual},
        "support": [group for group in support if group["parties"]],
        "level": level,
    }


@register.inclusion_tag("includes/chart_map.html")
def dot_map(counts, label="", noun=""):
    """counts: {ISO numeric code: number}. The table of the figures stands beside it: a country is chosen there."""
    words = _("World map. Larger and darker dots mean more. The same figures are in the table.")
    return {
        "map": dotmap.world(counts, label or words),
        "legend": dotmap.legend(counts),
        "noun": noun or _("Initiatives per country"),
    }


@register.inclusion_tag("includes/figures_table.html")
def figures_table(columns, rows, caption=""):
    """ "Figures as a table", to open: columns are heads, rows are lists; the first cell of each names the row."""
    # Text already: a year among the figures must not be grouped as 2,024.
    rows = [[cell if isinstance(cell, str) else str(cell) for cell in row] for row in rows]
    return {"columns": columns, "rows": rows, "caption": caption}
