"""Series of meetings: the rule, its next dates, and what was held."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import CreateView, DeleteView, DetailView, ListView, UpdateView

from core import dates
from core.access import EditableObjectMixin, VisibleObjectMixin, can_edit, ensure, ensure_editable, visible_or_404
from core.drafts.views import DraftFormMixin
from core.saving.deleting import AsShownMixin
from core.saving.page import RecordUpdateMixin, locked
from entities.roles import is_member, is_secretariat
from meetings import planning, proposals
from meetings.models import Meeting, Series
from meetings.planning_forms import SeriesForm
from meetings.series_dates import next_dates, preview, rule_in_words

HELD_SHOWN = 10


@method_decorator(login_not_required, name="dispatch")
class SeriesListView(VisibleObjectMixin, ListView):
    model = Series
    template_name = "meetings/series_list.html"
    paginate_by = 20

    def get_queryset(self):
        return super().get_queryset().order_by_translated("title")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for series in context["page_obj"]:
            series.words = rule_in_words(series)
        return context | {"can_plan": is_secretariat(self.request.user), "is_member": is_member(self.request.user)}


@method_decorator(login_not_required, name="dispatch")
class SeriesDetailView(VisibleObjectMixin, DetailView):
    model = Series
    template_name = "meetings/series_detail.html"

    def get_queryset(self):
        return super().get_queryset().select_related("organizer", "template")

    def get_context_data(self, **kwargs):
        series, user = self.object, self.request.user
        meetings = Meeting.objects.visible_to(user).filter(series=series)
        rows = next_dates(series, user)
        return super().get_context_data(**kwargs) | {
            "rule": rule_in_words(series),
            "dates": rows,
            "coming": meetings.upcoming().exclude(occurrence__in=[row.day for row in rows]),
            "held": meetings.past()[:HELD_SHOWN],
            "is_member": is_member(user),
            "can_edit": can_edit(series, user),
            "next_free": series.next_free_date(),
            "backlog": proposals.backlog(series, user),
        }


class SeriesFormMixin(DraftFormMixin):
    """“Show the dates” posts the form too, and saves nothing."""

    what = gettext_lazy("Series of meetings")
    model = Series
    form_class = SeriesForm
    template_name = "meetings/series_form.html"

    def post(self, request, *args, **kwargs):
        return self.show_dates() if "show_dates" in request.POST else super().post(request, *args, **kwargs)

    def show_dates(self):
        self.object = None if self.is_new else self.get_object()
        form = self.get_form()
        series = form.series_to_show()
        return self.render_to_response(
            self.get_context_data(
                form=form,
                preview=preview(series) if series else None,
                rule=rule_in_words(series) if series else [],
            )
        )


class SeriesCreateView(SeriesFormMixin, CreateView):
    is_new = True

    def dispatch(self, request, *args, **kwargs):
        ensure(is_secretariat(request.user))
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("The series is saved."))
        return response


class SeriesUpdateView(SeriesFormMixin, RecordUpdateMixin, EditableObjectMixin, UpdateView):
    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("The series is saved. Meetings that are planned already stay as they are."))
        return response


class SeriesDateView(View):
    """Leaves a date of the rule out, or takes it in again."""

    leaves_out = True

    @transaction.atomic
    def post(self, request, pk, date):
        visible_or_404(Series.objects.all(), request.user, pk=pk)
        series = ensure_editable(locked(Series.objects.all()).get(pk=pk), request.user)
        day = planning.day_of_rule(series.whole_rule, date)
        series.leave_out(day) if self.leaves_out else series.take_in(day)
        words = _("{day} is left out.") if self.leaves_out else _("{day} belongs to the series again.")
        messages.success(request, words.format(day=dates.day(day)))
        return redirect(f"{series.get_absolute_url()}#dates")


class SeriesDeleteView(AsShownMixin, EditableObjectMixin, DeleteView):
    """Of a series of which no meeting was planned; another one ends by its last day."""

    model = Series
    template_name = "meetings/series_confirm_delete.html"
    success_url = reverse_lazy("meetings:series_list")
    removed = gettext_lazy("The series is removed.")

    def get_object(self, queryset=None):
        series = super().get_object(queryset)
        ensure(series.can_be_deleted)
        return series
