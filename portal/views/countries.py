from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render


@login_not_required
def country_list(request):
    return render(request, "base.html")


@login_not_required
def country_detail(request, iso3):
    return render(request, "base.html")
