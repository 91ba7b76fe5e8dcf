from django.urls import path

from core.history import views

urlpatterns = [
    path("<slug:kind>/<int:pk>/", views.HistoryView.as_view(), name="history"),
    path("<slug:kind>/<int:pk>/<int:event>/", views.RestoreView.as_view(), name="history_restore"),
]
