"""What the higher rooms show on an initiative's page. Each registers its section in its AppConfig.ready."""

from entities.profile import Section

__all__ = ["Section", "register", "sections_for"]
_sections = []


def register(section):
    """A Section(template, context(initiative, user), order); its context returns None to leave it out."""
    _sections.append(section)


def sections_for(initiative, user):
    found = []
    for section in sorted(_sections, key=lambda section: section.order):
        context = section.context(initiative, user)
        if context is not None:
            found.append({"template": section.template, "context": context})
    return found
