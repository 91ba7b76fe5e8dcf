"""Error pages in the reader's language. None of them shows what went wrong inside."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from core.origin import is_same_origin
from portal.context import language_links
from portal.drafts import text_of_refused


@login_not_required
def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


@login_not_required
def permission_denied(request, exception=None):
    return refused(request, "403.html", 403)


@login_not_required
def page_not_found(request, exception=None):
    return refused(request, "404.html", 404)


@login_not_required
def overtaken(request):
    """Of StaleVersionMiddleware."""
    return refused(request, "409.html", 409)


def refused(request, template, status):
    """With what the person typed at this address: sent just now, or kept while the form could still be opened."""
    draft, sent = text_of_refused(request)
    return render(request, template, {"draft": draft, "passages": sent}, status=status)


@login_not_required
def server_error(request):
    """Rendered without context processors: the database may be what failed."""
    context = {"language_links": language_links(request), "request": request}
    return HttpResponse(loader.get_template("500.html").render(context), status=500)


@login_not_required
def csrf_failure(request, reason=""):
    """The token of the form is old: somebody signed in since. What was typed can be sent again with a new one."""
    if "autosave" in request.POST:
        return JsonResponse({}, status=403)
    names = [name for name in request.POST if name != "csrfmiddlewaretoken" and "password" not in name]
    # Signing in is done anew, unless a text goes along with it.
    has_text = bool(names) and ("password" not in request.POST or "typed" in names)
    if has_text and not request.FILES and is_same_origin(request):
        fields = [(name, value) for name in names for value in request.POST.getlist(name)]
        return render(request, "portal/send_again.html", {"fields": fields}, status=403)
    message = _("The form was open for too long. Go back, and send it once more: what you typed is still there.")
    return render(request, "403.html", {"message": message}, status=403)
