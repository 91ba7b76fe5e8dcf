from django.http import HttpResponse
from django.urls import path

app_name = "initiatives"
urlpatterns = [path("", lambda request: HttpResponse("Initiatives"), name="initiative_list")]
