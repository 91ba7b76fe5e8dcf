from django.urls import include, path, re_path, register_converter

from strategy.views import (
    compare,
    consolidated,
    consolidated_papers,
    consolidated_writing,
    cycle_editing,
    cycles,
    extensions,
    filling,
    follow_up,
    framework_editing,
    framework_versions,
    frameworks,
    on_behalf,
    printing,
    reminders,
    reports,
    results,
    review,
    review_queue,
    workbooks,
    writing,
)


class CodeConverter:
    """Codes of indicators and questions: INS-1, 17.3.1, 1.2a."""

    regex = r"[-\w.]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(CodeConverter, "code")

app_name = "strategy"
urlpatterns = [
    path("", frameworks.FrameworkListView.as_view(), name="framework_list"),
    path("questionnaires/", include("strategy.questionnaire_urls")),
    # Cycles and reports stand before <slug>, or a framework called "cycles" would hide them.
    path("cycles/", cycles.CycleListView.as_view(), name="cycle_list"),
    path("cycles/new/", cycle_editing.CycleCreateView.as_view(), name="cycle_new"),
    path("cycles/<slug:slug>/edit/", cycle_editing.CycleUpdateView.as_view(), name="cycle_edit"),
    path("cycles/<slug:slug>/remind/", reminders.RemindView.as_view(), name="cycle_remind"),
    path("cycles/<slug:slug>/extensions/", extensions.extension_list, name="extension_list"),
    path("cycles/<slug:slug>/extensions/ask/<slug:entity>/", extensions.AskView.as_view(), name="extension_ask"),
    path("cycles/<slug:slug>/extensions/give/<slug:entity>/", extensions.GiveView.as_view(), name="extension_give"),
    path("extensions/<int:pk>/", extensions.ExtensionDetailView.as_view(), name="extension_detail"),
    path("extensions/<int:pk>/grant/", extensions.GrantView.as_view(), name="extension_grant"),
    path(
        "extensions/<int:pk>/transition/<slug:event>/",
        extensions.ExtensionTransitionView.as_view(),
        name="extension_transition",
    ),
    path("cycles/<slug:slug>/", cycles.CycleDetailView.as_view(), name="cycle_detail"),
    path("cycles/<slug:slug>/figures/", results.cycle_figures, name="cycle_figures"),
    path(
        "cycles/<slug:slug>/answers/<slug:questionnaire>/<code:code>/",
        results.AnswerListView.as_view(),
        name="answer_list",
    ),
    path(
        "cycles/<slug:slug>/transition/<slug:event>/",
        cycles.CycleTransitionView.as_view(),
        name="cycle_transition",
    ),
    path(
        "cycles/<slug:slug>/start/<slug:entity>/<slug:questionnaire>/",
        reports.report_start,
        name="report_start",
    ),
    path("cycles/<slug:slug>/report/", consolidated.report, name="consolidated"),
    path("cycles/<slug:slug>/<slug:paper>.<slug:ending>", consolidated_papers.paper, name="consolidated_paper"),
    path("cycles/<slug:slug>/report/compare/", consolidated.compare, name="consolidated_compare"),
    path(
        "cycles/<slug:slug>/report/edit/", consolidated_writing.ConsolidatedEditView.as_view(), name="consolidated_edit"
    ),
    path(
        "cycles/<slug:slug>/report/narratives/", consolidated_writing.NarrativesView.as_view(), name="narratives_list"
    ),
    path(
        "cycles/<slug:slug>/report/narratives/<int:question>/",
        consolidated_writing.NarrativeChoiceView.as_view(),
        name="narratives",
    ),
    path(
        "cycles/<slug:slug>/report/<slug:questionnaire>/<code:section>/",
        consolidated.section,
        name="consolidated_section",
    ),
    path("reports/<int:pk>/", reports.ReportDetailView.as_view(), name="report_detail"),
    path("review/", review_queue.ReviewQueueView.as_view(), name="review_queue"),
    path("cycles/<slug:slug>/follow-up/", follow_up.FollowUpView.as_view(), name="follow_up"),
    path("reports/<int:pk>/answers/<code:code>/followed-up/", follow_up.FollowedUpView.as_view(), name="followed_up"),
    path("reports/<int:pk>/review/", review.ReviewView.as_view(), name="review"),
    path("reports/<int:pk>/review/<code:code>/look/", review.LookView.as_view(), name="look"),
    path("reports/<int:pk>/review/<code:code>/comment/", review.ReviewCommentView.as_view(), name="review_comment"),
    path("reports/<int:pk>/compare/", compare.CompareView.as_view(), name="report_compare"),
    path("reports/<int:pk>/on-behalf/", on_behalf.OnBehalfView.as_view(), name="report_on_behalf"),
    path("reports/<int:pk>/edit/", writing.ReportEditView.as_view(), name="report_edit"),
    path("reports/<int:pk>/evidence/", filling.find_evidence, name="evidence_find"),
    path("reports/<int:pk>/workbook/", workbooks.ReportWorkbookView.as_view(), name="report_workbook"),
    path("reports/<int:pk>/workbook.xlsx", workbooks.report_workbook_file, name="report_workbook_file"),
    path("reports/<int:pk>/sections/", filling.assign_sections, name="sections_assign"),
    re_path(r"^reports/(?P<pk>[0-9]+)/report\.(?P<ending>pdf|docx)$", printing.report, name="report_paper"),
    re_path(
        r"^cycles/(?P<slug>[-\w]+)/questionnaires/(?P<questionnaire>[-\w]+)\.(?P<ending>pdf|docx)$",
        printing.questionnaire,
        name="questionnaire_paper",
    ),
    path(
        "reports/<int:pk>/transition/<slug:event>/",
        reports.ReportTransitionView.as_view(),
        name="report_transition",
    ),
    path("reports/<int:pk>/answers/<code:code>/comment/", reports.AnswerCommentView.as_view(), name="answer_comment"),
    # Frameworks as the secretariat keeps them
    path("frameworks/", framework_editing.FrameworkKeepingView.as_view(), name="framework_keeping"),
    path("frameworks/new/", framework_editing.FrameworkCreateView.as_view(), name="framework_create"),
    path("frameworks/template.xlsx", framework_versions.import_template, name="framework_template"),
    path("frameworks/<slug:slug>/tree/", framework_editing.FrameworkTreeView.as_view(), name="framework_tree"),
    path("frameworks/<slug:slug>/edit/", framework_editing.FrameworkUpdateView.as_view(), name="framework_edit"),
    path("frameworks/<slug:slug>/move/", framework_editing.framework_move, name="framework_move"),
    path("frameworks/<slug:slug>/import/", framework_versions.framework_import, name="framework_import"),
    path("frameworks/<slug:slug>/version/", framework_versions.framework_version, name="framework_version"),
    path("frameworks/<slug:slug>/parts/new/", framework_editing.NodeCreateView.as_view(), name="node_create"),
    path("frameworks/parts/<int:pk>/edit/", framework_editing.NodeUpdateView.as_view(), name="node_edit"),
    path("frameworks/parts/<int:pk>/correct/", framework_editing.NodeCorrectView.as_view(), name="node_correct"),
    path("frameworks/parts/<int:pk>/delete/", framework_editing.NodeDeleteView.as_view(), name="node_delete"),
    path(
        "frameworks/<slug:slug>/indicators/new/",
        framework_editing.IndicatorCreateView.as_view(),
        name="indicator_create",
    ),
    path(
        "frameworks/indicators/<int:pk>/edit/", framework_editing.IndicatorUpdateView.as_view(), name="indicator_edit"
    ),
    path(
        "frameworks/indicators/<int:pk>/correct/",
        framework_editing.IndicatorCorrectView.as_view(),
        name="indicator_correct",
    ),
    path(
        "frameworks/indicators/<int:pk>/delete/",
        framework_editing.IndicatorDeleteView.as_view(),
        name="indicator_delete",
    ),
    path("surveys/<slug:code>/", results.SurveyView.as_view(), name="survey_detail"),
    path("entities/<slug:slug>/", results.EntityResultsView.as_view(), name="entity_results"),
    path("<slug:slug>/", frameworks.FrameworkDetailView.as_view(), name="framework_detail"),
    path("<slug:slug>/outcomes/<code:code>/", results.OutcomeView.as_view(), name="node_detail"),
    path("<slug:slug>/compare/", framework_versions.framework_compare, name="framework_compare"),
    path("<slug:slug>/export/", framework_versions.framework_export, name="framework_export"),
    path("<slug:slug>/indicators/<code:code>/", frameworks.IndicatorDetailView.as_view(), name="indicator_detail"),
]
