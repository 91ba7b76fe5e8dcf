"""A record on its way: circulated, cleared by entities, adopted by silence. The effects behind the moves of a meeting
and of what entities say; the tables stand in workflow.py and clearance_workflow.py.

Everything that is written about an open revision first holds the row of the meeting: of an objection and an adoption
at the same instant, one comes first and the other sees it.
"""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import languages
from core.outbox.notifications import notify
from core.workflow import AlreadyMoved
from entities.models import Entity
from entities.people import focal_points, officers
from meetings import times
from meetings.models import Clearance, Intervention, Meeting, Outcome, Record, RecordRevision
from meetings.record_snapshot import snapshot_of


def hold(meeting_id):
    """To be called inside a transaction, before anything is written that stands in a record or about a circulated one.

    Returns the meeting as it now stands: somebody may have moved it on since the page was opened.
    """
    return Meeting._base_manager.select_for_update(of=("self",)).get(pk=meeting_id)


def open_revision_of(meeting):
    """The one that entities are reading, without its text."""
    revisions = RecordRevision.objects.open().filter(record__meeting=meeting)
    return revisions.select_related("record__meeting").defer("snapshot").first()


def entities_asked(meeting):
    """Who clears the record: entities that were invited or attended, and those that spoke; all where none is known."""
    said = meeting.interventions.filter(is_draft=False)
    known = Q()
    for rows in (meeting.invitations, meeting.attendance.present(), said):
        known |= Q(pk__in=rows.filter(entity__isnull=False).values("entity"))
    asked = Entity.objects.filter(known)
    return asked if asked.exists() else Entity.objects.all()


def tell(revision, people, sentence, by=None, key="", **params):
    """Once per person: the key names the event."""
    key = f"record:{revision.pk}:{key or sentence}"
    notify(people, "record", revision.record, key, by=by, sentence=sentence, **params)


# Circulation


def missing_in_text(meeting):
    record = Record.objects.filter(meeting=meeting).first()
    missing = meeting.missing_to_close()
    if record is None or record.compiled_at is None:
        return [*missing, _("The draft of the record is not compiled yet.")]
    for item in meeting.items.filter(record_part=None):
        sentence = _("Item {number} came after the draft was compiled: compile it again.")
        missing.append(sentence.format(number=item.number))
    return missing


def missing_to_circulate(meeting):
    missing = missing_in_text(meeting)
    record = Record.objects.filter(meeting=meeting).first()
    if record and (record.deadline is None or record.is_past_deadline):
        missing.append(_("Choose until when entities can clear the record: a moment that lies ahead."))
    return missing


def circulate(meeting, by, reason):
    """Freezes the record as it stands and asks the entities to clear it."""
    record = Record.objects.get(meeting=meeting)
    revision = RecordRevision.objects.create(
        record=record,
        number=record.revisions.count(),
        snapshot=snapshot_of(meeting),
        circulated_by=by,
        deadline_on=record.deadline_on,
        deadline_clock=record.deadline_clock,
        deadline_zone=record.deadline_zone,
    )
    asked = list(entities_asked(meeting))
    Clearance.objects.bulk_create(Clearance(revision=revision, entity=entity) for entity in asked)
    tell(revision, focal_points(asked), "record_circulated", by)


def take_back(meeting, by, reason):
    """The text can be written again; what was said about this revision stays with it."""
    revision = open_revision_of(meeting)
    if revision:
        close(revision, Outcome.TAKEN_BACK, timezone.now())
        tell(revision, focal_points(asked_for(revision)), "record_taken_back", by, reason=reason)


def close(revision, outcome, moment):
    revision.outcome, revision.closed_at = outcome, moment
    revision.save(update_fields=["outcome", "closed_at"])


def asked_for(revision):
    return revision.clearances.values("entity")


# Adoption


def missing_to_adopt(meeting):
    revision = open_revision_of(meeting)
    if revision is None:
        return [_("The record is not circulated.")]
    missing = [] if revision.is_past_deadline else [_("Entities can still clear the record.")]
    objections, proposals = revision.objections.unsettled().count(), revision.proposals.unsettled().count()
    if objections:
        missing.append(ngettext("{n} objection is open.", "{n} objections are open.", objections).format(n=objections))
    if proposals:
        sentence = ngettext("{n} proposed wording is open.", "{n} proposed wordings are open.", proposals)
        missing.append(sentence.format(n=proposals))
    return missing


def adopt(meeting, by, reason):
    """The record counts as adopted from the moment at which nothing stood against it, whenever the worker noticed."""
    revision = open_revision_of(meeting)
    moment = moment_of_consent(revision)
    close(revision, Outcome.ADOPTED, moment)
    meeting.adopted_on = times.local(moment, revision.deadline_zone).date()
    tell(revision, [*focal_points(asked_for(revision)), *officers()], "record_adopted")


def moment_of_consent(revision):
    """The deadline, or later the moment at which the last proposal or objection was settled."""
    settled = [*revision.proposals.values_list("settled_at"), *revision.objections.values_list("settled_at")]
    return max([revision.deadline, *[moment for (moment,) in settled if moment]])


# What entities say


def hold_open(revision):
    """Raises AlreadyMoved where the revision was closed meanwhile."""
    hold(revision.record.meeting_id)
    if not RecordRevision.objects.open().filter(pk=revision.pk).exists():
        raise AlreadyMoved([_("The clearance of this record is over.")])


def accept_wording(proposal, by, reason):
    """The intervention says it from now on; the proposal itself is the correction that is printed."""
    hold_open(proposal.revision)
    intervention = Intervention.objects.select_for_update(of=("self",)).get(pk=proposal.intervention_id)
    setattr(intervention, languages.column("text", proposal.language), proposal.after)
    intervention.working_translations = proposal.working_after(
        intervention.working_translations, intervention.original_language, intervention.languages_with("text")
    )
    intervention.save()
    proposal.settled_at = timezone.now()


def put_to_discussion(proposal, by, answer):
    hold_open(proposal.revision)
    proposal.answer = answer


def settle(said, by, reason):
    """A proposal or an objection that its entity withdraws."""
    hold_open(said.revision)
    said.settled_at = timezone.now()


def tell_of_corrigendum(corrigendum):
    """Those who were asked to clear the record, or would have been where it was adopted elsewhere."""
    cleared = Clearance.objects.filter(revision__record=corrigendum.record).values("entity")
    asked = cleared if cleared.exists() else entities_asked(corrigendum.record.meeting)
    notify(
        focal_points(asked),
        "record",
        corrigendum.record,
        key=f"corrigendum:{corrigendum.pk}",
        by=corrigendum.published_by,
        sentence="record_corrigendum",
    )
