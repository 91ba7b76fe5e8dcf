"""Loads entities/data: the 46 entities that take part in inter-agency work, and the secretariat's group."""

from pathlib import Path

from django.contrib.auth.models import Group, Permission

from core.loading import read, texts
from entities.models import Entity
from entities.roles import SECRETARIAT

DATA = Path(__file__).parent / "data"
# The rooms whose records the secretariat works on in the admin. People and settings are the administrators'.
CONTENT_APPS = ("core", "entities", "initiatives", "strategy", "meetings", "resources")


def load():
    known = set(Entity.objects.values_list("code", flat=True))
    for row in read(DATA / "entities.json"):
        # Created once: afterwards the entity's own people and the secretariat keep it current.
        if row["code"] not in known:
            Entity.objects.create(
                code=row["code"],
                slug=row["slug"],
                kind=row["kind"],
                iati_identifier=row["iati_identifier"] or "",
                evidence=row["evidence"],
                working_translations=[code.replace("_", "-") for code in row["names_to_check"]],
                **texts(acronym=row["acronym"], name=row["name"]),
            )
    load_secretariat_group()


def load_secretariat_group():
    group, _created = Group.objects.get_or_create(name=SECRETARIAT)
    permissions = Permission.objects.filter(content_type__app_label__in=CONTENT_APPS).exclude(
        content_type__model__in=["user", "transitionevent"]
    )
    group.permissions.set(permissions)
