"""Loads resources/data: resources that public records describe, each with its source.

A resource is created once. Afterwards the secretariat and its publisher keep it current, so loading again
changes nothing. What the source does not state, such as a link, stays empty.
"""

from pathlib import Path

from django.db import transaction

from core import languages
from core.loading import read, texts
from core.models import Goal, Theme
from core.partial_dates import partial_date
from entities.models import Entity
from initiatives.models import Initiative
from resources.models import Resource, State

DATA = Path(__file__).parent / "data"
# English is the language of the records. The other texts are translations that language staff have not reviewed.
WORKING = [code for code in languages.CODES if code != languages.DEFAULT]


def load():
    known = set(Resource.objects.values_list("code", flat=True))
    new = [row for row in read(DATA / "resources.json") if row["code"] not in known]
    if new:
        entities = {entity.code: entity for entity in Entity.objects.all()}
        with transaction.atomic():
            for row in new:
                create(row, entities)


def create(row, entities):
    published_on, precision = partial_date(str(row["date"] or ""))
    resource = Resource.objects.create(
        code=row["code"],
        slug=row["slug"],
        kind=row["kind"],
        state=State.PUBLISHED,
        publisher=entities[row["publisher"]] if row["publisher"] else None,
        published_on=published_on,
        published_precision=precision,
        symbol=row["symbol"] or "",
        url=row["url"] or "",
        languages=[code.replace("_", "-") for code in row["languages"]],
        initiative=Initiative.objects.filter(code=row["initiative"], replaces=None).first(),
        source=row["source"],
        working_translations=WORKING,
        **texts(
            title=row["title"],
            description=row["description"],
            audience=row["audience"],
            publisher_name=row["publisher_name"],
        ),
    )
    resource.partners.set(entities[code] for code in row["partners"])
    resource.goals.set(Goal.objects.filter(number__in=row["goals"]))
    resource.themes.set(Theme.objects.filter(code__in=row["themes"]))
