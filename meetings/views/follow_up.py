"""Owners say before the meeting what became of their action points, so that the meeting speaks of exceptions only."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy, ngettext
from django.views import View

from core import languages
from core.access import ensure, visible_or_404
from core.drafts.views import DraftsMixin
from entities.acting import acting_among
from meetings.agenda_forms import FollowUpForm
from meetings.follow_up import follow_up_of
from meetings.models import Meeting


class FollowUpAnswerView(DraftsMixin, View):
    what = gettext_lazy("Follow-up")
    form_class = FollowUpForm

    def get_object(self):
        ensure(self.rows)
        return self.meeting

    @cached_property
    def meeting(self):
        return visible_or_404(Meeting.objects.all(), self.request.user, slug=self.kwargs["slug"])

    @cached_property
    def rows(self):
        """Those of which the person may say how far they are."""
        follow_up = follow_up_of(self.meeting, self.request.user)
        ensure(follow_up.may_answer)
        return [row for row in follow_up.rows if row.may_answer]

    def form(self, data=None):
        return FollowUpForm(data, points=[row.point for row in self.rows])

    def get(self, request, *args, **kwargs):
        return self.show(self.as_typed(self.form(self.typed)))

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(form)
        notes = [note for note in form.notes(self.meeting, request.user, self.speaking_entity) if self.is_news(note)]
        for note in notes:
            note.save()
        words = ngettext("{n} answer is saved.", "{n} answers are saved.", len(notes))
        messages.success(request, words.format(n=len(notes)))
        return redirect(self.meeting.get_absolute_url() + "#follow-up")

    def is_news(self, note):
        """A button that is pressed twice writes one note."""
        row = next(row for row in self.rows if row.point == note.action_point)
        said = {(answer.author_id, languages.text_of(answer, "text")) for answer in row.answers}
        return (note.author_id, languages.text_of(note, "text")) not in said

    def speaking_entity(self, point):
        return acting_among(self.request, point.owners.all())

    def show(self, form):
        for row in self.rows:
            row.field = form[f"point_{row.point.pk}"]
        context = {"meeting": self.meeting, "form": form, "rows": self.rows, "draft": self.draft}
        return render(self.request, "meetings/follow_up_form.html", context)
