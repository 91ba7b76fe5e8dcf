"""What the higher rooms show on an entity's page. Each room registers its section in its AppConfig.ready."""

from collections.abc import Callable
from dataclasses import dataclass

_sections = []


@dataclass(frozen=True)
class Section:
    """`context(entity, user)` returns what the template needs, only of what the user may see; None leaves it out.

    The template is included in the entity's page with what was returned as `section`, and with `entity`.
    It is a whole <section class="ia-block"> with its <h2>. `side=True` puts it into the side column,
    as a <section class="ia-panel">. `figures(entity, user)` gives [(number, label)] for the head of the page.
    """

    template: str
    context: Callable
    order: int = 0
    side: bool = False
    figures: Callable | None = None


def register(section):
    _sections.append(section)


def sections_for(entity, user):
    """[(template, context)] in order."""
    found = []
    for section in sorted(_sections, key=lambda section: section.order):
        context = section.context(entity, user)
        if context is not None:
            found.append({"template": section.template, "context": context, "side": section.side})
    return found


def figures_for(entity, user):
    """The numbers at the head of the page, in the order of the sections; what is zero is left out."""
    sections = sorted(_sections, key=lambda section: section.order)
    found = [figure for section in sections if section.figures for figure in section.figures(entity, user)]
    return [figure for figure in found if figure[0]]
