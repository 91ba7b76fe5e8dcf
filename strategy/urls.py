from django.http import HttpResponse
from django.urls import path

app_name = "strategy"
urlpatterns = [path("", lambda request: HttpResponse("Strategy"), name="framework_list")]
