"""Finds the party that a person means by a name: a country, region, entity or organization, in any language."""

from core import languages, reference
from core.models import Country, Region
from entities.models import Entity
from initiatives.models import Organization

KINDS = (("country", Country, "iso3", ("name",)), ("region", Region, "code", ("name",)))


def key(name):
    return " ".join(name.split()).casefold()


def _index():
    """{name: (kind, id)} of all countries, regions and entities; the first of two equal names stands."""

    def read():
        found = {}
        for kind, model, code, fields in (*KINDS, ("entity", Entity, "code", ("acronym", "name"))):
            for pk, own_code, *names in model.objects.values_list("pk", code, *languages.columns(*fields)):
                for name in filter(None, [own_code, *names]):
                    found.setdefault(key(name), (kind, pk))
        return found

    return reference.held("initiatives.parties", read)


def find(name):
    """(kind, id) of the party of this name; None where there is none."""
    found = _index().get(key(name))
    if found:
        return found
    organization = Organization.objects.called(name)
    return ("organization", organization.pk) if organization else None


def suggestions(user):
    """Names for the field's list, in the language of the page."""
    names = [reference.text(names) for _kind, model, code, _fields in KINDS for names in _names(model, code)]
    names += [reference.text(names) for names in reference.names(Entity, field="acronym").values()]
    names += [languages.text_of(organization, "name") for organization in Organization.objects.visible_to(user)]
    return sorted(filter(None, set(names)), key=str.casefold)


def _names(model, code):
    return reference.names(model, code).values()
