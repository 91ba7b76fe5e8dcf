"""{% history_link record %}: leads to the history of the record, where the person reads it."""

from django import template
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from core.history import kinds
from core.templatetags.ui import icon

register = template.Library()


@register.simple_tag(takes_context=True)
def history_link(context, record, classes="btn btn-quiet"):
    address = history_address(record, context["request"].user)
    if not address:
        return ""
    return format_html('<a class="{}" href="{}">{}{}</a>', classes, address, icon("clock-history"), _("History"))


def history_address(record, user):
    """The address of the record's history; empty for a person to whom it is not open."""
    kind = kinds.of_model(type(record))
    if kind is None or not user.is_authenticated:
        return ""
    try:
        kind.opening(record, user)
    except PermissionDenied:
        return ""
    return reverse("history", args=[kind.name, record.pk])
