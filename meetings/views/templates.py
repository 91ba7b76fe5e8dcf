"""Templates of meetings: a tool of the secretariat."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import DeleteView, ListView

from core.access import EditableObjectMixin, ensure, ensure_editable, visible_or_404
from core.drafts.views import DraftsMixin
from core.saving.deleting import AsShownMixin
from core.saving.page import compare, conflicts_of, in_one_piece, locked
from entities.roles import is_secretariat
from meetings import planning
from meetings.models import Meeting, MeetingTemplate
from meetings.planning_forms import TemplateForm, TemplateItemForm, item_formset, proposed_items


class TemplateListView(ListView):
    model = MeetingTemplate
    template_name = "meetings/template_list.html"
    paginate_by = 20

    def get_queryset(self):
        ensure(is_secretariat(self.request.user))
        return MeetingTemplate.objects.annotate(items_in_all=Count("items")).order_by_translated("title")


class TemplateFormView(DraftsMixin, View):
    """A template and its agenda, saved together or not at all."""

    what = gettext_lazy("Template of meetings")
    template_name = "meetings/template_form.html"

    @classmethod
    def named_forms(cls):
        return {"": TemplateForm, "items": TemplateItemForm}

    def get(self, request, *args, **kwargs):
        template = self.get_object()
        form = TemplateForm(self.typed, instance=template, initial=self.initial)
        return self.show(self.as_typed(form), self.as_typed(self.items(template)))

    @in_one_piece
    def post(self, request, *args, **kwargs):
        template = self.get_object(for_saving=True)
        form = TemplateForm(request.POST, instance=template)
        is_valid = form.is_valid()  # before the rows, which are written in the language that the form names
        items = item_formset()(request.POST, instance=form.instance, prefix="items")
        if conflicts_of(form, items):
            return compare(request, form, items, discard=self.discard_url, draft_path=self.draft_path)
        if not (items.is_valid() and is_valid):
            return self.show(form, items)
        items.instance = form.save()
        items.save()
        messages.success(request, _("The template is saved."))
        return redirect(items.instance if "add_items" in request.POST else "meetings:template_list")

    def items(self, template):
        proposed = self.proposed if self.typed is None else []
        formset = item_formset(len(proposed))
        return formset(self.typed, instance=template, prefix="items", initial=proposed)

    def show(self, form, items):
        context = {"form": form, "items": items, "template": form.instance, "draft": self.draft}
        return render(self.request, self.template_name, context)


class TemplateCreateView(TemplateFormView):
    """`?meeting=` names a meeting whose settings and agenda are proposed."""

    is_new = True
    has_parts = True
    discard_url = ""

    def dispatch(self, request, *args, **kwargs):
        ensure(is_secretariat(request.user))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def meeting(self):
        slug = self.request.GET.get("meeting", "").replace("\0", "")
        return visible_or_404(Meeting.objects.all(), self.request.user, slug=slug) if slug else None

    @property
    def draft_path(self):
        return super().draft_path + (f"?meeting={self.meeting.slug}" if self.meeting else "")

    @property
    def initial(self):
        return planning.settings_of(self.meeting) if self.meeting else None

    @property
    def proposed(self):
        return proposed_items(self.meeting) if self.meeting else []

    def get_object(self, for_saving=False):
        return MeetingTemplate()


class TemplateUpdateView(TemplateFormView):
    initial = None
    proposed = ()

    def get_object(self, for_saving=False):
        templates = locked(MeetingTemplate.objects.all()) if for_saving else MeetingTemplate.objects.all()
        return ensure_editable(visible_or_404(templates, self.request.user, pk=self.kwargs["pk"]), self.request.user)

    @property
    def discard_url(self):
        return self.request.path


class TemplateDeleteView(AsShownMixin, EditableObjectMixin, DeleteView):
    """Not while a series begins with it."""

    model = MeetingTemplate
    context_object_name = "template"
    template_name = "meetings/template_confirm_delete.html"
    success_url = reverse_lazy("meetings:template_list")
    removed = gettext_lazy("The template is removed.")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"series": self.object.series.order_by_translated("title")}

    def hold(self):
        ensure(not self.object.series.exists())
