"""Which published records a draft may repeat: the same project is often reported by several partners."""

from difflib import SequenceMatcher

from django.db.models import Q

from core import languages
from initiatives.choices import Scheme
from initiatives.models import Initiative

ALIKE = 0.85


def possible_duplicates(initiative):
    """Published records with the same IATI identifier, or with nearly the same title, lead entity and start year."""
    others = Initiative.objects.published().exclude(pk__in=[initiative.pk, initiative.replaces_id or 0])
    identifiers = initiative.identifiers.filter(scheme=Scheme.IATI).values("value")
    same = Q(identifiers__scheme=Scheme.IATI, identifiers__value__in=identifiers)
    found = list(others.filter(same).distinct())
    near = others.filter(lead=initiative.lead_id).exclude(pk__in=[other.pk for other in found])
    if initiative.start:
        near = near.filter(Q(start__year=initiative.start.year) | Q(start=None))
    return found + [other for other in near if _titles_alike(initiative, other)]


def _titles_alike(one, other):
    for column in languages.columns("title"):
        first, second = getattr(one, column) or "", getattr(other, column) or ""
        if first and second and SequenceMatcher(None, first.casefold(), second.casefold()).ratio() >= ALIKE:
            return True
    return False
