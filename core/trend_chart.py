"""The chart of values over time: a line that breaks where two values cannot be compared, and beside it a thin second
one, of those who are the same both times. Time runs left to right in all languages."""

from django.utils.translation import gettext as _

from core.charts import drawn, path_through, words_at
from core.figures import figure

WIDTH, HEIGHT = 370, 215
START, END, TOP, BOTTOM = 18, 100, 22, 28
# The grid ends before the label of the target.
GRID_END = WIDTH - 80


def trend(points, target=None, target_label="", unit="", label="", maximum=None, breaks=(), second=()):
    """points: (name of the cycle, value or None); a cycle without a value is a gap. breaks: places of points that are
    not joined to the one before. second: (place of a point, value then, value now), drawn from the point before."""
    chart = _Trend(points, target, unit, maximum, breaks, second)
    body = [*chart.grid(), *chart.target(target_label), *chart.marks(), *chart.panel(), *chart.line(), *chart.values()]
    label = label or trend_words(points, target, unit, breaks)
    return drawn("ia-trend", f"{WIDTH} {HEIGHT}", label, body, fixed_direction=True)


class _Trend:
    def __init__(self, points, target, unit, maximum, breaks, second):
        self.points, self.goal, self.unit = points, target, unit
        self.breaks, self.second = frozenset(breaks), second
        known = [float(value) for _cycle, value in points if value is not None]
        known += [float(value) for _place, then, now in second for value in (then, now)]
        known += [] if target is None else [float(target)]
        # No value lies outside the frame: a share of more than 100, or a number below nought, widens it.
        self.lowest = min([0, *known])
        self.highest = max([float(maximum or (100 if unit == "%" else 0)), *known]) or 1
        if unit != "%" and not maximum:
            self.highest *= 1.15
        self.step = (WIDTH - START - END) / max(len(points) - 1, 1)

    def x(self, place):
        return START + place * self.step

    def y(self, value):
        return TOP + (HEIGHT - TOP - BOTTOM) * (self.highest - float(value)) / (self.highest - self.lowest)

    def _across(self, kind, value):
        y = self.y(value)
        return f'<line class="{kind}" x1="2" x2="{GRID_END}" y1="{y:.1f}" y2="{y:.1f}"/>'

    def grid(self):
        return [self._across("ax", at) for at in (self.lowest, (self.lowest + self.highest) / 2, self.highest)]

    def target(self, label):
        if self.goal is None:
            return []
        return [self._across("tg", self.goal), words_at(GRID_END + 4, self.y(self.goal) + 4, label)]

    def marks(self):
        """A dashed line between two rounds that cannot be compared."""
        middles = [self.x(place) - self.step / 2 for place in sorted(self.breaks)]
        return [
            f'<line class="bk" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 8}" y2="{HEIGHT - BOTTOM + 4}"/>' for x in middles
        ]

    def panel(self):
        return [
            f'<path class="pn" d="{path_through([(self.x(place - 1), self.y(then)), (self.x(place), self.y(now))])}"/>'
            for place, then, now in self.second
        ]

    def line(self):
        places = []
        for place, (_cycle, value) in enumerate(self.points):
            places += [None] if place in self.breaks else []
            places.append(None if value is None else (self.x(place), self.y(value)))
        return [f'<path class="ln" d="{path_through(places)}"/>']

    def values(self):
        body = []
        for place, (cycle, value) in enumerate(self.points):
            x = self.x(place)
            body.append(words_at(x, HEIGHT - 8, cycle, "middle"))
            if value is not None:
                y = self.y(value)
                body.append(f'<circle class="pt" cx="{x:.1f}" cy="{y:.1f}" r="5"/>')
                body.append(words_at(x, self._label_at(y), figure(value, self.unit), "middle", "val"))
        return body

    def _label_at(self, y):
        """Above its point, or below where it would sit on the line of the target."""
        is_free = self.goal is None or abs(y - 15 - self.y(self.goal)) > 11
        return y - 11 if is_free else y + 22


def trend_words(points, target=None, unit="", breaks=()):
    values = []
    for place, (cycle, value) in enumerate(points):
        words = figure(value, unit) if value is not None else _("no value")
        text = _("{cycle}: {value}").format(cycle=cycle, value=words)
        values.append(_("{value} (not comparable with the one before)").format(value=text) if place in breaks else text)
    if target is not None:
        values.append(_("Target: {value}").format(value=figure(target, unit)))
    return "; ".join(values)
