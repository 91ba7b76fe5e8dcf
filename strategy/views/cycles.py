"""Cycles: the matrix for the secretariat, the own rows for an entity, the results for everybody."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import DetailView, ListView

from core.access import VisibleObjectMixin
from core.exports import respond
from core.querysets import count_of
from core.views import TransitionView
from entities.roles import is_member, is_secretariat, represented_ids
from strategy import matrix
from strategy.cycle_planning import has_left, joined_meanwhile
from strategy.cycle_workflow import CYCLE
from strategy.forms import MatrixForm
from strategy.matrix_export import matrix_table
from strategy.models import Cycle, CycleState, Questionnaire, ReportState
from strategy.models.extensions import may_ask, may_give
from strategy.results import results_of
from strategy.workflow import REPORT


@method_decorator(login_not_required, name="dispatch")
class CycleListView(VisibleObjectMixin, ListView):
    model = Cycle
    paginate_by = 20
    context_object_name = "cycles"

    def get_queryset(self):
        return super().get_queryset().counted()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"can_plan": is_secretariat(self.request.user)}


@dataclass
class Group:
    """Rows of one kind of entity in the matrix."""

    label: str
    rows: list


@method_decorator(login_not_required, name="dispatch")
class CycleDetailView(VisibleObjectMixin, DetailView):
    model = Cycle
    context_object_name = "cycle"

    def get_queryset(self):
        return super().get_queryset().with_sums().with_report()

    def get_template_names(self):
        return ["strategy/cycle_matrix.html" if is_secretariat(self.request.user) else "strategy/cycle_detail.html"]

    def get(self, request, *args, **kwargs):
        """With ?export=xlsx the matrix as it is filtered, for the secretariat."""
        if "export" not in request.GET or not is_secretariat(request.user):
            return super().get(request, *args, **kwargs)
        self.object = self.get_object()
        context = self.matrix_context(self.object, list(asked_in(self.object)))
        if context["form"].errors or not context["questionnaire"]:
            return super().get(request, *args, **kwargs)
        table = matrix_table(self.object, context["questionnaire"], context["shown"], context["form"], request)
        return respond(table, request.GET["export"])

    def get_context_data(self, **kwargs):
        user, cycle = self.request.user, self.object
        questionnaires = list(asked_in(cycle))
        context = super().get_context_data(**kwargs) | {
            "questionnaires": questionnaires,
            "is_member": is_member(user),
            "actions": CYCLE.actions_for(cycle, user),
        }
        if is_secretariat(user):
            context |= self.matrix_context(cycle, questionnaires)
        else:
            own = cycle.entities.filter(pk__in=represented_ids(user)).order_by("code")
            rows = [row for questionnaire in questionnaires for row in matrix.rows_of(cycle, questionnaire, own)]
            for row in rows:
                row.actions = REPORT.actions_for(row.report, user) if row.report else []
            own = list(dict.fromkeys(row.entity for row in rows))
            context |= {"own_rows": rows, "deadline": rows[0].deadline if len(own) == 1 else None}
            context["may_ask"] = [entity for entity in own if may_ask(cycle, entity, user)]
            context["sums"] = sums_of(cycle)
        if cycle.state == CycleState.PUBLISHED:
            context["results"] = results_of(cycle, user, questionnaires)
        return context

    def matrix_context(self, cycle, questionnaires):
        questionnaire = self.chosen(cycle, questionnaires)
        form = MatrixForm(self.request.GET or None)
        entities = cycle.entities.order_by("kind", "code")
        rows = matrix.rows_of(cycle, questionnaire, entities) if questionnaire else []
        is_valid = not form.is_bound or form.is_valid()
        chosen = form.cleaned_data if form.is_bound and is_valid else {}
        show, sort = chosen.get("show") or "all", chosen.get("sort") or "entity"
        # An invalid parameter shows its error and nothing, never the unfiltered matrix.
        shown = [row for row in rows if matrix.SHOW[show](row)] if is_valid else []
        shown.sort(key=matrix.SORT[sort])
        groups = grouped(shown) if sort == "entity" else [Group("", shown)]
        return {
            "questionnaire": questionnaire,
            "form": form,
            "groups": groups,
            "shown": shown,
            "totals": matrix.Totals(rows),
            "joined": joined_meanwhile(cycle),
            "left": [row.entity for row in rows if has_left(row.entity, cycle)],
            "may_give": may_give(cycle, self.request.user),
            "number_shown": len(shown),
            "number_asked": len(rows),
            "parts": parts(rows),
            "waiting": sorted(
                (row for row in rows if row.state == ReportState.SUBMITTED), key=lambda row: row.report.submitted_at
            ),
            "returned": [row for row in rows if row.state == ReportState.RETURNED],
            "not_started": [row for row in rows if row.state == ReportState.NOT_STARTED],
            "now": timezone.now(),
        }

    def chosen(self, cycle, questionnaires):
        """The one that is asked for, else the one that most entities have begun."""
        code = self.request.GET.get("questionnaire")
        if not code:
            return max(questionnaires, key=lambda questionnaire: questionnaire.number_begun, default=None)
        for questionnaire in questionnaires:
            if questionnaire.code == code:
                return questionnaire
        raise Http404


def asked_in(cycle):
    """Its questionnaires, with as much of them as the page shows."""
    begun = count_of(cycle.reports.all(), "questionnaire")
    questionnaires = Questionnaire.objects.filter(cycles=cycle).annotate(number_begun=begun)
    return questionnaires.with_questions() if cycle.state == CycleState.PUBLISHED else questionnaires.with_outline()


def sums_of(cycle):
    """[(number, label)] for everybody who sees the cycle: how many, never who."""
    asked, handed_in, extended = cycle.number_asked, cycle.number_handed_in, cycle.number_extended
    return [
        (asked, ngettext("entity asked", "entities asked", asked)),
        (handed_in, ngettext("entity has submitted", "entities have submitted", handed_in)),
        (extended, ngettext("entity has more time", "entities have more time", extended)),
    ]


def grouped(rows):
    """By kind of entity, in the order of the kinds."""
    groups = {}
    for row in rows:
        groups.setdefault(row.entity.get_kind_display(), []).append(row)
    return [Group(label, members) for label, members in groups.items()]


def parts(rows):
    """The stacked bar above the matrix: sections by state."""
    counts = matrix.section_counts(rows)
    words = {
        "done": _("Accepted"),
        "sent": _("Submitted"),
        "back": _("Returned"),
        "draft": _("In progress"),
        "none": _("Not started"),
    }
    return [
        {"tone": kind, "label": words[kind], "count": counts[kind]}
        for kind in ("done", "sent", "back", "draft", "none")
    ]


class CycleTransitionView(TransitionView):
    workflow = CYCLE
    lookup = {"slug": "slug"}
