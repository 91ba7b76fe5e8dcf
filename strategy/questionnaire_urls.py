"""Addresses under strategy/questionnaires/."""

from django.urls import include, path

from strategy.views import preview, questionnaires, questions, translations

EDITION = [
    path("", questionnaires.BuilderView.as_view(), name="questionnaire_builder"),
    path("edit/", questionnaires.QuestionnaireUpdateView.as_view(), name="questionnaire_edit"),
    path("delete/", questionnaires.QuestionnaireDeleteView.as_view(), name="questionnaire_delete"),
    path("copy/", questionnaires.EditionCopyView.as_view(), name="questionnaire_copy"),
    path("order/", questionnaires.OrderView.as_view(), name="questionnaire_order"),
    path("bring-back/", questionnaires.BringBackView.as_view(), name="questionnaire_bring_back"),
    path("changes/", questionnaires.ChangesView.as_view(), name="questionnaire_changes"),
    path("preview/", preview.PreviewView.as_view(), name="questionnaire_preview"),
    path("translations/", translations.TranslationsView.as_view(), name="questionnaire_translations"),
    path("new-section/", questions.SectionCreateView.as_view(), name="section_create"),
    path("sections/<code:section>/", questions.SectionPageView.as_view(), name="section_edit"),
    path("sections/<code:section>/delete/", questions.SectionDeleteView.as_view(), name="section_delete"),
    path("sections/<code:section>/new-question/", questions.QuestionCreateView.as_view(), name="question_create"),
    path("questions/<code:question>/", questions.QuestionPageView.as_view(), name="question_edit"),
    path("questions/<code:question>/delete/", questions.QuestionDeleteView.as_view(), name="question_delete"),
]

urlpatterns = [
    path("", questionnaires.QuestionnaireListView.as_view(), name="questionnaire_list"),
    path("new/", questionnaires.QuestionnaireCreateView.as_view(), name="questionnaire_create"),
    path("<slug:code>/<int:edition>/", include(EDITION)),
]
