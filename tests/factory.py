"""Plain makers of records with honest defaults. A keyword names a situation. Translations differ per language,
so that a wrong language shows. Each room adds its own makers in tests/<room>/factory.py."""

from datetime import date

from django.contrib.auth.models import Group, Permission

from core import languages, reference
from core.models import Country, Goal, Modality, Theme
from entities.models import Appointment, Entity, Role, User
from entities.roles import SECRETARIAT


def in_six_languages(field, text):
    """{"title_en": "Water [en]", "title_fr": "Water [fr]", ...}"""
    return {languages.column(field, code): f"{text} [{code}]" for code in languages.CODES}


class Factory:
    def entity(self, code="ILO", **fields):
        found = Entity.objects.filter(code=code).first()
        if found:
            return found
        defaults = {
            "slug": code.lower(),
            "kind": "specialized_agency",
            **{languages.column("acronym", language): code for language in languages.CODES},
            **in_six_languages("name", f"Entity {code}"),
        }
        return Entity.objects.create(code=code, **(defaults | fields))

    def person(self, email, entity=None, role=Role.FOCAL_POINT, starts=date(2020, 1, 1), ends=None, **fields):
        name = fields.pop("full_name", email.split("@")[0].title())
        person = User.objects.create_user(email, "sstc-demo", full_name=name, **fields)
        if entity:
            Appointment.objects.create(user=person, entity=entity, role=role, starts=starts, ends=ends)
        return person

    def officer(self, email="secretariat@unossc.example"):
        group, created = Group.objects.get_or_create(name=SECRETARIAT)
        if created:
            apps = ["core", "entities", "initiatives", "strategy", "meetings", "resources"]
            group.permissions.set(
                Permission.objects.filter(content_type__app_label__in=apps).exclude(content_type__model="user")
            )
        officer = self.person(email, is_staff=True)
        officer.groups.add(group)
        return officer

    def administrator(self, email="admin@portal.example"):
        return User.objects.create_superuser(email, "sstc-demo", full_name="Administrator")

    def country(self, iso3="BRA", **fields):
        found = Country.objects.filter(iso3=iso3).first()
        if found:
            return found
        reference.forget()
        number = str(100 + Country.objects.count())
        defaults = {"iso2": fields.pop("iso2", iso3[:2]), "m49": number, **in_six_languages("name", f"Country {iso3}")}
        return Country.objects.create(iso3=iso3, **(defaults | fields))

    def goal(self, number=8):
        reference.forget()
        defaults = {"color": "#A21942", "ink": "white", **in_six_languages("name", f"Goal {number}")}
        return Goal.objects.get_or_create(number=number, defaults=defaults)[0]

    def theme(self, code="decent-work"):
        reference.forget()
        return Theme.objects.get_or_create(code=code, defaults=in_six_languages("name", code))[0]

    def modality(self, code="training"):
        reference.forget()
        return Modality.objects.get_or_create(code=code, defaults=in_six_languages("name", code))[0]
