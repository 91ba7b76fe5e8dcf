"""What a writer can name as evidence: found by words or by a code, among what he or she may see."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.views.generic import DetailView

from core import languages
from core.numbers import whole_number
from core.search.finding import ids_of
from initiatives.models import Initiative
from strategy import evidence_kinds

MOST = 8  # of one kind
LONGEST = 200  # characters of a question
INITIATIVE = "initiative"


@dataclass(frozen=True)
class Candidate:
    """`key` is what a form posts: decision:12. `label` says what it is."""

    kind: str
    record: Any
    label: str
    code: str
    field: str

    @property
    def key(self):
        return f"{self.kind}:{self.record.pk}"

    @property
    def words(self):
        return f"{self.code} {languages.text_of(self.record, self.field)}".strip()

    @property
    def language(self):
        return languages.shown(self.record, self.field)[1]

    @property
    def fields(self):
        """The columns of Evidence that name it."""
        if self.kind == INITIATIVE:
            return {"initiative": self.record}
        return {"kind": self.kind, "record_id": self.record.pk}


def initiatives_of(entity, user):
    """Published ones that the entity leads or takes part in."""
    return Initiative.objects.visible_to(user).published().of_entity(entity)


def find(report, user, text):
    """[Candidate] with all the words of the text, or a code that begins like it; without a text the initiatives of the
    entity, which are named most."""
    text = text.strip()[:LONGEST].replace("\0", " ")
    initiatives = initiatives_of(report.entity, user)
    if not text:
        return [as_initiative(one) for one in initiatives.order_by_translated("title")[:MOST]]
    found = [as_initiative(one) for one in initiatives.filter(pk__in=ids_of("initiatives", text))[:MOST]]
    for kind in evidence_kinds.kinds().values():
        records = kind.visible_to(user).filter(pk__in=ids_of(kind.search, text)).select_related(*kind.related)
        found += [as_candidate(kind, record) for record in records[:MOST]]
    coded = [one for one in found if one.code.casefold() == text.casefold()]
    return coded or found


def by_key(report, user, key):
    """The Candidate of a posted key; None where the person may not name it."""
    name, _colon, number = key.partition(":")
    number = whole_number(number)
    if name == INITIATIVE:
        initiative = initiatives_of(report.entity, user).filter(pk=number).first()
        return initiative and as_initiative(initiative)
    kind = evidence_kinds.kinds().get(name)
    record = kind and kind.visible_to(user).select_related(*kind.related).filter(pk=number).first()
    return record and as_candidate(kind, record)


def at_address(report, user, address):
    """The Candidate whose page in this portal has the address, where one pasted that; else None."""
    parts, own = urlsplit(address), urlsplit(settings.SITE_URL)
    if parts.netloc != own.netloc:
        return None
    try:
        match = resolve(parts.path)
    except Resolver404:
        return None
    view_class = getattr(match.func, "view_class", None)
    # A list, or a page under something else, names no record by what its address holds.
    model = view_class.model if view_class and issubclass(view_class, DetailView) else None
    if model is Initiative:
        initiative = initiatives_of(report.entity, user).filter(**match.kwargs).first()
        return initiative and as_initiative(initiative)
    kind = next((kind for kind in evidence_kinds.kinds().values() if kind.model is model), None)
    record = kind and kind.visible_to(user).select_related(*kind.related).filter(**match.kwargs).first()
    return record and as_candidate(kind, record)


def as_initiative(initiative):
    return Candidate(INITIATIVE, initiative, _("Initiative"), initiative.code, "title")


def as_candidate(kind, record):
    return Candidate(kind.key, record, str(kind.label), str(kind.code(record)), kind.field)
