"""The answer to a save that was overtaken where nobody compares two texts: a move, a button, an action of the admin."""

from django.http import JsonResponse
from django.shortcuts import render

from core.saving.stale import StaleVersion


class StaleVersionMiddleware:
    """409 with words instead of an error of the server. The transaction of the view is undone by then."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, StaleVersion):
            return None
        if "autosave" in request.POST:
            return JsonResponse({}, status=409)  # the page keeps the text and sends it again
        return render(request, "409.html", status=409)
