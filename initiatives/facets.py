"""The filter column of the catalogue, its chips, and the map's table: labels and counts, ready for the template."""

from core import languages, reference
from core.facets import Chip, Facet
from core.models import Country, CountryGroup, Goal, Modality, Region, Theme
from entities.models import Entity
from initiatives import catalogue, geography
from initiatives.choices import CooperationType, Role, Status
from initiatives.models import Initiative

SHOWN = ("goal", "entity", "country", "role", "region", "group", "type", "theme", "modality", "status")
CLOSED = {"role", "region", "group", "theme", "modality"}
SEARCHABLE = {"entity", "country", "region", "theme"}
CHOICES = {"type": CooperationType, "status": Status, "role": Role, "group": CountryGroup}
HELD = {
    "entity": (Entity, "code", "acronym"),
    "country": (Country, "iso3", "name"),
    "region": (Region, "code", "name"),
    "theme": (Theme, "code", "name"),
    "modality": (Modality, "code", "name"),
}


def label_of(name, value):
    """What a reader sees of a code; the code itself where it is none of ours."""
    if name == "goal":
        return f"{value} {reference.goal_name(value)}" if is_known(name, value) else value
    if name in HELD:
        return reference.text(reference.names(*HELD[name]).get(value, {})) or value
    if name in CHOICES:
        return CHOICES[name](value).label if value in CHOICES[name].values else value
    return value


def is_known(name, value):
    if name in CHOICES:
        return value in CHOICES[name].values
    if name == "goal":
        return value in {str(number) for number in reference.names(Goal, "number")}
    return value in reference.names(*HELD[name])


def chosen_values(data):
    """{facet: values} of a query; values that are none of ours stay, so that they can be seen and removed."""
    return {name: list(dict.fromkeys(data.getlist(name))) for name in SHOWN}


def facets(selection, chosen, filters):
    made = [_facet(name, selection, set(chosen[name]), filters[name].label) for name in SHOWN]
    return [facet for facet in made if facet.options]


def _facet(name, selection, chosen, label):
    counts = selection.counts(name)
    values = [*counts, *(value for value in chosen if value not in counts and is_known(name, value))]
    options = [
        {"value": value, "label": label_of(name, value), "count": counts.get(value, 0), "selected": value in chosen}
        for value in values
    ]
    options.sort(key=_order(name))
    return Facet(name, label, options, searchable=name in SEARCHABLE, open=name not in CLOSED)


def _order(name):
    """Goals and vocabularies in their own order, countries in that of the alphabet of the page."""
    code = languages.current().code
    if name == "goal":
        return lambda option: int(option["value"])
    if name in CHOICES:
        values = CHOICES[name].values
        return lambda option: values.index(option["value"])
    if name == "country":
        return lambda option: (geography.rank(option["value"], code), option["label"])
    return lambda option: option["label"].casefold()


def chips(data, chosen, filters):
    made = [Chip(filters["q"].label, text, "q", text) for text in [data.get("q", "").strip()] if text]
    for name in SHOWN:
        made += [Chip(filters[name].label, label_of(name, value), name, value) for value in chosen[name]]
    return made


def country_rows(selection):
    """The table beside the map: what each country shares and receives in the initiatives that are left."""
    code = languages.current().code
    shares = selection.countries_in({Role.PIVOTAL, Role.MUTUAL})
    receives = selection.countries_in({Role.BENEFICIARY, Role.MUTUAL})
    total = selection.countries_in(set(Role.values))
    rows = [
        {
            "iso3": iso3,
            "m49": geography.details()[iso3][0],
            "name": reference.country_name(iso3),
            "region": reference.region_name(geography.details()[iso3][1] or ""),
            "shares": shares.get(iso3, 0),
            "receives": receives.get(iso3, 0),
            "total": count,
        }
        for iso3, count in total.items()
    ]
    return sorted(rows, key=lambda row: (-row["total"], geography.rank(row["iso3"], code), row["name"]))


def search_ids(text):
    """Ids of the published initiatives that hold every word of the text; None where nothing is sought."""
    if not text.strip():
        return None
    return list(Initiative.objects.published().found(text).order_by().values_list("pk", flat=True))


def select(data, text):
    """(selection, chosen) for the query of a page."""
    chosen = chosen_values(data)
    return catalogue.current().selection(chosen, search_ids(text)), chosen


def ways_out(selection, chips):
    """For a list that is empty: each choice whose removal leaves something, the nearest first."""
    found = [(chip, selection.without(chip.name, chip.value).total) for chip in chips]
    return sorted(((chip, total) for chip, total in found if total), key=lambda pair: pair[1])
