"""Where to go next, when the address comes from outside."""

from django.utils.http import url_has_allowed_host_and_scheme


def safe_next(request, fallback):
    """The `next` of the request if it is a page of this site, else the fallback."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    # An address with a slash: redirect() would take a bare word for the name of a view.
    if target.startswith("/") and url_has_allowed_host_and_scheme(
        target, {request.get_host()}, require_https=request.is_secure()
    ):
        return target
    return fallback
