from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render


def _page(request):
    return render(request, "base.html")


about = accessibility = privacy = data = login_not_required(_page)
