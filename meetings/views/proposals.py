"""An entity proposes an item; the secretariat puts it on an agenda, keeps it for later or declines it."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, DetailView, UpdateView

from core import dates
from core.access import EditableObjectMixin, VisibleObjectMixin, can_edit, ensure, visible_or_404
from core.drafts.views import DraftFormMixin
from core.models import TransitionEvent
from core.outbox.notifications import notify
from core.saving.page import RecordUpdateMixin
from core.views import TransitionView
from entities.acting import acting_among
from entities.people import officers
from entities.roles import is_secretariat
from meetings import order, times
from meetings.agenda_forms import AgendaProposalForm
from meetings.models import AgendaProposal, AgendaProposalState, Meeting, MeetingState
from meetings.proposals import PROPOSAL, may_propose, proposing_entities


class ProposalFormMixin(DraftFormMixin):
    what = gettext_lazy("Proposal for the agenda")
    model = AgendaProposal
    form_class = AgendaProposalForm
    template_name = "meetings/agenda_proposal_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}


class ProposalCreateView(ProposalFormMixin, CreateView):
    """For a meeting, until its last day of proposals; after that for a later meeting of its series."""

    is_new = True

    def dispatch(self, request, *args, **kwargs):
        meetings = Meeting.objects.select_related("series")
        self.meeting = visible_or_404(meetings, request.user, slug=kwargs["slug"])
        ensure(may_propose(request.user) and self.meeting.state != MeetingState.DRAFT)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        user = self.request.user
        instance = AgendaProposal(meeting=self.meeting, proposed_by=user if user.is_authenticated else None)
        return super().get_form_kwargs() | {"instance": instance}

    def get_initial(self):
        entity = acting_among(self.request, proposing_entities(self.request.user))
        return {"entity": entity and entity.pk}

    @transaction.atomic
    def form_valid(self, form):
        order.lock(self.meeting)  # it may be closed at this moment
        self.meeting.refresh_from_db()
        if not self.meeting.takes_proposals:
            if self.meeting.series is None:
                form.add_error(None, words_when_closed(self.meeting))
                return self.form_invalid(form)
            form.instance.state, form.instance.series = AgendaProposalState.LATER, self.meeting.series
        proposal = form.save()
        notify(
            officers(),
            "task",
            proposal,
            key=f"agenda_proposal:{proposal.pk}",
            by=self.request.user,
            sentence="agenda_proposed",
        )
        messages.success(self.request, _("The proposal is sent to the secretariat."))
        return redirect(proposal)

    def get_context_data(self, **kwargs):
        closed = "" if self.meeting.takes_proposals else words_when_closed(self.meeting)
        return super().get_context_data(**kwargs) | {"meeting": self.meeting, "closed": closed}


def words_when_closed(meeting):
    return _("Proposals for this meeting were taken until the end of {day} in {city}.").format(
        day=dates.day(meeting.last_day_of_proposals), city=times.city(meeting.time_zone or times.SECRETARIAT_ZONE)
    )


class ProposalUpdateView(RecordUpdateMixin, ProposalFormMixin, EditableObjectMixin, UpdateView):
    def get_queryset(self):
        return super().get_queryset().select_related("entity")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.object.meeting}


class ProposalDetailView(VisibleObjectMixin, DetailView):
    model = AgendaProposal
    context_object_name = "proposal"
    template_name = "meetings/agenda_proposal_detail.html"

    def get_queryset(self):
        return super().get_queryset().select_related("entity", "meeting", "series", "item", "proposed_by")

    def get_context_data(self, **kwargs):
        proposal, user = self.object, self.request.user
        tells = is_secretariat(user) or proposal.is_of(user)
        return super().get_context_data(**kwargs) | {
            "sees_meeting": proposal.meeting_id and sees(proposal.meeting, user),
            "actions": PROPOSAL.actions_for(proposal, user),
            "can_edit": can_edit(proposal, user),
            # How it fared is told to those whom it concerns.
            "events": TransitionEvent.objects.of(proposal) if tells else (),
        }


def sees(meeting, user):
    """Put on the agenda of a draft, a proposal leads nowhere until the meeting is announced."""
    return Meeting.objects.visible_to(user).filter(pk=meeting.pk).exists()


class ProposalTransitionView(TransitionView):
    workflow = PROPOSAL

    @transaction.atomic
    def post(self, request, *args, **kwargs):
        """Locks the meeting first, as the end of a meeting does, which carries its proposals over."""
        target = self.get_record().target
        if target:
            order.lock(target)
        return super().post(request, *args, **kwargs)
