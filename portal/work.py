"""The work bar: the places where a signed-in person works."""

from django.urls import reverse
from django.utils.translation import gettext as _


def work_links(request):
    return [{"key": "desk", "label": _("My desk"), "url": reverse("desk"), "count": 0}]
