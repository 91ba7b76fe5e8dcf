"""Import of a framework from a spreadsheet. Where a row changes what entities reported on, all rows go into a new
version. Parts that the file does not name stay as they are."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.access import can_edit
from core.figures import figure
from core.imports.kinds import Kind, Unreadable, register
from core.models.imports import GOOD
from strategy.framework_comparing import Comparison
from strategy.framework_reading import lines_of
from strategy.framework_tree import renumber
from strategy.framework_use import use_of
from strategy.framework_versions import NotNewest, ensure_newest, hold, make_version
from strategy.models import Framework, Indicator, Node

KIND = "framework"


def framework_of(preview):
    return Framework.objects.filter(pk=preview.target.get("framework")).first()


def may_import(preview, user):
    framework = framework_of(preview)
    return framework is not None and can_edit(framework, user)


def read(preview):
    framework = framework_of(preview)
    try:
        ensure_newest(framework)
    except NotNewest as refusal:
        raise Unreadable(str(refusal)) from None
    lines = lines_of(preview)
    if not lines:
        raise Unreadable(_("The file has no row below its heads."))
    return Comparison(framework, lines).rows()


def apply(preview, rows, told):
    """Parts first, those above before those below; then indicators. Returns what came of it."""
    framework = framework_of(preview)
    if framework.is_in_use and any(row.data["changes_meaning"] for row in rows):
        framework = make_version(framework)
    Writer(framework, rows, told).write()
    return {"framework": framework.pk, "edition": framework.edition}


class Writer:
    def __init__(self, framework, rows, told):
        self.framework, self.told = framework, told
        self.node_rows = [row for row in rows if not row.data["is_indicator"]]
        self.indicator_rows = [row for row in rows if row.data["is_indicator"]]
        self.nodes = {node.code: node for node in framework.nodes.all()}
        self.indicators = {one.code: one for one in Indicator.objects.filter(node__framework=framework)}

    def write(self):
        nodes, indicators = list(self.nodes), list(self.indicators)
        self._write_nodes()
        for row in self.indicator_rows:
            self._write(row, self.indicators, Indicator, node=self.nodes[row.data["parent"]])
        put_in_order(self.nodes, nodes, self.node_rows)
        renumber(self.framework)
        put_in_order(self.indicators, indicators, self.indicator_rows)

    def _write_nodes(self):
        waiting = self.node_rows
        while waiting:
            ready = [row for row in waiting if not row.data["parent"] or row.data["parent"] in self.nodes]
            for row in ready:
                above = self.nodes.get(row.data["parent"])
                self._write(row, self.nodes, Node, framework=self.framework, parent=above)
            waiting = [row for row in waiting if row not in ready]

    def _write(self, row, known, model, **above):
        record = known.get(row.data["code"]) or model(code=row.data["code"])
        for name, value in (row.data["fields"] | above).items():
            setattr(record, name, value)
        record.save()
        known[record.code] = record
        self.told()


def put_in_order(records, before, rows):
    """New records stand behind the one that precedes them in the file; the others keep their order."""
    order = list(before)
    previous = None
    for row in rows:
        code = row.data["code"]
        if code not in order:
            order.insert(order.index(previous) + 1 if previous in order else len(order), code)
        previous = code
    moved = [records[code] for place, code in enumerate(order) if records[code].position != place]
    for record in moved:
        record.position = order.index(record.code)
    if moved:
        type(moved[0]).objects.bulk_update(moved, ["position"])


def explain(preview):
    """What applying would do beside the rows themselves."""
    framework = framework_of(preview)
    sentences = [
        _("The rows go into “{framework}”. Parts that the file does not name stay.").format(framework=framework)
    ]
    concerned = preview.rows.filter(state__in=GOOD, data__changes_meaning=True).count()
    if concerned and (use := use_of(framework)):
        said = ngettext(
            "{n} row changes what entities reported on, so a new version is made, number {edition}.",
            "{n} rows change what entities reported on, so a new version is made, number {edition}.",
            concerned,
        )
        sentences.append(said.format(n=figure(concerned), edition=framework.edition + 1))
        sentences.append(words_of(use))
    return sentences


def words_of(use):
    """What stays with the old version, counted."""
    cycles = ngettext("{n} reporting cycle", "{n} reporting cycles", len(use.cycles)).format(n=figure(len(use.cycles)))
    answers = ngettext("{n} accepted answer", "{n} accepted answers", use.answers).format(n=figure(use.answers))
    return _("The version of now stays with {cycles} and {answers}.").format(cycles=cycles, answers=answers)


def back(preview):
    framework = framework_of(preview)
    return (_("Import"), framework.get_import_url())


def done(preview):
    framework = Framework.objects.filter(pk=preview.outcome.get("framework")).first()
    return (_("Look at the framework"), framework.get_tree_url()) if framework else None


register(
    Kind(
        KIND,
        gettext_lazy("Framework"),
        read=read,
        apply=apply,
        may_import=may_import,
        back=back,
        done=done,
        hold=lambda preview: hold(framework_of(preview)),
        explain=explain,
    )
)
