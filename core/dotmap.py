"""The world as a grid of dots: one colour class per country, larger dots for higher classes, no boundary drawn.

core/data/world-dots.json holds, per ISO numeric code, the dots of a country in an equal-area view; every State has at
least one, so that small islands are seen. Areas whose status is not determined have no code and stay grey. The dots
were computed from Natural Earth shapes and need clearance by United Nations Geospatial before an official use.
"""

import json
from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

CLASSES = 4


@cache
def dots():
    return json.loads((Path(__file__).parent / "data" / "world-dots.json").read_text(encoding="utf-8"))


def breaks(values):
    """Upper ends of up to four classes with about as many countries in each; the last is the largest value."""
    ranked = sorted(value for value in values if value)
    if not ranked:
        return []
    ends = [ranked[min(len(ranked) - 1, (len(ranked) * part) // CLASSES)] for part in range(1, CLASSES)] + [ranked[-1]]
    return sorted(set(ends))


def class_labels(ends):
    """1–3, 4–6, 7–12, 13 or more."""
    labels, start = [], 1
    for end in ends[:-1]:
        labels.append(str(end) if end == start else f"{start}–{end}")
        start = end + 1
    if ends:
        only = ends[-1] == start
        labels.append(str(start) if only else _("{number} or more").format(number=start))
    return labels


def class_of(value, ends):
    """0: none; 1-4: the class. Fewer than four classes take the darker end, so that they can be told apart."""
    if not value or not ends:
        return 0
    place = next((number for number, end in enumerate(ends) if value <= end), len(ends) - 1)
    return CLASSES - len(ends) + place + 1


def world(counts, label):
    """counts: {ISO numeric code, "076" or 76: number}. One path per class: small, and nothing to tell borders by."""
    counts = {f"{int(code):03d}": number for code, number in counts.items() if number}
    ends = breaks(counts.values())
    world_dots = dots()
    paths = {}
    for code, path in world_dots["d"].items():
        paths.setdefault(class_of(counts.get(code, 0), ends), []).append(path)
    body = "".join(f'<path class="q{number}" d="{"".join(paths[number])}"/>' for number in sorted(paths))
    return format_html(
        '<svg viewBox="0 0 {} {}" role="img" aria-label="{}" direction="ltr">{}</svg>',
        world_dots["w"],
        world_dots["h"],
        label,
        SafeString(body),
    )


def legend(counts):
    """[(class, label)] in rising order; the class "none published" is added by the template."""
    ends = breaks(counts.values())
    first = CLASSES - len(ends) + 1
    return list(enumerate(class_labels(ends), start=first))
