"""One search over all rooms."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from portal import finding


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Search the portal"),
        required=False,
        max_length=200,
        error_messages={"max_length": _("This is too long for a search. Use a few words.")},
    )


@login_not_required
def search(request):
    form = SearchForm(request.GET)
    text = form.cleaned_data["q"].strip() if form.is_valid() else ""
    found = finding.search(request.user, text) if text else []
    return render(
        request,
        "portal/search.html",
        {"form": form, "text": text, "found": found, "total": sum(part["count"] for part in found)},
    )
