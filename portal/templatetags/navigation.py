"""The destinations of the header and the footer: {% places "main" as destinations %}."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

register = template.Library()

PLACES = {
    "main": [
        ("initiatives", _("Initiatives"), "initiatives:initiative_list"),
        ("strategy", _("Strategy"), "strategy:framework_list"),
        ("meetings", _("Meetings"), "meetings:meeting_list"),
        ("entities", _("Entities"), "entities:entity_list"),
        ("countries", _("Countries"), "country_list"),
        ("resources", _("Resources"), "resources:resource_list"),
    ],
    "explore": [
        ("initiatives", _("Initiatives"), "initiatives:initiative_list"),
        ("strategy", _("Strategy progress"), "strategy:framework_list"),
        ("meetings", _("Meetings and records"), "meetings:meeting_list"),
    ],
    "directory": [
        ("entities", _("Entities"), "entities:entity_list"),
        ("countries", _("Countries"), "country_list"),
        ("resources", _("Resources"), "resources:resource_list"),
        ("search", _("Search all contents"), "search"),
    ],
    "about": [
        ("about", _("About the Mechanism and this portal"), "about"),
        ("data", _("The data and how to use it"), "data"),
        ("accessibility", _("Accessibility"), "accessibility"),
        ("privacy", _("Privacy"), "privacy"),
    ],
}


@register.simple_tag
def places(group):
    """[{"key", "label", "url"}] of one group. A tag, because error pages are rendered without context processors."""
    return [{"key": key, "label": label, "url": reverse(name)} for key, label, name in PLACES[group]]
