"""Countries: what each shares and receives in the published initiatives."""

import re

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import languages
from core.models import Country, CountryGroup
from initiatives.choices import Role
from initiatives.models import Participation
from portal import counts

# A country with more initiatives in one role than this shows the newest and leads to the catalogue.
SHOWN_PER_ROLE = 20


ISO3 = re.compile("[A-Za-z]{3}")


class CountryFilter(forms.Form):
    q = forms.CharField(label=_("Search"), required=False, max_length=100)
    group = forms.MultipleChoiceField(label=_("Group"), required=False, choices=CountryGroup.choices)


@login_not_required
def country_list(request):
    """Countries that take part in at least one published initiative, by region."""
    form = CountryFilter(request.GET)
    rows = counts.by_country(request.user)
    groups = counts.groups_on(timezone.localdate())
    wanted = _wanted(form, [row["iso3"] for row in rows], groups)
    countries = {country.iso3: country for country in wanted}
    rows_of = {row["iso3"]: row | {"groups": groups.get(row["iso3"], [])} for row in rows}
    regions = {}
    for country in counts.in_reading_order(countries.values(), languages.current().code):
        regions.setdefault(country.region, []).append(rows_of[country.iso3] | {"country": country})
    return render(
        request,
        "portal/country_list.html",
        {
            "form": form,
            "regions": sorted(regions.items(), key=lambda pair: pair[0].code if pair[0] else ""),
            "shown": len(countries),
            "total": len(rows),
            "group_choices": CountryGroup.choices,
            "map_counts": {row["m49"]: row["total"] for row in rows},
        },
    )


def _wanted(form, codes, groups):
    if not form.is_valid():
        return Country.objects.none()
    countries = Country.objects.filter(iso3__in=codes).select_related("region")
    for group in form.cleaned_data["group"]:
        countries = countries.filter(iso3__in=[iso3 for iso3, names in groups.items() if group in names])
    return countries.found(form.cleaned_data["q"])


@login_not_required
def country_detail(request, iso3):
    """One country: its groups with dates, its published initiatives by role, and the Goals that they serve."""
    if not ISO3.fullmatch(iso3):
        raise Http404
    country = get_object_or_404(Country.objects.select_related("region", "subregion"), iso3=iso3.upper())
    initiatives = counts.catalogue(request.user).of_country(country)
    participations = Participation.objects.filter(country=country, initiative__in=initiatives)
    roles = []
    for role in Role:
        of_role = (
            participations.filter(role=role).select_related("initiative__lead").order_by("-initiative__start", "pk")
        )
        shown = list(of_role[: SHOWN_PER_ROLE + 1])
        if shown:
            rest = of_role.count() - SHOWN_PER_ROLE if len(shown) > SHOWN_PER_ROLE else 0
            roles.append({"role": role, "participations": shown[:SHOWN_PER_ROLE], "rest": rest})
    return render(
        request,
        "portal/country_detail.html",
        {
            "country": country,
            "roles": roles,
            "total": initiatives.count(),
            "goal_counts": counts.by_goal(initiatives),
            "memberships": _memberships(country),
        },
    )


def _memberships(country):
    """All of them, with those that have ended marked."""
    memberships = list(country.memberships.all())
    for membership in memberships:
        membership.is_over = bool(membership.ends) and membership.ends <= timezone.localdate()
    return memberships
