"""Resources as evidence for an answer of a report."""

from django.utils.translation import gettext_lazy as _

from resources.models import Resource
from strategy.evidence_kinds import EvidenceKind

KIND = EvidenceKind(
    "resource", Resource, _("Resource"), "journal-text", "resources", "title", code=lambda resource: resource.code
)
