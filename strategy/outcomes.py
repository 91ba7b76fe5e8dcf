"""A part of a framework with its results: the indicators under it, and what entities are asked about it."""

from functools import cached_property

from django.db.models import Q

from strategy.indicator_rows import rows_of
from strategy.rounds import figure_questions, series_of


class Outcome:
    def __init__(self, node, user):
        self.node, self.framework, self.user = node, node.framework, user

    @cached_property
    def rows(self):
        """Indicators with their published values."""
        indicators = list(self.node.indicators.prefetch_related("values"))
        for indicator in indicators:
            indicator.node = self.node
        return rows_of(indicators)

    @cached_property
    def children(self):
        return list(self.node.children.all())

    @cached_property
    def series(self):
        """[Series] of the questions that make a figure: bound to one of its indicators, or in a section about it."""
        about = Q(indicator__node=self.node) | Q(section__node=self.node)
        questions = figure_questions().filter(about).select_related("indicator__node__framework")
        return series_of(questions, self.user)
