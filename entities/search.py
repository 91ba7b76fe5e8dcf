"""What the search finds of this room."""

from django.utils.translation import gettext_lazy as _

from core import search
from entities.models import Entity

search.register(
    search.Kind(
        "entities",
        Entity,
        _("Entities"),
        "building",
        title="name",
        names=("acronym", "code", "unit"),
        body=("iati_identifier",),
    )
)
