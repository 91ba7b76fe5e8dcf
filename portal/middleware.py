"""Small things about the person that every request needs."""

import zoneinfo

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import JsonResponse
from django.utils import timezone
from django.utils.translation import get_language_from_path, get_language_from_request

from core.saving import StaleVersion
from entities.sign_in import page_that_carries
from portal.views.errors import overtaken


class RememberLanguageMiddleware:
    """Keeps the language that a person chose by its link, so that `/` leads back to it.

    A visitor whose page is in the language that the browser asks for gets no cookie, and a program that reads a
    calendar neither: it chose nothing, and caches share the answer.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        chosen = get_language_from_path(request.path_info)
        is_page = response.get("Content-Type", "").startswith("text/html")
        if is_page and chosen and chosen != get_language_from_request(request):
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                chosen,
                max_age=365 * 24 * 3600,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response


class SignInMiddleware(LoginRequiredMiddleware):
    """Whoever is signed out in the middle of a form signs in again and finds the text there."""

    def handle_no_permission(self, request, view_func):
        carried = None
        if request.method == "POST":
            if "autosave" in request.POST:
                return JsonResponse({}, status=401)
            carried = page_that_carries(request)
        return carried or super().handle_no_permission(request, view_func)


class SignOutMiddleware:
    """On signing out the browser drops what it kept of unsaved texts: the next person at this machine is another."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        was_signed_in = request.user.is_authenticated
        response = self.get_response(request)
        if was_signed_in and not request.user.is_authenticated:
            response["Clear-Site-Data"] = '"storage"'
        return response


class PersonalTimeZoneMiddleware:
    """Times without a named city are shown in the signed-in person's zone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            try:
                timezone.activate(zoneinfo.ZoneInfo(request.user.time_zone))
            except (zoneinfo.ZoneInfoNotFoundError, ValueError):
                timezone.deactivate()
        else:
            timezone.deactivate()
        return self.get_response(request)


class StaleVersionMiddleware:
    """A save that was overtaken where nobody compares two texts, such as a move or a button, is answered in words.

    The transaction of the view is undone by then.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, StaleVersion):
            return None
        if "autosave" in request.POST:
            return JsonResponse({}, status=409)  # the page keeps the text and sends it again
        return overtaken(request)
