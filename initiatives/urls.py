from django.urls import path

from initiatives import views

app_name = "initiatives"
urlpatterns = [
    path("", views.InitiativeListView.as_view(), name="initiative_list"),
    path("mine/", views.InitiativeMineView.as_view(), name="initiative_mine"),
    path("new/", views.InitiativeCreateView.as_view(), name="initiative_create"),
    # One initiative
    path("<slug:slug>/", views.InitiativeDetailView.as_view(), name="initiative_detail"),
    path("<slug:slug>/edit/", views.InitiativeUpdateView.as_view(), name="initiative_edit"),
    path("<slug:slug>/delete/", views.InitiativeDeleteView.as_view(), name="initiative_delete"),
    path("<slug:slug>/parts/<int:pk>/", views.answer_participation, name="participation_answer"),
    path(
        "<slug:slug>/transition/<slug:event>/", views.InitiativeTransitionView.as_view(), name="initiative_transition"
    ),
]
