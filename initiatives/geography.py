"""Which regions and groups a country belongs to today, held in the process."""

from django.utils import timezone

from core import reference
from core.models import Country, GroupMembership, Region


def _held(key, read):
    return reference.held(f"geography.{key}", read)


def ancestors():
    """{region code: (itself, its parent, …)}"""

    def read():
        parents = dict(Region.objects.values_list("code", "parent__code"))
        lines = {}
        for code in parents:
            line, region = [], code
            while region:
                line.append(region)
                region = parents[region]
            lines[code] = tuple(line)
        return lines

    return _held("ancestors", read)


def regions_of_countries():
    """{ISO alpha-3: codes of all regions that the country lies in}"""

    def read():
        lines = ancestors()
        rows = Country.objects.values_list("iso3", "subregion__code", "region__code")
        return {iso3: lines.get(subregion or region, ()) for iso3, subregion, region in rows}

    return _held("regions_of_countries", read)


def groups_of_countries():
    """{ISO alpha-3: country groups of today}"""

    def read():
        groups = {}
        for iso3, group in GroupMembership.objects.valid_on(timezone.localdate()).values_list("country__iso3", "group"):
            groups.setdefault(iso3, set()).add(group)
        return groups

    return _held("groups_of_countries", read)


def countries_in(regions):
    return [iso3 for iso3, codes in regions_of_countries().items() if set(codes) & set(regions)]


def regions_in(regions):
    return [code for code, line in ancestors().items() if set(line) & set(regions)]


def members_of(groups):
    return [iso3 for iso3, mine in groups_of_countries().items() if mine & set(groups)]


def details():
    """{ISO alpha-3: (M49 code, code of the first region, ranks in the alphabets)}"""

    def read():
        rows = Country.objects.values_list("iso3", "m49", "region__code", "sort_ranks")
        return {iso3: tuple(rest) for iso3, *rest in rows}

    return _held("details", read)


def rank(iso3, code):
    """The place of a country in the alphabetical order of a language."""
    ranks = details().get(iso3, ("", "", {}))[2] or {}
    return ranks.get(code.replace("-", "_"), 0)
