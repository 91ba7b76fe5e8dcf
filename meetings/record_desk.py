"""What waits for a person about circulated records: light rows for the desk."""

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from entities.roles import focal_ids, is_secretariat
from meetings.desk import DeskRow, title_of
from meetings.models import Clearance, Objection, ObjectionState, Outcome, Proposal, ProposalState, RecordRevision
from meetings.models.clearance import UNSETTLED


def open_revisions():
    revisions = RecordRevision.objects.open().select_related("record__meeting").defer("snapshot")
    return revisions.order_by("deadline_on", "pk")


def records_to_clear(user):
    """For focal points: records on which one of their entities has said nothing, the nearest deadline first."""
    served = focal_ids(user)
    waiting = Clearance.objects.filter(entity__in=served, confirmed_at=None, revision__outcome=Outcome.OPEN)
    about_it = {"revision": OuterRef("revision"), "entity": OuterRef("entity")}
    for said in (Proposal.objects.exclude(state=ProposalState.WITHDRAWN), Objection.objects.unsettled()):
        waiting = waiting.exclude(Exists(said.filter(**about_it)))
    rows = waiting.select_related("entity", "revision__record__meeting").defer("revision__snapshot")
    return [
        DeskRow(
            "clearance",
            title_of(row.revision.record.meeting),
            row.revision.record.get_absolute_url(),
            row.revision.deadline_on,
            str(row.entity),
        )
        for row in rows.order_by("revision__deadline_on", "pk")
        if row.revision.takes_answers
    ]


def records_to_decide(user):
    """For the secretariat: circulated records about which something is open. `detail` says what."""
    if not is_secretariat(user):
        return []
    counted = open_revisions().annotate(
        objected=Count("objections", filter=Q(objections__state=ObjectionState.OPEN), distinct=True),
        proposed=Count("proposals", filter=Q(proposals__state__in=UNSETTLED), distinct=True),
    )
    return [
        DeskRow(
            "decision",
            title_of(revision.record.meeting),
            revision.record.get_clearance_url(),
            revision.deadline_on,
            in_words(revision.objected, revision.proposed),
            revision.is_past_deadline,
        )
        for revision in counted.filter(Q(objected__gt=0) | Q(proposed__gt=0))
    ]


def in_words(objected, proposed):
    parts = [
        objected and ngettext("{n} objection", "{n} objections", objected).format(n=objected),
        proposed and ngettext("{n} proposed wording", "{n} proposed wordings", proposed).format(n=proposed),
    ]
    return _("; ").join(part for part in parts if part)
