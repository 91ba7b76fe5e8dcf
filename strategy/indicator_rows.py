"""An indicator as a row: the latest published value, against baseline and target, and how it moved since the first."""

from dataclasses import dataclass

from strategy.models import Indicator, IndicatorUnit


def end_of_scale(unit, known):
    """Where the scale of a bar ends that shows the known values: a share of more than 100 widens it."""
    if unit == IndicatorUnit.PERCENT:
        return float(max([100, *known]))
    return float(max(known, default=0)) * 1.15 or 1


@dataclass
class IndicatorRow:
    indicator: Indicator
    values: list

    @property
    def latest(self):
        return self.values[-1] if self.values else None

    @property
    def maximum(self):
        known = [value.value for value in self.values] + [self.indicator.target_value or 0]
        return end_of_scale(self.indicator.unit, known)

    @property
    def rose(self):
        return len(self.values) > 1 and self.values[-1].value > self.values[0].value

    @property
    def points(self):
        return [(str(value.year), float(value.value)) for value in self.values]

    @property
    def status(self):
        value, year = (self.latest.value, self.latest.year) if self.latest else (None, None)
        return self.indicator.status_of(value, year)


def rows_of(indicators):
    """Free of queries after prefetch_related("values")."""
    return [IndicatorRow(indicator, list(indicator.values.all())) for indicator in indicators]
