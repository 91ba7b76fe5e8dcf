"""The parts of a framework as a tree: shown, put in order, and what keeps one of them from being removed.

Positions follow the tree from top to bottom, so that a plain list by position is in the same order.
"""

from dataclasses import dataclass, field

from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.utils.translation import gettext as _

from strategy.framework_use import questions_by_code
from strategy.framework_versions import hold
from strategy.models import Indicator, Node
from strategy.models.meaning import IN_USE

UP, DOWN = "up", "down"


@dataclass
class Leaf:
    """An indicator in the tree; `asked` are the questions of opened cycles that are bound to it."""

    indicator: Indicator
    asked: list = field(default_factory=list)
    is_first: bool = False
    is_last: bool = False


@dataclass
class Branch:
    """A part in the tree. `depth` counts from 0."""

    node: Node
    depth: int
    leaves: list
    asked: list = field(default_factory=list)
    is_first: bool = False
    is_last: bool = False


def branches_of(framework):
    """The tree from top to bottom, in a fixed number of queries."""
    nodes = list(framework.nodes.prefetch_related("indicators"))
    for node in nodes:
        node.framework = framework
    of_nodes, of_indicators = questions_by_code(framework)
    found = []
    for node, depth, is_first, is_last in walk(nodes):
        leaves = [Leaf(one, of_indicators.get(one.code, [])) for one in by_position(node.indicators.all())]
        for leaf in leaves:
            leaf.indicator.node = node
            leaf.is_first, leaf.is_last = leaf is leaves[0], leaf is leaves[-1]
        found.append(Branch(node, depth, leaves, of_nodes.get(node.code, []), is_first, is_last))
    return found


def walk(nodes, above=None, depth=0):
    """(part, depth, is it the first under its part, the last), from top to bottom."""
    siblings = by_position(node for node in nodes if node.parent_id == above)
    for node in siblings:
        yield node, depth, node is siblings[0], node is siblings[-1]
        yield from walk(nodes, node.pk, depth + 1)


def by_position(records):
    return sorted(records, key=lambda record: (record.position, record.pk))


def move(record, to):
    """One place up or down among those beside it. In the transaction of who calls."""
    framework = hold(record.framework_of_meaning)
    is_node = isinstance(record, Node)
    beside = {"parent": record.parent_id} if is_node else {"node": record.node_id}
    siblings = by_position(type(record).objects.filter(**beside, **({"framework": framework} if is_node else {})))
    place = siblings.index(record)
    other = place - 1 if to == UP else place + 1
    if 0 <= other < len(siblings):
        siblings[place], siblings[other] = siblings[other], siblings[place]
    number(siblings)
    if is_node:
        renumber(framework)


def number(records):
    moved = [record for place, record in enumerate(records) if record.position != place]
    for place, record in enumerate(records):
        record.position = place
    if moved:
        type(moved[0]).objects.bulk_update(moved, ["position"])


def renumber(framework):
    number([node for node, *_place in walk(list(framework.nodes.all()))])


def reasons_to_stay(record):
    """In words, why a part or an indicator cannot be removed; empty where it can."""
    if record.framework_of_meaning.is_in_use:
        return [IN_USE]
    if isinstance(record, Node) and (record.children.exists() or record.indicators.exists()):
        return [_("Parts or indicators stand under it. Move or remove them first.")]
    try:
        Collector(using="default").collect([record])
    except ProtectedError:
        return [_("Questions or records of meetings refer to it. Change them first.")]
    return []
