"""Error pages in the reader's language. None of them shows what went wrong inside."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from portal.context import language_links


@login_not_required
def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


@login_not_required
def permission_denied(request, exception=None):
    return render(request, "403.html", status=403)


@login_not_required
def page_not_found(request, exception=None):
    return render(request, "404.html", status=404)


@login_not_required
def server_error(request):
    """Rendered without context processors: the database may be what failed."""
    context = {"language_links": language_links(request), "request": request}
    return HttpResponse(loader.get_template("500.html").render(context), status=500)


@login_not_required
def csrf_failure(request, reason=""):
    """The form's token is old. What was typed is in the browser: going back shows it again."""
    message = _("The form was open for too long. Go back, and send it once more: what you typed is still there.")
    return render(request, "403.html", {"message": message}, status=403)
