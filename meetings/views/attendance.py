"""Attendance on the day, made for a phone in the room."""

from django.contrib import messages
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from core.access import ensure, visible_or_404
from entities.models import Entity
from entities.roles import is_secretariat
from meetings import marking
from meetings.models import Meeting, Presence
from meetings.people_forms import JoiningForm

MARK, SHOWN = "presence-", "shown-"


class AttendanceDayView(View):
    """One line per person. The form sends all marks, or with script each of them at once."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.meeting = visible_or_404(Meeting.objects.all(), request.user, slug=kwargs["slug"])

    def get(self, request, slug):
        ensure(marking.may_mark(self.meeting, request.user))
        return self.show()

    @transaction.atomic
    def post(self, request, slug):
        marking.take_turn(self.meeting)
        self.meeting.refresh_from_db()
        ensure(marking.may_mark(self.meeting, request.user))
        if "join" in request.POST:
            return self.join()
        rows = marking.rows_of(self.meeting, request.user)
        overtaken, gone = marking.mark(rows, changes(request.POST))
        if request.accepts("text/html"):
            return self.answer_page(rows, overtaken, gone)
        return answer_script(rows, request.POST, overtaken, gone)

    def join(self):
        form = self.joining_form(self.request.POST)
        if not form.is_valid():
            return self.show(joining=form)
        form.save()
        messages.success(self.request, _("{name} is in the list.").format(name=form.instance.person_name))
        return redirect(self.request.path)

    def answer_page(self, rows, overtaken, gone):
        if overtaken or gone:
            return self.show(rows, overtaken, gone)
        messages.success(self.request, _("The attendance is saved."))
        return redirect(self.request.path)

    def joining_form(self, *data):
        user = self.request.user
        return JoiningForm(
            *data,
            prefix="new",
            meeting=self.meeting,
            entities=Entity.objects.spoken_for_by(user),
            may_bring_guests=is_secretariat(user),
        )

    def show(self, rows=None, overtaken=(), gone=0, joining=None):
        rows = marking.rows_of(self.meeting, self.request.user) if rows is None else rows
        context = {
            "meeting": self.meeting,
            "groups": grouped(rows),
            "present": sum(row.line.was_present for row in rows),
            "overtaken": overtaken,
            "gone": gone,
            "joining": joining or self.joining_form(),
            "is_secretariat": is_secretariat(self.request.user),
        }
        return render(self.request, "meetings/attendance_day.html", context, status=409 if overtaken or gone else 200)


def changes(posted):
    """{key: (mark, mark that the page showed)} of what the database knows; "" takes a mark away."""
    known = {"", *Presence.values}
    keys = [name.removeprefix(MARK) for name in posted if name.startswith(MARK)]
    pairs = {key: (posted[MARK + key], posted.get(SHOWN + key, "")) for key in keys}
    return {key: pair for key, pair in pairs.items() if set(pair) <= known}


def answer_script(rows, posted, overtaken, gone):
    """What stands there now, in words; 409 where it is not what the person tapped."""
    stands = {row.key: row for row in rows}
    marks = {key: stands[key].presence for key in changes(posted) if key in stands}
    content = {"marks": marks, "present": sum(row.line.was_present for row in rows)}
    return JsonResponse(content, status=409 if overtaken or gone else 200)


def grouped(rows):
    """[(entity or None for guests, its rows)], in the order of the rows."""
    groups = []
    for row in rows:
        if not groups or groups[-1][0] != row.line.entity:
            groups.append((row.line.entity, []))
        groups[-1][1].append(row)
    return groups
