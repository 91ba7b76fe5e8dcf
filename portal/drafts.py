"""Drafts of all rooms, by the words that name their forms."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.drafts import view_of
from core.models import Draft

# More than anybody writes at once.
SHOWN = 50


def address_of(draft):
    """The form, in the language of the page."""
    return f"/{get_language()}{draft.path}"


def what_of(draft):
    view = view_of(address_of(draft))
    return view.what if view else _("Text")


def drafts_of(user):
    """[(draft, what it is, address of its form)], the latest first. The text itself is not read."""
    drafts = Draft.objects.visible_to(user).defer("data")[:SHOWN]
    return [(draft, what_of(draft), address_of(draft)) for draft in drafts]
