"""One search over all rooms, and what it offers while one types."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.search.questions import LONGEST
from portal import search_results


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Search the portal"),
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": _("This is too long for a search. Use a few words.")},
    )


@login_not_required
@require_safe
def search(request):
    form = SearchForm({"q": _typed(request)})
    text = form.cleaned_data["q"] if form.is_valid() else ""
    results = search_results.look(request.user, text, request.GET.get("in", ""), _page(request))
    return render(request, "portal/search.html", {"form": form, "text": text, "results": results})


@login_not_required
@require_safe
@never_cache
def suggest(request):
    return JsonResponse({"suggestions": search_results.suggest(request.user, _typed(request)[:LONGEST])})


def _typed(request):
    # The database cannot hold this character, and nobody types it.
    return request.GET.get("q", "").replace("\x00", " ")


def _page(request):
    page = request.GET.get("page", "")
    return int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 1
