"""Choices of a visitor that live in a cookie."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from core.redirects import safe_next
from portal.context import SCHEME_COOKIE, SCHEMES


@login_not_required
@require_POST
def set_scheme(request):
    """Light, dark, or as the system says."""
    response = redirect(safe_next(request, reverse("home")))
    scheme = request.POST.get("scheme")
    if scheme in SCHEMES:
        response.set_cookie(
            SCHEME_COOKIE,
            scheme,
            max_age=365 * 24 * 3600,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response
