"""What the higher rooms show on an entity's page. Each room registers its section in its AppConfig.ready."""

from collections.abc import Callable
from dataclasses import dataclass

_sections = []


@dataclass(frozen=True)
class Section:
    """`context(entity, user)` returns what the template needs, only of what the user may see; None leaves it out."""

    template: str
    context: Callable
    order: int = 0


def register(section):
    _sections.append(section)


def sections_for(entity, user):
    """[(template, context)] in order."""
    found = []
    for section in sorted(_sections, key=lambda section: section.order):
        context = section.context(entity, user)
        if context is not None:
            found.append({"template": section.template, "context": context})
    return found
