"""What the search finds of this room. The initiative that a resource comes from may be a draft: it is not indexed."""

from django.utils.translation import gettext_lazy as _

from core import search
from resources.models import Resource

search.register(
    search.Kind(
        "resources",
        Resource,
        _("Resources"),
        "journal-text",
        title="title",
        names=("code", "symbol"),
        summary=("description",),
        body=(
            "audience", "publisher_name", "publisher__name", "publisher__acronym", "partners__name",
            "partners__acronym", "themes__name", "goals__name", search.In("file__text", "languages"),
        ),
        sources=("source",),
        related=("publisher",),
        where=lambda resource: resource.publisher,
    )
)  # fmt: skip
