"""The page on which the secretariat puts an agenda in order, and the pages of its items and headings."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import DeleteView, UpdateView

from core import languages
from core.access import EditableObjectMixin, ensure, ensure_editable, visible_or_404
from core.drafts.views import DraftFormMixin
from core.order import MoveForm, OrderChanged
from core.saving.deleting import AsShownMixin
from core.saving.page import RecordUpdateMixin
from meetings import order
from meetings.agenda_forms import ItemPageForm, QuickItemForm, QuickSectionForm, SectionForm
from meetings.agenda_page import page_for
from meetings.models import AgendaItem, AgendaProposal, AgendaSection, Meeting
from meetings.models.proposals import next_planned
from meetings.proposals import backlog


def page_of(meeting):
    return reverse("meetings:agenda_edit", args=[meeting.slug])


class AgendaPageMixin:
    """Finds the meeting and shows its agenda."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.quick = {"item_form": QuickItemForm(), "section_form": QuickSectionForm()}

    def meeting(self):
        meeting = visible_or_404(Meeting.objects.select_related("series"), self.request.user, slug=self.kwargs["slug"])
        ensure_editable(meeting, self.request.user)
        ensure(not meeting.is_being_cleared)
        return meeting

    def context(self, meeting):
        page = page_for(meeting)
        waiting = AgendaProposal.objects.visible_to(self.request.user).waiting_for(meeting).select_related("entity")
        takes_backlog = meeting.series_id and next_planned(meeting.series) == meeting
        return {
            "meeting": meeting,
            "page": page,
            "focus": button_to_focus(page, self.request.GET),
            "proposals": waiting,
            "backlog": backlog(meeting.series, self.request.user) if takes_backlog else (),
            **self.quick,
        }

    def show(self, meeting, status=200, **more):
        return render(self.request, "meetings/agenda_edit.html", self.context(meeting) | more, status=status)


def button_to_focus(page, asked):
    """The button that was pressed, so that one can press it again; the other one where the line is at the end."""
    line = page.line(asked.get("moved", ""))
    if line is None:
        return ""
    direction = "up" if asked.get("by") == "up" else "down"
    if line.place == 0:
        direction = "down"
    elif line.is_last:
        direction = "up"
    return f"{direction}-{line.key}"


class AgendaView(AgendaPageMixin, View):
    """The list; POST adds a line at its end."""

    def get(self, request, *args, **kwargs):
        return self.show(self.meeting())

    def post(self, request, *args, **kwargs):
        meeting = self.meeting()
        is_heading = "heading" in request.POST
        form = QuickSectionForm(request.POST) if is_heading else QuickItemForm(request.POST)
        if not form.is_valid():
            self.quick["section_form" if is_heading else "item_form"] = form
            return self.show(meeting)
        try:
            line = order.add(meeting, form.section_of(meeting) if is_heading else form.item_of(meeting))
        except order.AgendaFull:
            form.add_error(None, _("The agenda has no number left for another item."))
            self.quick["item_form"] = form
            return self.show(meeting)
        messages.success(request, _("“{title}” is added.").format(title=languages.text_of(line, "title")))
        return redirect(f"{page_of(meeting)}?added={order.key_of(line)}")


class AgendaOrderView(AgendaPageMixin, View):
    """Moves one line: by a button, by the keyboard or by dragging, with or without script."""

    def post(self, request, *args, **kwargs):
        meeting, form = self.meeting(), MoveForm(request.POST)
        if not form.is_valid():
            raise BadRequest("A line, its new place and the order that was seen are needed.")
        asked = form.cleaned_data
        try:
            was_at = order.move(meeting, asked["line"], asked["to"], asked["order"])
        except OrderChanged:
            return self.refuse(meeting)
        return self.answer(meeting, asked["line"], "down" if asked["to"] > was_at else "up")

    def answer(self, meeting, key, direction):
        page = page_for(meeting)
        words = words_of_place(page.line(key))
        if self.wants_part:
            return self.part(meeting, page, words)
        messages.success(self.request, words)
        return redirect(f"{page_of(meeting)}?moved={key}&by={direction}")

    def refuse(self, meeting):
        words = _("Somebody else changed the agenda meanwhile. This is how it stands now; nothing of yours was moved.")
        if self.wants_part:
            return self.part(meeting, page_for(meeting), words, status=409)
        return self.show(meeting, status=409, refusal=words)

    @property
    def wants_part(self):
        """The script replaces the list alone."""
        return "part" in self.request.POST

    def part(self, meeting, page, words, status=200):
        html = render_to_string("meetings/_agenda_order.html", {"meeting": meeting, "page": page}, self.request)
        return JsonResponse({"html": html, "words": str(words)}, status=status)


def words_of_place(line):
    title = languages.text_of(line.record, "title")
    if line.row is None:
        return _("The heading “{title}” now stands before item {number}.").format(
            title=title, number=line.record.first_number
        )
    if line.heading:
        return _("“{title}” is now item {number}, under “{heading}”.").format(
            title=title, number=line.record.number, heading=languages.text_of(line.heading, "title")
        )
    return _("“{title}” is now item {number}.").format(title=title, number=line.record.number)


class LineMixin(EditableObjectMixin):
    """Of one item or heading of an agenda."""

    def get_queryset(self):
        return super().get_queryset().select_related("meeting")

    def get_discard_url(self):
        return page_of(self.object.meeting)

    def get_success_url(self):
        return page_of(self.object.meeting)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.object.meeting}


class ItemUpdateView(DraftFormMixin, RecordUpdateMixin, LineMixin, UpdateView):
    what = gettext_lazy("Agenda item")
    model = AgendaItem
    form_class = ItemPageForm
    template_name = "meetings/item_form.html"
    context_object_name = "item"

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("Item {number} is saved.").format(number=self.object.number))
        return response


class SectionUpdateView(RecordUpdateMixin, LineMixin, UpdateView):
    model = AgendaSection
    form_class = SectionForm
    template_name = "meetings/section_form.html"
    context_object_name = "section"

    def form_valid(self, form):
        response = super().form_valid(form)
        messages.success(self.request, _("The heading is saved."))
        return response


class LineDeleteMixin(AsShownMixin, LineMixin):
    def hold(self):
        """The lock on the agenda first, as a move takes it: two who wait for each other would wait for ever."""
        order.lock(self.object.meeting)

    def remove(self, form):
        if self.is_held():
            return self.ask_again(form)
        order.remove(self.object.meeting, self.object)
        messages.success(self.request, self.removed)
        return redirect(self.get_success_url())

    def is_held(self):
        return False


class ItemDeleteView(LineDeleteMixin, DeleteView):
    model = AgendaItem
    template_name = "meetings/item_confirm_delete.html"
    context_object_name = "item"
    removed = gettext_lazy("The item is removed. The numbers after it have moved up.")

    def is_held(self):
        return self.object.is_referred_to


class SectionDeleteView(LineDeleteMixin, DeleteView):
    """Its items stay, under the heading before it."""

    model = AgendaSection
    template_name = "meetings/section_confirm_delete.html"
    context_object_name = "section"
    removed = gettext_lazy("The heading is removed. Its items stay.")
