"""Loads core/data: regions, countries and their groups, Goals, themes, modalities, processes.

Countries, regions, Goals and targets follow published standards: each run writes them as the files say. Groups of
countries, themes, modalities and processes are the secretariat's: a row that is there stays as people have made it.
"""

from pathlib import Path

from core import reference
from core.loading import create_missing, read, texts, upsert
from core.models import Country, Goal, GroupMembership, Modality, Process, Region, Target, Theme

DATA = Path(__file__).parent / "data"


def load():
    load_countries()
    load_groups()
    load_goals()
    for model, name in ((Theme, "themes"), (Modality, "modalities")):
        rows = read(DATA / f"{name}.json")
        create_missing(model, "code", [{"code": row["code"], **texts(name=row["name"])} for row in rows])
    create_missing(
        Process,
        "code",
        [
            {"code": row["code"], "kind": row["kind"], "year": row["year"], **texts(name=row["name"])}
            for row in read(DATA / "processes.json")
        ],
    )
    reference.forget()


def load_countries():
    rows = read(DATA / "regions.json")
    regions = upsert(Region, "code", [{"code": row["code"], **texts(name=row["name"])} for row in rows])
    for row in rows:
        region, parent = regions[row["code"]], regions.get(row["parent"])
        if region.parent_id != (parent and parent.pk):
            region.parent = parent
            region.save()
    upsert(
        Country,
        "iso3",
        [
            {
                "iso3": row["iso3"],
                "iso2": row["iso2"],
                "m49": row["m49"],
                "region": regions.get(row["region"]),
                "subregion": regions.get(row["subregion"]),
                "latitude": row["latitude"],
                "longitude": row["longitude"],
                "is_member_state": row["is_member_state"],
                "sort_ranks": row["sort"],
                **texts(name=row["name"]),
            }
            for row in read(DATA / "countries.json")
        ],
    )


def load_groups():
    countries = {country.iso3: country for country in Country.objects.all()}
    known = set(GroupMembership.objects.values_list("country__iso3", "group"))
    GroupMembership.objects.bulk_create(
        GroupMembership(
            country=countries[row["iso3"]],
            group=row["group"],
            starts=row["starts"],
            ends=row["ends"],
            ends_precision=row["ends_precision"] or "day",
            note=row["note"] or "",
        )
        for row in read(DATA / "country_groups.json")
        if (row["iso3"], row["group"]) not in known
    )


def load_goals():
    goals = upsert(
        Goal,
        "number",
        [
            {"number": row["number"], "color": row["color"], "ink": row["ink"], **texts(name=row["name"])}
            for row in read(DATA / "goals.json")
        ],
    )
    upsert(
        Target,
        "code",
        [
            {"code": row["code"], "goal": goals[row["goal"]], "position": position}
            for position, row in enumerate(read(DATA / "targets.json"))
        ],
    )
