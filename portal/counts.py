"""Numbers over the published catalogue, for the home page and the pages of countries.

Each begins with what the reader may see, so that a number never speaks of a draft.
"""

from django.db.models import Count, Q

from core.models import GroupMembership
from initiatives.choices import Role
from initiatives.models import Initiative, InitiativeGoal, Participation

# How the eight roles of a party are counted on the pages of countries.
ROLE_GROUPS = {
    "shares": (Role.PIVOTAL, Role.MUTUAL),
    "receives": (Role.BENEFICIARY, Role.MUTUAL),
    "supports": (Role.FACILITATOR, Role.FUNDER, Role.IMPLEMENTER, Role.KNOWLEDGE_PARTNER, Role.PARTNER),
}


def catalogue(user):
    """The published initiatives that this reader sees."""
    return Initiative.objects.visible_to(user).published()


def by_country(user):
    """[{"iso3", "m49", "total", "shares", "receives", "supports"}], the most active first.

    An initiative counts once per country and column.
    """
    initiatives = Count("initiative", distinct=True)
    columns = {
        name: Count("initiative", distinct=True, filter=Q(role__in=roles)) for name, roles in ROLE_GROUPS.items()
    }
    rows = (
        Participation.objects.filter(country__isnull=False, initiative__in=catalogue(user))
        .values("country__iso3", "country__m49")
        .annotate(total=initiatives, **columns)
        .order_by("-total", "country__iso3")
    )
    return [
        {"iso3": row["country__iso3"], "m49": row["country__m49"], **{name: row[name] for name in ["total", *columns]}}
        for row in rows
    ]


def by_goal(initiatives):
    """{goal number: initiatives}. One initiative may serve several Goals."""
    rows = InitiativeGoal.objects.filter(initiative__in=initiatives).order_by().values("goal__number")
    return {row["goal__number"]: row["n"] for row in rows.annotate(n=Count("initiative", distinct=True))}


def groups_on(day):
    """{iso3: [group codes]} of the memberships that are valid on a day."""
    found = {}
    for iso3, group in GroupMembership.objects.valid_on(day).values_list("country__iso3", "group"):
        found.setdefault(iso3, []).append(group)
    return found


def in_reading_order(countries, language):
    """Countries in the alphabetical order of a language; the database cannot collate all six scripts."""
    key = language.replace("-", "_")
    return sorted(countries, key=lambda country: (country.sort_ranks.get(key, 10_000), country.iso3))
