"""Who reads how much of the history of meetings and of what is said and decided in them."""

from core.history.kinds import EVERYTHING, Kind, Opening, Part, of_form, refuse, register
from entities.history import for_the_secretariat
from entities.roles import is_member, is_secretariat, represents
from meetings.agenda_forms import AgendaProposalForm, SectionForm
from meetings.clearance_forms import PartForm
from meetings.forms import DocumentForm, ItemForm, MeetingForm
from meetings.models import (
    SLOT,
    ActionPoint,
    ActionPointEvidence,
    AgendaItem,
    AgendaProposal,
    AgendaSection,
    Attendance,
    Clearance,
    Decision,
    EarlierFile,
    Intervention,
    Invitation,
    ItemTurn,
    Meeting,
    MeetingDocument,
    MeetingState,
    MeetingTemplate,
    Objection,
    Presenter,
    ProgressNote,
    Proposal,
    Record,
    RecordPart,
    Series,
    TemplateItem,
)
from meetings.models.evidence import KINDS
from meetings.planning_forms import SeriesForm, TemplateForm, TemplateItemForm
from meetings.record_forms import ActionPointForm, DecisionForm, InterventionForm


def opening_of_meeting(meeting, user):
    """The secretariat reads everything; the members what was announced, without papers: each has its own level."""
    if is_secretariat(user):
        return EVERYTHING
    if not is_member(user):
        return refuse()
    papers = frozenset({MeetingDocument._meta.model_name})
    return Opening(lambda row: row["state"] != MeetingState.DRAFT, reads=("state",), hidden=papers)


def opening_of_intervention(intervention, user):
    """Drafts stay with the entity and the secretariat; the members read what was on record."""
    if is_secretariat(user) or represents(user, intervention.entity_id):
        return EVERYTHING
    return Opening(lambda row: not row["is_draft"], reads=("is_draft",)) if is_member(user) else refuse()


def opening_of_proposal(proposal, user):
    """Whoever proposed it, and the secretariat: the other members see how it stands, not how it came to that."""
    return EVERYTHING if is_secretariat(user) or proposal.is_of(user) else refuse()


def for_members(record, user):
    """Of a record that has no draft: who sees it has seen all of it."""
    return EVERYTHING if is_member(user) else refuse()


register(
    Kind(
        Meeting,
        opening_of_meeting,
        parts=(
            Part(AgendaItem, "meeting", ("number", "title_en")),
            Part(Invitation, "meeting", ("entity",)),
            Part(Attendance, "meeting", ("entity", "organization", "person_name")),
            Part(AgendaSection, "meeting", ("title_en",)),
            Part(MeetingDocument, "meeting", ("title_en",)),
            Part(ItemTurn, "meeting", ("item",)),
        ),
        # Day and hours change on the page that tells everybody where the meeting went.
        restores=of_form(MeetingForm, without={"is_public", *SLOT}),
    )
)
register(Kind(Series, for_members, restores=of_form(SeriesForm, without={"is_public"})))
register(
    Kind(
        MeetingTemplate,
        for_the_secretariat,
        parts=(Part(TemplateItem, "template", ("number", "title_en")),),
        restores=of_form(TemplateForm, without={"is_public"}),
    )
)
register(
    Kind(
        TemplateItem,
        for_the_secretariat,
        restores=of_form(TemplateItemForm, without={"number", "is_members_only"}),
    )
)
register(Kind(AgendaSection, for_the_secretariat, restores=of_form(SectionForm)))
register(
    Kind(
        AgendaItem,
        for_the_secretariat,
        parts=(Part(Presenter, "item", ("entity", "person_name")),),
        restores=of_form(ItemForm, without={"number", "is_members_only"}),
    )
)
register(Kind(AgendaProposal, opening_of_proposal, restores=of_form(AgendaProposalForm)))
register(
    Kind(
        MeetingDocument,
        for_the_secretariat,
        parts=(Part(EarlierFile, "document", ("file",)),),
        restores=of_form(DocumentForm, without={"level"}),
    )
)
register(Kind(Attendance, for_the_secretariat))
register(Kind(Invitation, for_the_secretariat))
register(Kind(Intervention, opening_of_intervention, restores=of_form(InterventionForm)))
# A decision is for the members from the circulation of the record on, and its history does not say when that was.
register(Kind(Decision, for_the_secretariat, restores=of_form(DecisionForm)))
register(
    Kind(
        ActionPoint,
        for_members,
        parts=(
            Part(ProgressNote, "action_point", ("entity", "written_on")),
            Part(ActionPointEvidence, "action_point", KINDS),
        ),
        restores=of_form(ActionPointForm),
    )
)
# The draft of a record is the secretariat's; what was circulated of it is read on its own pages.
register(Kind(Record, for_the_secretariat, parts=(Part(RecordPart, "record", ("kind", "item")),)))
register(Kind(RecordPart, for_the_secretariat, restores=of_form(PartForm)))
for said in (Clearance, Proposal, Objection):
    register(Kind(said, for_the_secretariat))
