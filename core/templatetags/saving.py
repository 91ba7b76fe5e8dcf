"""Parts of the page that shows two texts side by side."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

from core import dates
from core.templatetags import forms

register = template.Library()
register.filter("label_of", forms.label_of)


@register.simple_tag
def control_of(bound):
    """The field alone, named for a screen reader by its label."""
    bound.field.widget.attrs["aria-label"] = forms.label_of(bound)
    return forms.control(bound, help_text="")


@register.simple_tag
def saved_by(record):
    """When the stored text was saved, where the record says so."""
    moment = getattr(record, "updated_at", None)
    return format_html(_("Saved {moment}."), moment=dates.moment(moment)) if moment else ""
