"""Drafts of all rooms, by the words that name their forms."""

from contextlib import suppress

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.drafts.views import path_of, view_of
from core.drafts.words import passages
from core.models import Draft
from core.models.drafts import TooLarge, plain

# More than anybody writes at once.
SHOWN = 50


def address_of(draft):
    """The form, in the language of the page."""
    return f"/{get_language()}{draft.path}"


def what_of(draft):
    view = view_of(address_of(draft))
    return view.what if view else _("Text")


def passages_of(draft):
    """The texts under the labels of their form, where it is found."""
    view = view_of(address_of(draft))
    return view.passages(draft) if view else passages(draft, {})


def text_of_refused(request):
    """(draft, passages) of what the person just sent to a form that takes it no more, or sent before.

    Where the form has drafts the text is kept as one. An autosave keeps its text in the browser.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None, []
    address = request.get_full_path()
    view = view_of(address)
    path = path_of(address if view and view.has_parts else request.path)
    if not is_form_of_ours(request):
        return Draft.objects.visible_to(user).defer("data").filter(path__in=[path, path_of(request.path)]).first(), []
    sent = Draft(path=path, data=plain(request.POST))
    earlier = Draft.objects.at(user, path)
    kept = None
    if view:
        with suppress(TooLarge):
            window, began = request.POST.get("window", ""), request.POST.get("began", "")
            title = earlier.title if earlier else ""
            sent_here = Draft.objects.keep_sent(window, began, user, path, request.POST, title)
            kept = Draft.objects.at(user, sent_here.path)
    return kept, passages_of(sent)


def is_form_of_ours(request):
    """Sent by the button of a page of this site: a view was found, and the token was right."""
    return request.method == "POST" and request.resolver_match is not None and "autosave" not in request.POST


def drafts_of(user):
    """[(draft, what it is, address of its form)], the latest first. The text itself is not read."""
    drafts = Draft.objects.visible_to(user).defer("data")[:SHOWN]
    return [(draft, what_of(draft), address_of(draft)) for draft in drafts]
