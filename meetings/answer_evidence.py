"""What of the meetings can be evidence for an answer of a report: decisions, action points and papers."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.models import ActionPoint, Decision, MeetingDocument
from strategy.evidence_kinds import EvidenceKind


def number_of(record):
    return record.number


def cited_address(document):
    """Of the revision of this day, whatever comes after it."""
    where = [document.meeting.slug, document.serial, document.language, document.revision]
    return reverse("meetings:document_revision", args=where)


KINDS = (
    EvidenceKind("decision", Decision, _("Decision"), "check2-all", "decisions", "text", number_of),
    EvidenceKind("action_point", ActionPoint, _("Action point"), "flag", "action_points", "text", number_of),
    EvidenceKind(
        "document",
        MeetingDocument,
        _("Document of a meeting"),
        "file-earmark-text",
        "documents",
        "title",
        code=lambda document: document.citation,
        address=cited_address,
        related=("meeting",),
    ),
)
