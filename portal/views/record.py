"""From a record of the administration to its page on the site."""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from core.admin import is_visible


def view_on_site(request, content_type, record):
    """Django's own view leads to any record by its number, and the address of a draft tells its title."""
    model = get_object_or_404(ContentType, pk=content_type).model_class()
    found = get_object_or_404(model, pk=record) if hasattr(model, "get_absolute_url") else None
    if found is None or not is_visible(found, request.user):
        raise Http404
    return redirect(found)
