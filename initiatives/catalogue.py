"""The counts of the catalogue: how many initiatives each value of each filter has, given the other choices.

For every value a whole number holds one bit per initiative, so that a count is an intersection of numbers and no
query. The numbers are held in the process and are exact: they are made anew when a write moved CatalogueVersion.
"""

from core import reference
from initiatives import geography
from initiatives.choices import IN_CATALOGUE
from initiatives.models import CatalogueVersion, Initiative, InitiativeGoal, Participation

FACETS = ("goal", "entity", "country", "role", "type", "theme", "modality", "status", "region", "group")


def current():
    """The catalogue as it stands."""
    # The number is read first: a write in between makes the catalogue newer than its number, never older.
    version = CatalogueVersion.objects.values_list("number", flat=True).first()
    return reference.held("initiatives.catalogue", Catalogue, version)


class Catalogue:
    def __init__(self):
        published = Initiative.objects.published().order_by("pk")
        rows = list(published.values_list("pk", "lead__code", "cooperation_type", "status"))
        self.place = {row[0]: number for number, row in enumerate(rows)}
        self.size = len(rows)
        self.everything = (1 << self.size) - 1
        self.masks = {facet: {} for facet in FACETS}
        # Country and role are one choice: the country that has this role.
        self.country_roles = {}
        self._fill(rows)

    def _fill(self, rows):
        bits = _Bits(self.size)
        for number, (_pk, lead, cooperation_type, status) in enumerate(rows):
            bits.set("entity", lead, number)
            bits.set("type", cooperation_type, number)
            bits.set("status", status, number)
        through = {"theme": Initiative.themes.through, "modality": Initiative.modalities.through}
        for facet, table in through.items():
            for pk, code in table.objects.values_list("initiative_id", f"{facet}__code"):
                bits.set(facet, code, self.place.get(pk))
        for pk, goal in InitiativeGoal.objects.values_list("initiative_id", "goal__number"):
            bits.set("goal", str(goal), self.place.get(pk))
        self._fill_parties(bits)
        self.masks |= bits.numbers()
        self.country_roles = self.masks.pop("country_role", {})

    def _fill_parties(self, bits):
        regions_of, groups_of, lines = (
            geography.regions_of_countries(),
            geography.groups_of_countries(),
            geography.ancestors(),
        )
        rows = Participation.objects.filter(initiative__state__in=IN_CATALOGUE).values_list(
            "initiative_id", "role", "country__iso3", "region__code", "entity__code"
        )
        for pk, role, iso3, region, entity in rows:
            number = self.place.get(pk)
            if entity:
                bits.set("entity", entity, number)
            elif region:
                for code in lines.get(region, ()):
                    bits.set("region", code, number)
            elif iso3:
                bits.set("country_role", (iso3, role), number)
                for code in regions_of.get(iso3, ()):
                    bits.set("region", code, number)
                for group in groups_of.get(iso3, ()):
                    bits.set("group", group, number)

    def selection(self, chosen, within=None):
        """`chosen`: {facet: values}; `within`: ids that a search text has found, or None."""
        return Selection(self, chosen, within)

    def bits_of(self, ids):
        bits = bytearray(self.size // 8 + 1)
        for pk in ids:
            number = self.place.get(pk)
            if number is not None:
                bits[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(bits, "little")


class _Bits:
    """Bytes while they are filled: setting a bit of a large number would copy it each time."""

    def __init__(self, size):
        self.length = size // 8 + 1
        self.facets = {}

    def set(self, facet, value, number):
        if number is None or value in ("", None):
            return
        values = self.facets.setdefault(facet, {})
        if value not in values:
            values[value] = bytearray(self.length)
        values[value][number >> 3] |= 1 << (number & 7)

    def numbers(self):
        return {
            facet: {value: int.from_bytes(bits, "little") for value, bits in values.items()}
            for facet, values in self.facets.items()
        }


class Selection:
    """What is left of the catalogue after the choices, and the counts of every further choice."""

    def __init__(self, catalogue, chosen, within):
        self.catalogue, self.within = catalogue, within
        self.chosen = {facet: set(values) for facet, values in chosen.items() if values}
        self.text = catalogue.everything if within is None else catalogue.bits_of(within)
        self.masks = catalogue.masks | self._parties()
        self.passing = {facet: self._passing(facet) for facet in FACETS}
        self.result = self._left_without(None)

    def _parties(self):
        """Countries in the chosen roles, and roles of the chosen countries."""
        countries, roles = {}, {}
        for (iso3, role), mask in self.catalogue.country_roles.items():
            if not self.chosen.get("role") or role in self.chosen["role"]:
                countries[iso3] = countries.get(iso3, 0) | mask
            if not self.chosen.get("country") or iso3 in self.chosen["country"]:
                roles[role] = roles.get(role, 0) | mask
        return {"country": countries, "role": roles}

    def _passing(self, facet):
        if facet not in self.chosen:
            return self.catalogue.everything
        return _union(self.masks[facet].get(value, 0) for value in self.chosen[facet])

    def _left_without(self, left_out):
        # The mask of a country knows the role already, and the other way round: the pair is one choice.
        pair = {"country": "role", "role": "country"}.get(left_out)
        left = self.text
        for facet, mask in self.passing.items():
            if facet != left_out and facet != pair:
                left &= mask
        return left

    @property
    def total(self):
        return self.result.bit_count()

    def counts(self, facet):
        """{value: number of initiatives it has under all other choices}, without zeros."""
        left = self._left_without(facet)
        counted = ((value, (mask & left).bit_count()) for value, mask in self.masks[facet].items())
        return {value: count for value, count in counted if count}

    def without(self, facet, value):
        """The selection with one choice taken back; "q" is the text."""
        if facet == "q":
            return self.catalogue.selection(self.chosen, None)
        return self.catalogue.selection(self.chosen | {facet: self.chosen.get(facet, set()) - {value}}, self.within)

    def countries_in(self, roles):
        """{ISO alpha-3: number of initiatives in which it has one of the roles}."""
        masks = {}
        for (iso3, role), mask in self.catalogue.country_roles.items():
            if role in roles:
                masks[iso3] = masks.get(iso3, 0) | mask
        counted = ((iso3, (mask & self.result).bit_count()) for iso3, mask in masks.items())
        return {iso3: count for iso3, count in counted if count}


def _union(masks):
    union = 0
    for mask in masks:
        union |= mask
    return union
