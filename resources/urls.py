from django.http import HttpResponse
from django.urls import path

app_name = "resources"
urlpatterns = [path("", lambda request: HttpResponse("Resources"), name="resource_list")]
