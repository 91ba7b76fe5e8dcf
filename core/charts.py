"""Charts as SVG, drawn on the server. Colours come from classes in static/css/charts.css, never from here.

Each chart is role="img" with its finding in words; the template tags put the figures beside it as a table.
Bars carry no text, so they may stretch and, in Arabic, mirror by the style sheet alone. Time runs left to right in all
languages: figures travel between them.
"""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.figures import figure

TRACK = '<rect class="t" x="0" y="5" width="100" height="10" rx=".4"/>'
# The states of a report, and how a question was answered: again, the same as last time, does not apply, not at all.
SEGMENT_TONES = ("done", "sent", "back", "draft", "again", "same", "apart", "none")


def drawn(classes, view_box, label, body, stretch=False, fixed_direction=False):
    """The SVG around the body, which is markup already."""
    return format_html(
        '<svg class="{}" viewBox="0 0 {}" role="img" aria-label="{}"{}{}>{}</svg>',
        classes,
        view_box,
        label,
        SafeString(' preserveAspectRatio="none"') if stretch else "",
        SafeString(' direction="ltr"') if fixed_direction else "",
        SafeString("".join(body)),
    )


def _share(value, maximum):
    """Where a value stands on a scale from 0 to 100, kept inside it."""
    if not maximum:
        return 0
    return round(100 * max(0, min(float(value), float(maximum))) / float(maximum), 2)


def _tick(kind, at, reach):
    top, bottom = 10 - reach, 10 + reach
    return (
        f'<line class="h" x1="{at}" x2="{at}" y1="4" y2="16"/>'
        f'<line class="{kind}" x1="{at}" x2="{at}" y1="{top}" y2="{bottom}"/>'
    )


def bullet(value, baseline=None, target=None, maximum=None, unit="", label=""):
    """A value bar on a track; dashed tick: baseline; solid tick: target. The scale begins at zero."""
    known = [float(number) for number in (value, baseline, target) if number is not None]
    # A share of more than 100 widens the scale rather than looking like 100.
    maximum = maximum or (max([100, *known]) if unit == "%" else max(known, default=1) * 1.06) or 1
    body = [TRACK]
    if value is not None:
        body.append(f'<rect class="v" x="0" y="5" width="{_share(value, maximum)}" height="10" rx=".4"/>')
    if baseline is not None:
        body.append(_tick("b", _share(baseline, maximum), 9))
    if target is not None:
        body.append(_tick("g", _share(target, maximum), 10))
    return drawn("ia-bullet", "100 20", label or bullet_words(value, baseline, target, unit), body, stretch=True)


def bullet_words(value, baseline=None, target=None, unit=""):
    words = {"value": figure(value, unit), "baseline": figure(baseline, unit), "target": figure(target, unit)}
    if value is None and target is None:
        return _("No value yet")
    if value is None:
        return _("No value yet, target {target}").format(**words)
    if baseline is None and target is None:
        return words["value"]
    if baseline is None:
        return _("{value} now, target {target}").format(**words)
    if target is None:
        return _("{value} now, baseline {baseline}").format(**words)
    return _("{value} now, baseline {baseline}, target {target}").format(**words)


def segments(parts, label):
    """One stacked bar. parts: (tone, count) in the order of SEGMENT_TONES."""
    total = sum(count for _tone, count in parts) or 1
    body, start = [], 0
    for tone, count in parts:
        if tone not in SEGMENT_TONES:
            raise ValueError(f"Unknown tone {tone!r}")
        width = 100 * count / total
        if count:
            body.append(
                f'<rect class="s-{tone}" x="{start:.2f}" y="0" width="{max(width - 0.3, 0.2):.2f}" height="10"/>'
            )
        start += width
    return drawn("ia-seg", "100 10", label, body, stretch=True)


def clock(share, label):
    """How much of a period has passed, from 0 to 100."""
    width = _share(share, 100)
    body = [f'<rect class="t" width="100" height="10"/><rect class="v" width="{width}" height="10"/>']
    return drawn("ia-silence__clock", "100 10", label, body, stretch=True)


def share_bar(value, maximum):
    """The bar of one row, with its number beside it in HTML: decoration, so hidden from screen readers."""
    return format_html(
        '<svg class="ia-bar-h" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="v" x="0" y="0" width="{}" height="10"/></svg>',
        _share(value or 0, maximum),
    )


def spark(values, label=""):
    """A line for a table row, with a gap where nothing is known."""
    known = [value for value in values if value is not None]
    if not known:
        return ""
    top, last = max(known) or 1, max(len(values) - 1, 1)
    points = [
        None if value is None else (100 * place / last, 22 - 20 * value / top) for place, value in enumerate(values)
    ]
    label = label or _("From {first} to {last}").format(first=figure(known[0]), last=figure(known[-1]))
    return drawn("ia-spark", "100 24", label, [f'<path d="{path_through(points)}"/>'], stretch=True)


def path_through(points):
    """An SVG path through the points; None breaks the line. A point between two gaps is a dot of no length."""
    commands, drawing = [], False
    for point in points:
        if point is None:
            drawing = False
            continue
        x, y = point
        commands.append(f"{'L' if drawing else 'M'}{x:.1f} {y:.1f}" + ("" if drawing else "h0"))
        drawing = True
    return "".join(commands)


def words_at(x, y, text, anchor="start", classes=""):
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}"{}>{}</text>',
        f"{x:.1f}",
        f"{y:.1f}",
        anchor,
        format_html(' class="{}"', classes) if classes else "",
        text,
    )


def goal_columns(counts, label=""):
    """17 columns in the official colours, in the order of the Goals, each with its count above and its number below."""
    width, height = 760, 230
    counts = [counts.get(goal, 0) for goal in range(1, 18)] if isinstance(counts, dict) else list(counts)
    top, column = max(counts, default=0) or 1, width / 17
    body = [f'<line class="ax" x1="0" x2="{width}" y1="{height - 24.5}" y2="{height - 24.5}"/>']
    for place, count in enumerate(counts):
        tall, x = (height - 52) * count / top, place * column + 6
        middle = x + column / 2 - 6
        body.append(
            f'<g class="ia-sdg-{place + 1}"><rect class="bar" x="{x:.1f}" y="{height - 25 - tall:.1f}" '
            f'width="{column - 12:.1f}" height="{tall:.1f}"/>'
        )
        body.append(words_at(middle, height - 31 - tall, figure(count), "middle", "val"))
        body.append(words_at(middle, height - 8, place + 1, "middle") + "</g>")
    return drawn("ia-sdgbar", f"{width} {height}", label or goal_words(counts), body, fixed_direction=True)


def goal_words(counts):
    ranked = sorted(enumerate(counts, start=1), key=lambda pair: -pair[1])
    return _("Columns per Goal. Most: Goal {first} with {n1}, Goal {second} with {n2}, Goal {third} with {n3}.").format(
        first=ranked[0][0], n1=ranked[0][1], second=ranked[1][0], n2=ranked[1][1], third=ranked[2][0], n3=ranked[2][1]
    )
