"""Addresses of the papers that are made of a meeting."""

from django import template
from django.urls import reverse
from django.utils import translation

register = template.Library()


@register.simple_tag
def paper_url(meeting, name, ending, language):
    """{% paper_url meeting "agenda" "pdf" language %}: the language of the address is the language of the paper."""
    with translation.override(language.code):
        return reverse("meetings:paper", args=[meeting.slug, name, ending])
