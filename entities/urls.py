from django.urls import path

from entities import views

app_name = "entities"

urlpatterns = [
    path("", views.EntityListView.as_view(), name="entity_list"),
    # One entity
    path("<slug:slug>/", views.EntityDetailView.as_view(), name="entity_detail"),
    path("<slug:slug>/edit/", views.EntityUpdateView.as_view(), name="entity_edit"),
]
