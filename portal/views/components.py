"""All parts of the design system on one page, in development only."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render


@login_not_required
def components(request):
    return render(request, "components.html")
