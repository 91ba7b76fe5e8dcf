"""The documents of a meeting as a reader finds them: by item, then by paper, then by language."""

from dataclasses import dataclass, field

from django.db.models import Prefetch

from entities.roles import focal_ids
from meetings.models import PAPER_STATES, AgendaItem, EarlierFile, MeetingDocument


@dataclass
class Group:
    """`item` is None for papers of the whole meeting. In the order of their symbols, then by language."""

    item: AgendaItem | None
    documents: list = field(default_factory=list)


def groups_of(meeting, user):
    """What the person sees: papers of the whole meeting first, then by agenda number."""
    groups = {}
    for document in documents_of(meeting, user):
        groups.setdefault(document.item_id, Group(document.item)).documents.append(document)
    return sorted(groups.values(), key=lambda group: group.item.number if group.item else 0)


def documents_of(meeting, user):
    """In the order of their numbers; each with its file, its earlier files and who gave it."""
    earlier = EarlierFile.objects.select_related("file").defer("file__text")
    found = list(
        MeetingDocument.objects.visible_to(user)
        .filter(meeting=meeting)
        .select_related("item", "file", "entity")
        .defer("file__text")
        .prefetch_related(Prefetch("earlier_files", earlier))
        .order_by("serial", "language", "pk")
    )
    for document in found:
        document.meeting = meeting
        for file in document.earlier_files.all():
            file.document = document
    return found


def items_open_to(user, meeting):
    """Items for which the person may give a paper: those that an entity presents whose focal point the person is,
    from the announcement until the meeting is closed."""
    if meeting.state not in PAPER_STATES:
        return AgendaItem.objects.none()
    return AgendaItem.objects.visible_to(user).filter(meeting=meeting).presented_by(focal_ids(user))
