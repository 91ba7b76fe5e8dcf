"""What the frame of every page needs: languages, the work bar, the entity one works for, the colour scheme."""

from functools import partial

from django.conf import settings

from core import languages
from core.drafts.views import SAVED
from core.models import Notification
from entities.acting import acting_entities, acting_entity
from portal.work import work_links

SCHEME_COOKIE = "scheme"
SCHEMES = ("auto", "light", "dark")


def frame(request):
    # An error may come before the middleware that knows the person.
    user = getattr(request, "user", None)
    signed_in = user is not None and user.is_authenticated
    scheme = request.COOKIES.get(SCHEME_COOKIE, "auto")
    return {
        "language_links": language_links(request),
        "page_language": languages.current(),
        "work_links": work_links(request) if signed_in else [],
        "acting_entity": acting_entity(request) if signed_in else None,
        # Asked by the header of the pages, which the administration does not have.
        "unread_notifications": partial(unread_notifications, user) if signed_in else 0,
        "saved_window": partial(request.session.pop, SAVED, "") if signed_in else "",
        "acting_entities": acting_entities(user) if signed_in else [],
        "colour_scheme": scheme if scheme in SCHEMES else "auto",
    }


def unread_notifications(user):
    return Notification.objects.of(user).unread().count()


def language_links(request):
    """The same page with the same query in each language, in the United Nations' order."""
    current = languages.current()
    _empty, _code, *rest = request.path.split("/", 2) if is_localized(request.path) else ["", "", ""]
    query = request.META.get("QUERY_STRING", "")
    links = []
    for language in languages.LANGUAGES:
        url = f"/{language.code}/{''.join(rest)}" + (f"?{query}" if query else "")
        links.append(
            {
                "code": language.code,
                "html_lang": language.html,
                "dir": language.direction,
                "name": language.name,
                "url": url,
                # Not from the request: the page that refuses an unknown host has links too.
                "absolute_url": settings.SITE_URL + url,
                "current": language == current,
            }
        )
    return links


def is_localized(path):
    parts = path.split("/", 2)
    return len(parts) == 3 and parts[1] in languages.BY_CODE
