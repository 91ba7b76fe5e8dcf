"""Attendance by entity over meetings."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views import View

from core.access import ensure
from entities.roles import is_member, is_secretariat
from meetings import matrix
from meetings.people_filters import MatrixFilter

PER_PAGE = 25


class AttendanceMatrixView(View):
    """Entities by page, the latest meetings of the filter as columns."""

    def get(self, request):
        ensure(is_member(request.user))
        meeting_filter = MatrixFilter(request.GET, queryset=matrix.held(request.user), request=request)
        meetings = meeting_filter.qs if meeting_filter.is_valid() else matrix.held(request.user).none()
        missing = matrix.absent_running(meetings) if is_secretariat(request.user) else set()
        entities = matrix.entities_of(meetings)
        if meeting_filter.form.cleaned_data.get("absent"):
            entities = entities.filter(pk__in=missing)
        return self.show(meeting_filter, meetings, entities, missing)

    def show(self, meeting_filter, meetings, entities, missing):
        page = Paginator(entities, PER_PAGE).get_page(self.request.GET.get("page"))
        columns = list(meetings[: matrix.MOST_MEETINGS])
        rows = matrix.rows_of(list(page), columns, self.request.user, is_secretariat(self.request.user))
        present = matrix.present_by_meeting(columns)
        context = {
            "filter": meeting_filter,
            "page_obj": page,
            "rows": rows,
            "columns": [(meeting, present.get(meeting.pk, 0)) for meeting in columns],
            "number_of_meetings": meetings.count(),
            "missing": missing,
            "kinds": matrix.KINDS.values(),
        }
        return render(self.request, "meetings/attendance_matrix.html", context)
