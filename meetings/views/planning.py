"""A meeting is planned, from scratch or from what is there already, and moved."""

from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, UpdateView

from core.access import EditableObjectMixin, ensure
from core.drafts.views import DraftFormMixin
from core.locks import wait_for_turn
from core.saving.page import RecordUpdateMixin
from entities.roles import is_secretariat
from meetings import planning
from meetings.forms import MeetingForm
from meetings.models import Meeting, MeetingTemplate
from meetings.moving import move
from meetings.planning_forms import MoveForm


class MeetingCreateView(DraftFormMixin, CreateView):
    """The meeting first; its agenda is written on the next page. The query says from what it starts."""

    what = gettext_lazy("Meeting")
    is_new = True
    has_parts = True
    model = Meeting
    form_class = MeetingForm
    template_name = "meetings/meeting_form.html"
    extra_context = {"items": None}

    def dispatch(self, request, *args, **kwargs):
        ensure(is_secretariat(request.user))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def start(self):
        return planning.start_of(self.request.GET, self.request.user)

    @property
    def draft_path(self):
        asked = {name: self.request.GET[name] for name in (*planning.SOURCES, "date") if name in self.request.GET}
        return super().draft_path + (f"?{urlencode(asked)}" if asked else "")

    def get_initial(self):
        return self.start.initial if self.start else {}

    def form_valid(self, form):
        refusal = self.start.prepare(form.instance) if self.start else ""
        if refusal:
            form.add_error("date", refusal)
            return self.form_invalid(form)
        form.instance.slug = free_slug(form.instance.date)
        response = super().form_valid(form)
        has_agenda = bool(self.start and self.start.add_agenda(self.object))
        messages.success(self.request, saved_words(has_agenda))
        return response

    def get_success_url(self):
        return self.object.get_edit_url() + "#agenda"

    def get_context_data(self, **kwargs):
        templates = MeetingTemplate.objects.visible_to(self.request.user)
        return super().get_context_data(**kwargs) | {"start": self.start, "templates": templates}


def saved_words(has_agenda):
    if has_agenda:
        return _("The meeting is saved as a draft, with an agenda to start from.")
    return _("The meeting is saved as a draft. Now write its agenda.")


def free_slug(day):
    """The date; 2026-09-16-2 for the second meeting of a day."""
    wait_for_turn("address of a meeting")
    slug, number = day.isoformat(), 1
    while Meeting.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{day.isoformat()}-{number}"
    return slug


class MeetingMoveView(RecordUpdateMixin, EditableObjectMixin, UpdateView):
    model = Meeting
    form_class = MoveForm
    template_name = "meetings/move_form.html"

    def get_object(self, queryset=None):
        meeting = super().get_object(queryset)
        ensure(meeting.can_be_moved)
        return meeting

    def form_valid(self, form):
        move(form.instance, self.request.user, form.cleaned_data["reason"])
        messages.success(self.request, _("The meeting is moved. Focal points are told by mail."))
        return redirect(self.object)
