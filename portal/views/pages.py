"""Statements about the portal itself."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.templatetags.static import static

from core import languages
from core.exports import licence
from entities.models import Entity, EntityKind


def _statement(template, **words):
    """`words`: by name, what gives them in the language of the reader."""

    def view(request):
        coordinator = Entity.objects.visible_to(request.user).filter(kind=EntityKind.COORDINATOR).first()
        context = {"coordinator": coordinator, "languages": languages.LANGUAGES} | words
        return render(request, template, context)

    return login_not_required(view)


about = _statement("portal/about.html")
accessibility = _statement("portal/accessibility.html")
privacy = _statement("portal/privacy.html")
data = _statement("portal/data.html", licence=licence)


@login_not_required
def favicon(request):
    """Programs that do not read the page ask for the icon here."""
    return redirect(static("img/favicon.svg"))
