"""Attendance by entity over meetings."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import View

from core import dates, languages
from core.access import ensure
from core.exports import Column, Table, address_of, asked_in, respond
from entities.roles import is_member, is_secretariat
from meetings import matrix
from meetings.people_filters import MatrixFilter

PER_PAGE = 25


class AttendanceMatrixView(View):
    """Entities by page, the latest meetings of the filter as columns. The file has all of both."""

    def get(self, request):
        ensure(is_member(request.user))
        self.filter = MatrixFilter(request.GET, queryset=matrix.held(request.user), request=request)
        is_valid = self.filter.is_valid()
        self.meetings = self.filter.qs if is_valid else self.filter.queryset.none()
        self.missing = matrix.absent_running(self.meetings) if is_secretariat(request.user) else set()
        entities = matrix.entities_of(self.meetings)
        if is_valid and self.filter.form.cleaned_data.get("absent"):
            entities = entities.filter(pk__in=self.missing)
        if is_valid and "export" in request.GET:
            return respond(self.table(entities), request.GET["export"])
        return self.show(entities)

    def rows(self, entities, meetings):
        return matrix.rows_of(list(entities), meetings, self.request.user, is_secretariat(self.request.user))

    def show(self, entities):
        page = Paginator(entities, PER_PAGE).get_page(self.request.GET.get("page"))
        meetings = list(self.meetings[: matrix.MOST_MEETINGS])
        present = matrix.present_by_meeting(meetings)
        context = {
            "filter": self.filter,
            "page_obj": page,
            "rows": self.rows(page, meetings),
            "columns": [(meeting, present.get(meeting.pk, 0)) for meeting in meetings],
            "number_of_meetings": self.meetings.count(),
            "missing": self.missing,
            "kinds": matrix.KINDS.values(),
        }
        return render(self.request, "meetings/attendance_matrix.html", context)

    def table(self, entities):
        meetings = list(self.meetings)
        return Table(
            name="attendance",
            title=_("Attendance by entity"),
            columns=[
                Column("entity", _("Entity"), lambda row: str(row.entity)),
                Column("name", _("Name"), lambda row: languages.text_of(row.entity, "name"), 40),
                *[column_of(number, meeting) for number, meeting in enumerate(meetings)],
                Column("attended", _("Attended"), lambda row: row.attended),
                Column("expected", _("Meetings invited to"), lambda row: row.expected),
            ],
            rows=self.rows(entities, meetings),
            asked=asked_in(self.filter.form),
            address=address_of(self.request),
        )


def column_of(number, meeting):
    label = f"{dates.day(meeting.date)} – {languages.text_of(meeting, 'title')}"
    return Column(f"meeting_{meeting.slug}", label, lambda row: row.cells[number].words, 24)
