"""The secretariat keeps frameworks: their list, their tree, parts and indicators on pages of their own."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import CreateView, DeleteView, DetailView, ListView, UpdateView

from core.access import EditableObjectMixin, ensure, ensure_editable, visible_or_404
from core.drafts.views import DraftFormMixin
from core.numbers import whole_number
from core.saving.deleting import AsShownMixin
from core.saving.page import RecordUpdateMixin
from entities.roles import is_secretariat
from strategy import framework_tree
from strategy.framework_forms import (
    FrameworkForm,
    IndicatorCorrectionForm,
    IndicatorForm,
    MoveForm,
    NewFrameworkForm,
    NodeCorrectionForm,
    NodeForm,
)
from strategy.framework_use import cycles_of, use_of
from strategy.framework_versions import hold
from strategy.models import Framework, Indicator, Node

LAST = 32_000  # behind all others, until the tree is numbered anew


class FrameworkKeepingView(ListView):
    """All versions, drafts too."""

    model = Framework
    template_name = "strategy/framework_keeping.html"
    context_object_name = "frameworks"
    paginate_by = 30

    def get_queryset(self):
        ensure(is_secretariat(self.request.user))
        return Framework.objects.counted()


class FrameworkFormMixin(DraftFormMixin):
    what = gettext_lazy("Framework")
    model = Framework
    template_name = "strategy/framework_form.html"
    context_object_name = "framework"

    def get_success_url(self):
        return self.object.get_tree_url()

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("The framework is saved."))
        return response


class FrameworkCreateView(FrameworkFormMixin, CreateView):
    is_new = True
    form_class = NewFrameworkForm

    def dispatch(self, request, *args, **kwargs):
        ensure(is_secretariat(request.user))
        return super().dispatch(request, *args, **kwargs)


class FrameworkUpdateView(FrameworkFormMixin, RecordUpdateMixin, EditableObjectMixin, UpdateView):
    form_class = FrameworkForm


class FrameworkTreeView(EditableObjectMixin, DetailView):
    """Parts and indicators in their order, with the buttons that change them."""

    model = Framework
    template_name = "strategy/framework_tree.html"
    context_object_name = "framework"

    def get_context_data(self, **kwargs):
        versions = list(self.object.versions)
        return super().get_context_data(**kwargs) | {
            "branches": framework_tree.branches_of(self.object),
            "use": use_of(self.object),
            "versions": versions,
            "newer": versions[0] if versions[0] != self.object else None,
            "focus": self.request.GET.get("moved", ""),
        }


@require_POST
@transaction.atomic
def framework_move(request, slug):
    framework = ensure_editable(visible_or_404(Framework.objects.all(), request.user, slug=slug), request.user)
    form = MoveForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        if said["part"]:
            record = get_object_or_404(Node, framework=framework, pk=said["part"])
        else:
            record = get_object_or_404(Indicator, node__framework=framework, pk=said["indicator"])
        framework_tree.move(record, said["to"])
        button = f"{'n' if said['part'] else 'i'}{record.pk}-{said['to']}"
        return redirect(f"{framework.get_tree_url()}?moved={button}#{button.rpartition('-')[0]}")
    return redirect(framework.get_tree_url())


class PartMixin(DraftFormMixin):
    """Of a part or an indicator: what its page shows around the form."""

    def get_success_url(self):
        letter = "n" if isinstance(self.object, Node) else "i"
        return f"{self.framework.get_tree_url()}#{letter}{self.object.pk}"

    def get_discard_url(self):
        return self.framework.get_tree_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "framework": self.framework,
            "is_in_use": cycles_of(self.framework).exists(),
        }

    @transaction.atomic
    def form_valid(self, form):
        hold(self.framework)
        response = super().form_valid(form)
        framework_tree.renumber(self.framework)
        messages.success(self.request, _("“{record}” is saved.").format(record=self.object))
        return response


class NewPartMixin(PartMixin):
    is_new = True
    has_parts = True

    def dispatch(self, request, *args, **kwargs):
        framework = visible_or_404(Framework.objects.all(), request.user, slug=kwargs["slug"])
        self.framework = ensure_editable(framework, request.user)
        return super().dispatch(request, *args, **kwargs)

    @property
    def draft_path(self):
        above = self.above
        return super().draft_path + (f"?part={above.pk}" if above else "")

    @property
    def above(self):
        """The part under which the new one shall stand, where the address names one."""
        number = whole_number(self.request.GET.get("part", ""))
        return self.framework.nodes.filter(pk=number).first() if number else None


class StoredPartMixin(PartMixin, RecordUpdateMixin, EditableObjectMixin):
    def get_object(self, queryset=None):
        record = super().get_object(queryset)
        self.framework = record.framework_of_meaning
        return record


class NodeCreateView(NewPartMixin, CreateView):
    what = gettext_lazy("Part of a framework")
    model = Node
    form_class = NodeForm
    template_name = "strategy/node_form.html"
    context_object_name = "node"

    def get_form_kwargs(self):
        node = Node(framework=self.framework, position=LAST, parent=self.above, is_sample=True)
        return super().get_form_kwargs() | {"instance": node}


class NodeUpdateView(StoredPartMixin, UpdateView):
    what = gettext_lazy("Part of a framework")
    model = Node
    form_class = NodeForm
    template_name = "strategy/node_form.html"
    context_object_name = "node"


class NodeCorrectView(NodeUpdateView):
    form_class = NodeCorrectionForm


class IndicatorCreateView(NewPartMixin, CreateView):
    what = gettext_lazy("Indicator")
    model = Indicator
    form_class = IndicatorForm
    template_name = "strategy/indicator_form.html"
    context_object_name = "indicator"

    def get_form_kwargs(self):
        indicator = Indicator(node=self.above, position=LAST)
        return super().get_form_kwargs() | {"instance": indicator, "framework": self.framework}


class IndicatorUpdateView(StoredPartMixin, UpdateView):
    what = gettext_lazy("Indicator")
    model = Indicator
    form_class = IndicatorForm
    template_name = "strategy/indicator_form.html"
    context_object_name = "indicator"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"framework": self.framework}


class IndicatorCorrectView(IndicatorUpdateView):
    form_class = IndicatorCorrectionForm

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        del kwargs["framework"]
        return kwargs


class PartDeleteView(AsShownMixin, EditableObjectMixin, DeleteView):
    template_name = "strategy/part_confirm_delete.html"
    removed = gettext_lazy("It is removed.")

    def get_success_url(self):
        return self.object.framework_of_meaning.get_tree_url()

    def get_context_data(self, **kwargs):
        reasons = framework_tree.reasons_to_stay(self.object)
        framework = self.object.framework_of_meaning
        return super().get_context_data(**kwargs) | {"reasons": reasons, "framework": framework}

    def hold(self):
        hold(self.object.framework_of_meaning)
        ensure(not framework_tree.reasons_to_stay(self.object))


class NodeDeleteView(PartDeleteView):
    model = Node


class IndicatorDeleteView(PartDeleteView):
    model = Indicator
