"""Two versions of a framework, compared by code: what came, what went, what says something else."""

from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core import languages
from core.saving.words import side_by_side
from strategy.framework_words import code_above, words_of
from strategy.models import Indicator

NODE_FIELDS = ("kind", "is_sample", "text", "description", "source")
INDICATOR_FIELDS = (
    "title",
    "definition",
    "unit",
    "unit_label",
    "direction",
    "aggregation",
    "baseline_value",
    "baseline_year",
    "target_value",
    "target_year",
    "disaggregation",
)
NEW, CHANGED, GONE = "new", "change", "removed"


@dataclass
class Difference:
    """`before` and `after` are HTML with the words marked in which they differ."""

    label: str
    before: str
    after: str


@dataclass
class Changed:
    """A part or an indicator that is not the same in both versions. `asked` are the questions of opened cycles that
    are bound to the older one."""

    record: object
    state: str
    differences: list = field(default_factory=list)
    asked: list = field(default_factory=list)

    @property
    def is_indicator(self):
        return isinstance(self.record, Indicator)


def compare(old, new):
    """[Changed], in the order of the newer version; what went stands at the end."""
    found = list(_compared(nodes_of(old), nodes_of(new), NODE_FIELDS))
    return found + list(_compared(indicators_of(old), indicators_of(new), INDICATOR_FIELDS))


def nodes_of(framework):
    return {node.code: node for node in framework.nodes.select_related("parent", "framework")}


def indicators_of(framework):
    indicators = Indicator.objects.filter(node__framework=framework).select_related("node__framework")
    return {indicator.code: indicator for indicator in indicators}


def _compared(before, after, names):
    for code, record in after.items():
        if code not in before:
            yield Changed(record, NEW)
        elif differences := differences_of(before[code], record, names):
            yield Changed(record, CHANGED, differences)
    for code, record in before.items():
        if code not in after:
            yield Changed(record, GONE)


def differences_of(old, new, names):
    found = [
        _difference(label, words_for_reader(old, name), words_for_reader(new, name))
        for label, name in labelled(new, names)
    ]
    found.append(_difference(capfirst(_("stands under")), code_above(old), code_above(new)))
    return [difference for difference in found if difference]


def _difference(label, before, after):
    return Difference(label, *side_by_side(before, after)) if before != after else None


def labelled(record, names):
    return [(capfirst(str(record._meta.get_field(name).verbose_name)), name) for name in names]


def words_for_reader(record, name):
    """Texts as the reader sees them."""
    if hasattr(record, languages.column(name, languages.DEFAULT)):
        return languages.text_of(record, name)
    return words_of(record, name)
