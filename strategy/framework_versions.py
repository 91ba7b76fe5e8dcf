"""A new version of a framework: everything copied, codes kept. What was reported on the old one stays there.

Questionnaires and cycles are bound to the version they were made for. A new edition of a questionnaire may be bound to
the new version; figures of both are put beside each other by code.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from strategy.copying import copied
from strategy.models import Framework, FrameworkStatus, Indicator, IndicatorValue, Node


class NotNewest(Exception):
    """There is a newer version already. The message is for the person."""


def hold(framework):
    """The framework under a lock, so that two people who change it come one after the other."""
    return Framework.objects.select_for_update(of=("self",)).get(pk=framework.pk)


def ensure_newest(framework):
    newer = framework.newer
    if newer:
        raise NotNewest(_("There is version {n} of this framework already. Change that one.").format(n=newer.edition))


@transaction.atomic
def make_version(framework):
    """The new version, a draft until its status says otherwise. Raises NotNewest."""
    old = hold(framework)
    ensure_newest(old)
    number = old.edition + 1
    new = copied(old, edition=number, slug=slug_of(old, number), status=FrameworkStatus.DRAFT)
    new.save()
    nodes = copy_nodes(old, new)
    copy_indicators(old, nodes)
    return new


def slug_of(framework, number):
    """The address of the first version with the number behind it."""
    first = framework.versions.last().slug
    ending = f"-v{number}"
    return first[: Framework._meta.get_field("slug").max_length - len(ending)] + ending


def copy_nodes(old, new):
    """{key of the old part: its copy}, parents first, however deep they stand."""
    waiting, copies = list(old.nodes.all()), {}
    while waiting:
        ready = [node for node in waiting if node.parent_id is None or node.parent_id in copies]
        made = [
            copied(node, framework_id=new.pk, parent_id=copies[node.parent_id].pk if node.parent_id else None)
            for node in ready
        ]
        Node.objects.bulk_create(made)
        copies |= {node.pk: new_node for node, new_node in zip(ready, made, strict=True)}
        waiting = [node for node in waiting if node.pk not in copies]
    return copies


def copy_indicators(old, nodes):
    """With the values that documents published for them."""
    indicators = list(Indicator.objects.filter(node__framework=old).prefetch_related("values"))
    made = [copied(indicator, node_id=nodes[indicator.node_id].pk) for indicator in indicators]
    Indicator.objects.bulk_create(made)
    IndicatorValue.objects.bulk_create(
        copied(value, indicator_id=new.pk)
        for indicator, new in zip(indicators, made, strict=True)
        for value in indicator.values.all()
    )
