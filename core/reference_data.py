"""Loads core/data: regions, countries and their groups, Goals, themes, modalities, processes."""

from pathlib import Path

from core import reference
from core.loading import read, texts, upsert
from core.models import Country, Goal, GroupMembership, Modality, Process, Region, Target, Theme

DATA = Path(__file__).parent / "data"


def load():
    load_countries()
    load_groups()
    load_goals()
    for model, name in ((Theme, "themes"), (Modality, "modalities")):
        upsert(model, "code", [{"code": row["code"], **texts(name=row["name"])} for row in read(DATA / f"{name}.json")])
    upsert(
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
    for row in read(DATA / "country_groups.json"):
        GroupMembership.objects.update_or_create(
            country=countries[row["iso3"]],
            group=row["group"],
            starts=row["starts"],
            defaults={
                "ends": row["ends"],
                "ends_precision": row["ends_precision"] or "day",
                "note": row["note"] or "",
            },
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
