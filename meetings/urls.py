from django.urls import path, re_path

from meetings.views import (
    agenda,
    attendance,
    calendar,
    clearance,
    decisions,
    entity_record,
    evidence,
    feeds,
    follow_up,
    interventions,
    invitations,
    live,
    matrix,
    meetings,
    outcomes,
    own_papers,
    papers,
    planning,
    proposals,
    records,
    registers,
    series,
    templates,
)

app_name = "meetings"
urlpatterns = [
    path("", meetings.MeetingListView.as_view(), name="meeting_list"),
    path("next/", meetings.NextMeetingView.as_view(), name="meeting_next"),
    # Calendars
    path("calendar/", calendar.MonthView.as_view(), name="month"),
    path("calendar.ics", feeds.public_calendar, name="public_calendar"),
    path("new/", planning.MeetingCreateView.as_view(), name="meeting_create"),
    # Series: series/
    path("series/", series.SeriesListView.as_view(), name="series_list"),
    path("series/new/", series.SeriesCreateView.as_view(), name="series_create"),
    path("series/<int:pk>/", series.SeriesDetailView.as_view(), name="series_detail"),
    path("series/<int:pk>/edit/", series.SeriesUpdateView.as_view(), name="series_edit"),
    path("series/<int:pk>/delete/", series.SeriesDeleteView.as_view(), name="series_delete"),
    path("series/<int:pk>/leave-out/<slug:date>/", series.SeriesDateView.as_view(), name="series_leave_out"),
    path(
        "series/<int:pk>/take-in/<slug:date>/",
        series.SeriesDateView.as_view(leaves_out=False),
        name="series_take_in",
    ),
    # Templates: templates/
    path("templates/", templates.TemplateListView.as_view(), name="template_list"),
    path("templates/new/", templates.TemplateCreateView.as_view(), name="template_create"),
    path("templates/<int:pk>/", templates.TemplateUpdateView.as_view(), name="template_edit"),
    path("templates/<int:pk>/delete/", templates.TemplateDeleteView.as_view(), name="template_delete"),
    # An intervention: interventions/<pk>/
    path("interventions/<int:pk>/edit/", interventions.InterventionUpdateView.as_view(), name="intervention_edit"),
    path("interventions/<int:pk>/delete/", interventions.InterventionDeleteView.as_view(), name="intervention_delete"),
    path("interventions/<int:pk>/record/", live.InterventionRecordView.as_view(), name="intervention_record"),
    # What an entity said, decided, owes and attended: entities/<slug>/
    path("entities/<slug:slug>/", entity_record.EntitySaidView.as_view(), name="entity_said"),
    path("entities/<slug:slug>/decisions/", entity_record.EntityDecidedView.as_view(), name="entity_decided"),
    path("entities/<slug:slug>/action-points/", entity_record.EntityOwesView.as_view(), name="entity_owes"),
    path("entities/<slug:slug>/attendance/", entity_record.EntityAttendedView.as_view(), name="entity_attended"),
    # Decisions: decisions/
    path("decisions/", registers.DecisionListView.as_view(), name="decision_list"),
    path("decisions/<int:pk>/", decisions.DecisionDetailView.as_view(), name="decision_detail"),
    path("decisions/<int:pk>/edit/", outcomes.DecisionUpdateView.as_view(), name="decision_edit"),
    # Action points: action-points/
    path("action-points/", registers.ActionPointListView.as_view(), name="action_point_list"),
    path("action-points/<int:pk>/", outcomes.ActionPointDetailView.as_view(), name="action_point_detail"),
    path("action-points/<int:pk>/edit/", outcomes.ActionPointUpdateView.as_view(), name="action_point_edit"),
    path("action-points/<int:pk>/evidence/", evidence.EvidenceCreateView.as_view(), name="evidence_create"),
    path("evidence/<int:pk>/delete/", evidence.EvidenceDeleteView.as_view(), name="evidence_delete"),
    path(
        "action-points/<int:pk>/transition/<slug:event>/",
        outcomes.ActionPointTransitionView.as_view(),
        name="action_point_transition",
    ),
    # What entities say about a record: record-proposals/<pk>/, record-objections/<pk>/
    path(
        "record-proposals/<int:pk>/transition/<slug:event>/",
        clearance.ProposalTransitionView.as_view(),
        name="proposal_transition",
    ),
    path(
        "record-objections/<int:pk>/transition/<slug:event>/",
        clearance.ObjectionTransitionView.as_view(),
        name="objection_transition",
    ),
    # The record of a meeting: <slug>/record/
    path("<slug:slug>/record/", records.RecordDetailView.as_view(), name="record_detail"),
    path("<slug:slug>/record/compile/", records.RecordCompileView.as_view(), name="record_compile"),
    path("<slug:slug>/record/edit/", records.RecordEditView.as_view(), name="record_edit"),
    path("<slug:slug>/record/circulate/", records.RecordCirculateView.as_view(), name="record_circulate"),
    path("<slug:slug>/record/compare/", records.RecordCompareView.as_view(), name="record_compare"),
    path("<slug:slug>/record/corrigendum/", records.CorrigendumCreateView.as_view(), name="corrigendum_create"),
    path("<slug:slug>/record/clearance/", clearance.ClearanceView.as_view(), name="record_clearance"),
    path("<slug:slug>/record/clearance/remind/", clearance.RemindView.as_view(), name="record_remind"),
    path("<slug:slug>/record/clearance/<slug:entity>/confirm/", clearance.ConfirmView.as_view(), name="record_confirm"),
    path("<slug:slug>/record/clearance/<slug:entity>/object/", clearance.ObjectView.as_view(), name="record_object"),
    path(
        "<slug:slug>/record/interventions/<int:pk>/<slug:language>/",
        clearance.ProposeView.as_view(),
        name="proposal_create",
    ),
    # Attendance over meetings
    path("attendance/", matrix.AttendanceMatrixView.as_view(), name="attendance_matrix"),
    # The agenda: items/<pk>/, sections/<pk>/, agenda-proposals/<pk>/
    path("items/<int:pk>/edit/", agenda.ItemUpdateView.as_view(), name="item_edit"),
    path("items/<int:pk>/delete/", agenda.ItemDeleteView.as_view(), name="item_delete"),
    path("sections/<int:pk>/edit/", agenda.SectionUpdateView.as_view(), name="section_edit"),
    path("sections/<int:pk>/delete/", agenda.SectionDeleteView.as_view(), name="section_delete"),
    path("agenda-proposals/<int:pk>/", proposals.ProposalDetailView.as_view(), name="agenda_proposal_detail"),
    path("agenda-proposals/<int:pk>/edit/", proposals.ProposalUpdateView.as_view(), name="agenda_proposal_edit"),
    path(
        "agenda-proposals/<int:pk>/transition/<slug:event>/",
        proposals.ProposalTransitionView.as_view(),
        name="agenda_proposal_transition",
    ),
    # One meeting: <slug>/
    path("<slug:slug>/", meetings.MeetingDetailView.as_view(), name="meeting_detail"),
    path("<slug:slug>/calendar.ics", feeds.meeting_calendar, name="meeting_calendar"),
    path("<slug:slug>/edit/", meetings.MeetingUpdateView.as_view(), name="meeting_edit"),
    path("<slug:slug>/move/", planning.MeetingMoveView.as_view(), name="meeting_move"),
    # Its people
    path("<slug:slug>/invitations/", invitations.InvitationListView.as_view(), name="invitation_list"),
    path("<slug:slug>/invitations/remind/", invitations.ReminderView.as_view(), name="invitation_remind"),
    path("<slug:slug>/answers/<slug:entity>/", invitations.AnswerView.as_view(), name="answer"),
    path("<slug:slug>/attendance/", attendance.AttendanceDayView.as_view(), name="attendance_day"),
    path("<slug:slug>/attendance/names/", meetings.AttendanceEditView.as_view(), name="attendance_edit"),
    path("<slug:slug>/agenda/", agenda.AgendaView.as_view(), name="agenda_edit"),
    path("<slug:slug>/agenda/order/", agenda.AgendaOrderView.as_view(), name="agenda_order"),
    path("<slug:slug>/agenda/proposals/new/", proposals.ProposalCreateView.as_view(), name="agenda_proposal_create"),
    path("<slug:slug>/follow-up/", follow_up.FollowUpAnswerView.as_view(), name="follow_up_answer"),
    path("<slug:slug>/documents/", meetings.DocumentEditView.as_view(), name="document_edit"),
    # Meeting mode: <slug>/live/
    path("<slug:slug>/live/", live.LiveView.as_view(), name="meeting_live"),
    path("<slug:slug>/live/state/", live.LiveStateView.as_view(), name="live_state"),
    path("<slug:slug>/live/item/", live.ItemCallView.as_view(), name="item_call"),
    # Papers and documents of a meeting
    re_path(
        r"^(?P<slug>[-\w]+)/(?P<paper>agenda|record|action-points)\.(?P<ending>pdf|docx)$", papers.paper, name="paper"
    ),
    path("<slug:slug>/plain/", papers.plain, name="plain"),
    path("<slug:slug>/papers/", papers.papers, name="papers"),
    path("<slug:slug>/papers/all/", papers.bundle, name="papers_bundle"),
    path("<slug:slug>/papers/new/", own_papers.OwnPaperCreateView.as_view(), name="own_paper_create"),
    path("papers/<int:pk>/edit/", own_papers.OwnPaperUpdateView.as_view(), name="own_paper_edit"),
    path("papers/<int:pk>/delete/", own_papers.OwnPaperDeleteView.as_view(), name="own_paper_delete"),
    path("<slug:slug>/documents/<int:serial>/", papers.document, name="document_best"),
    path("<slug:slug>/documents/<int:serial>/rev/<int:revision>/", papers.document, name="document_best_revision"),
    path("<slug:slug>/documents/<int:serial>/<slug:language>/", papers.document, name="document"),
    path(
        "<slug:slug>/documents/<int:serial>/<slug:language>/rev/<int:revision>/",
        papers.document,
        name="document_revision",
    ),
    path("<slug:slug>/interventions/new/", interventions.InterventionCreateView.as_view(), name="intervention_create"),
    path("<slug:slug>/decisions/new/", outcomes.DecisionCreateView.as_view(), name="decision_create"),
    path("<slug:slug>/action-points/new/", outcomes.ActionPointCreateView.as_view(), name="action_point_create"),
    path("<slug:slug>/transition/<slug:event>/", meetings.MeetingTransitionView.as_view(), name="meeting_transition"),
]
