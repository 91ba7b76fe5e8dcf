"""Makers of resources."""

from resources.models import Resource
from tests.factory import in_six_languages


def make_resource(make, entity=None, state="published", title="Water lessons", goals=(), themes=(), **fields):
    """A published public e-module of ILO. `bare=True`: a draft with nothing but its title."""
    if fields.pop("bare", False):
        return Resource.objects.create(kind="webinar", publisher=entity or make.entity("ILO"), title_en=title)
    defaults = {
        "kind": "e_module",
        "state": state,
        "publisher": entity or make.entity("ILO"),
        "url": "https://example.org/lessons",
        "languages": ["en", "fr"],
        **in_six_languages("title", title),
        **in_six_languages("description", f"About {title}"),
    }
    resource = Resource.objects.create(**(defaults | fields))
    resource.goals.set(make.goal(number) for number in goals)
    resource.themes.set(make.theme(code) for code in themes)
    return resource
