from django.urls import path

from resources import views

app_name = "resources"

urlpatterns = [
    path("", views.ResourceListView.as_view(), name="resource_list"),
    path("new/", views.ResourceCreateView.as_view(), name="resource_create"),
    # One resource
    path("<slug:slug>/", views.ResourceDetailView.as_view(), name="resource_detail"),
    path("<slug:slug>/edit/", views.ResourceUpdateView.as_view(), name="resource_edit"),
    path("<slug:slug>/transition/<slug:event>/", views.ResourceTransitionView.as_view(), name="resource_transition"),
]
