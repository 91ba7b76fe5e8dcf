"""Who wrote, and through what, in words."""

from django.contrib.auth import get_user_model
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext as _


def people(saves):
    """{id: person} of those who wrote."""
    return get_user_model()._base_manager.in_bulk({save.context.get("user") for save in saves} - {None})


def who(save, known):
    """The person; a sentence where there is none, or none any more."""
    number = save.context.get("user")
    if number is None:
        return None
    return known.get(number) or _("a person who is no longer here (number {number})").format(number=number)


def through(save):
    """(words, address or name) of what was used to write."""
    context = save.context
    if command := context.get("command"):
        return _("Command"), command
    if job := context.get("job"):
        return _("Background job"), job
    if page := context.get("page"):
        return page_words(page), page
    return (_("Directly in the database"), "") if save.marks else ("", "")


def page_words(page):
    try:
        # An address is only known in its own language.
        with translation.override(translation.get_language_from_path(page)):
            match = resolve(page)
    except Resolver404:
        return _("A page of the portal")
    if "admin" in match.app_names:
        return _("Administration")
    words = {
        "history_restore": _("An earlier version was brought back"),
        "_transition": _("Change of state"),
        "_create": _("Form for a new record"),
        "_edit": _("Form of the record"),
        "_correct": _("Correction of the writing"),
        "_delete": _("Deletion"),
    }
    name = match.url_name or ""
    return next((words[ending] for ending in words if name.endswith(ending)), _("A page of the portal"))
