"""The home page: every number on it is counted from the database when it is read."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.shortcuts import render

from core import languages
from core.models import Goal
from core.reference import country_name
from entities.models import Entity
from initiatives.models import Participation
from meetings.models import Meeting, MeetingState
from portal import counts
from resources.models import Resource
from strategy.models import Framework, Indicator, IndicatorUnit, IndicatorValue

NEWEST = 3
TOP_COUNTRIES = 8
INDICATORS = 3


@login_not_required
def home(request):
    user = request.user
    published = counts.catalogue(user)
    countries = counts.by_country(user)
    goal_counts = counts.by_goal(published)
    return render(
        request,
        "portal/home.html",
        {
            "initiative_count": published.count(),
            "entity_count": Entity.objects.visible_to(user).count(),
            "country_count": len(countries),
            "resource_count": Resource.objects.visible_to(user).published().count(),
            "framework": Framework.objects.visible_to(user).current().first(),
            "indicators": indicators(user),
            "meetings": meetings(user),
            "newest": newest(published),
            "top_countries": [row | {"name": country_name(row["iso3"])} for row in countries[:TOP_COUNTRIES]],
            "map_counts": {row["m49"]: row["total"] for row in countries},
            "goals": [(goal, goal_counts.get(goal.number, 0)) for goal in Goal.objects.all()],
        },
    )


def newest(published):
    """The initiatives changed last, with what their cards show."""
    countries = Participation.objects.filter(country__isnull=False).select_related("country")
    related = ["goals__goal", Prefetch("participations", countries, to_attr="with_countries")]
    latest = published.select_related("lead").prefetch_related(*related).order_by("-updated_at", "code")[:NEWEST]
    return [
        {
            "initiative": initiative,
            "goals": [row.goal.number for row in initiative.goals.all()],
            # A country in two roles is named once.
            "countries": list(dict.fromkeys(row.country for row in initiative.with_countries)),
        }
        for initiative in latest
    ]


def meetings(user):
    """The next two, then as many of those that were held as make three."""
    visible = Meeting.objects.visible_to(user).exclude(state__in=[MeetingState.DRAFT, MeetingState.CANCELLED])
    upcoming = list(visible.upcoming()[:2])
    return [(meeting, "upcoming") for meeting in upcoming] + [
        (meeting, "held") for meeting in visible.past()[: 3 - len(upcoming)]
    ]


def indicators(user):
    """Indicators with a published percentage, those with the longest series first: now, and in the first year known."""
    shown = Indicator.objects.visible_to(user).filter(node__framework__in=Framework.objects.current())
    with_values = shown.filter(unit=IndicatorUnit.PERCENT, values__isnull=False).distinct()
    values = Prefetch("values", IndicatorValue.objects.order_by("year"), to_attr="series")
    found = list(with_values.select_related("node").prefetch_related(values))
    # Stable: within the same length the order of the framework stays.
    found.sort(key=lambda indicator: -len(indicator.series))
    return [indicator_row(indicator) for indicator in found[:INDICATORS]]


def indicator_row(indicator):
    latest, first = indicator.series[-1], indicator.series[0]
    earlier = first if first != latest else None
    return {
        "indicator": indicator,
        "title": languages.text_of(indicator, "title"),
        "latest": latest,
        "earlier": earlier,
        "earlier_value": earlier.value if earlier else None,
        "change": int(latest.value - earlier.value) if earlier else None,
    }
