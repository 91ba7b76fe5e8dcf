from django.urls import path

from core.imports import views

urlpatterns = [
    path("<slug:token>/", views.import_detail, name="import_detail"),
    path("<slug:token>/apply/", views.import_apply, name="import_apply"),
    path("<slug:token>/discard/", views.import_discard, name="import_discard"),
    path("<slug:token>/marked/", views.import_marked, name="import_marked"),
]
