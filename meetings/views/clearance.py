"""What entities say about a circulated record, and what the secretariat makes of it."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic import CreateView

from core import languages
from core.access import ensure, visible_or_404
from core.drafts.views import DraftFormMixin
from core.outbox.notifications import notify
from core.views import TransitionView
from core.workflow import AlreadyMoved
from entities.acting import acting_entity
from entities.people import focal_points, officers
from entities.roles import is_focal, is_member, is_secretariat
from meetings import times
from meetings.clearance_answers import answers_to, silent_entities
from meetings.clearance_forms import CommentForm, ObjectionForm, ProposalForm
from meetings.clearance_workflow import OBJECTION, PROPOSAL
from meetings.clearing import hold_open, tell
from meetings.models import (
    Clearance,
    Intervention,
    Objection,
    Proposal,
    Record,
    RecordComment,
)
from meetings.views.records import asked_revision, record_actions, revisions_for


def seen_record(request, slug):
    return visible_or_404(Record.objects.select_related("meeting"), request.user, meeting__slug=slug)


def open_revision_or_404(request, slug):
    """The revision that is circulated now; for the members."""
    record = seen_record(request, slug)
    ensure(is_member(request.user))
    revision = record.revisions.open().select_related("record__meeting").first()
    if revision is None:
        raise Http404
    return revision


class ClearanceView(View):
    """Who has answered; what is proposed, objected and remarked. For members; the secretariat decides here."""

    def get(self, request, slug):
        return self.show(CommentForm())

    def post(self, request, slug):
        """A comment."""
        revision = open_revision_or_404(request, slug)
        comment = RecordComment(revision=revision, author=request.user, entity=acting_entity(request))
        form = CommentForm(request.POST, instance=comment)
        if not form.is_valid():
            return self.show(form)
        if not self.keep(form, revision):
            return self.show(form)
        messages.success(request, _("Your comment is added."))
        return redirect(f"{request.path}#comment-{form.instance.pk}")

    @transaction.atomic
    def keep(self, form, revision):
        if refusal := refusal_of(revision):
            form.add_error("text", refusal)
            return False
        form.save()
        tell(revision, officers(), "record_comment", self.request.user, key=f"comment:{form.instance.pk}")
        return True

    def show(self, form):
        record = seen_record(self.request, self.kwargs["slug"])
        user, meeting = self.request.user, record.meeting
        ensure(is_member(user))
        revisions = revisions_for(meeting, user)
        if not revisions:
            raise Http404
        revision = asked_revision(self.request, meeting) or revisions[0]
        answers = answers_to(revision)
        context = {
            "meeting": meeting,
            "revision": revision,
            "revisions": revisions,
            "answers": answers,
            "answered": sum(answer.has_answered for answer in answers),
            "proposals": with_actions(PROPOSAL, revision.proposals.select_related("entity", "proposed_by"), user),
            "objections": with_actions(OBJECTION, revision.objections.select_related("entity", "made_by"), user),
            "comments": revision.comments.select_related("entity", "author"),
            "form": form if revision.is_open else None,
            "actions": record_actions(meeting, user) if revision.is_open else [],
            "can_remind": is_secretariat(user) and revision.takes_answers,
        }
        return render(self.request, "meetings/record_clearance.html", context)


def with_actions(workflow, said, user):
    """[(proposal or objection, the moves that the person may make with it)]"""
    return [(row, workflow.actions_for(row, user)) for row in said]


def refusal_of(revision):
    """Inside a transaction: why nothing can be said about the revision any more; empty where it can, until its end.

    What is said after the deadline is too late, even before the worker has looked.
    """
    try:
        hold_open(revision)
    except AlreadyMoved as refusal:
        return str(refusal)
    return _("The clearance of this record is over.") if revision.is_past_deadline else ""


def tell_officers(said, name, by):
    notify(officers(), "record", said, key=f"{name}:{said.pk}", by=by, sentence=f"record_{name}")


class OwnClearanceMixin:
    """For a focal point of an entity that was asked: `self.clearance`."""

    def dispatch(self, request, *args, **kwargs):
        revision = open_revision_or_404(request, kwargs["slug"])
        asked = Clearance.objects.filter(revision=revision, entity__slug=kwargs["entity"])
        self.clearance = visible_or_404(asked.select_related("entity"), request.user)
        self.clearance.revision = revision
        ensure(is_focal(request.user, self.clearance.entity_id))
        ensure(revision.takes_answers)
        return super().dispatch(request, *args, **kwargs)


class ConfirmView(OwnClearanceMixin, View):
    """Confirms what the entity said as it stands in the record; pressed again, takes that back."""

    http_method_names = ["post"]

    @transaction.atomic
    def post(self, request, slug, entity):
        clearance = self.clearance
        if refusal := refusal_of(clearance.revision):
            messages.warning(request, refusal)
        else:
            undone = "undo" in request.POST
            clearance.confirmed_at = None if undone else timezone.now()
            clearance.confirmed_by = None if undone else request.user
            clearance.save(update_fields=["confirmed_at", "confirmed_by"])
            words = _("The confirmation is taken back.") if undone else _("Thank you: {entity} has confirmed.")
            messages.success(request, words.format(entity=clearance.entity))
        return redirect(clearance.revision.record)


class ObjectView(OwnClearanceMixin, DraftFormMixin, CreateView):
    what = gettext_lazy("Objection")
    is_new = True
    model = Objection
    form_class = ObjectionForm
    template_name = "meetings/objection_form.html"

    def get_form_kwargs(self):
        clearance = self.clearance
        objection = Objection(revision=clearance.revision, entity=clearance.entity, made_by=self.request.user)
        return super().get_form_kwargs() | {"instance": objection}

    def get_context_data(self, **kwargs):
        revision = self.clearance.revision
        more = {"meeting": revision.record.meeting, "revision": revision, "entity": self.clearance.entity}
        return super().get_context_data(**kwargs) | more

    @transaction.atomic
    def form_valid(self, form):
        revision = self.clearance.revision
        refusal = refusal_of(revision)
        if revision.objections.unsettled().filter(entity=self.clearance.entity).exists():
            refusal = _("Your entity has objected already.")
        if refusal:
            form.add_error("reason", refusal)
            return self.form_invalid(form)
        objection = form.save()
        tell_officers(objection, "objection", self.request.user)
        messages.success(self.request, _("The objection is made. The secretariat is told."))
        return redirect(objection)


class ProposeView(DraftFormMixin, CreateView):
    """Another wording for what one's entity said, in one of the languages in which the record has it."""

    what = gettext_lazy("Proposed wording")
    is_new = True
    model = Proposal
    form_class = ProposalForm
    template_name = "meetings/wording_form.html"

    def dispatch(self, request, *args, **kwargs):
        self.revision = open_revision_or_404(request, kwargs["slug"])
        said = Intervention.objects.filter(meeting=self.revision.record.meeting, is_draft=False)
        self.intervention = visible_or_404(said.select_related("entity", "item"), request.user, pk=kwargs["pk"])
        self.language = languages.BY_CODE.get(kwargs["language"])
        self.refuse_what_is_not_in(self.revision.snapshot)
        if self.language is None or not self.wording:
            raise Http404
        ensure(is_focal(request.user, self.intervention.entity_id))
        ensure(self.revision.takes_answers)
        return super().dispatch(request, *args, **kwargs)

    def refuse_what_is_not_in(self, snapshot):
        """What came by another way after the circulation stands in no record."""
        if self.intervention.pk not in {row["id"] for row in snapshot["interventions"]}:
            raise Http404

    @property
    def wording(self):
        return getattr(self.intervention, languages.column("text", self.language.code))

    def get_form_kwargs(self):
        proposal = Proposal(
            revision=self.revision,
            intervention=self.intervention,
            entity=self.intervention.entity,
            language=self.language.code,
            before=self.wording,
            proposed_by=self.request.user,
        )
        return super().get_form_kwargs() | {"instance": proposal}

    def get_context_data(self, **kwargs):
        written = self.intervention.languages_with("text")
        others = [languages.BY_CODE[code] for code in written if code != self.language.code]
        return super().get_context_data(**kwargs) | {
            "meeting": self.revision.record.meeting,
            "revision": self.revision,
            "intervention": self.intervention,
            "language": self.language,
            "others": others,
            "wording": self.wording,
        }

    @transaction.atomic
    def form_valid(self, form):
        refusal = refusal_of(self.revision)
        waiting = self.revision.proposals.unsettled()
        if waiting.filter(intervention=self.intervention, language=self.language.code).exists():
            refusal = _("A wording is proposed already. Withdraw it to propose another.")
        if refusal:
            form.add_error("after", refusal)
            return self.form_invalid(form)
        proposal = form.instance
        # Somebody may have accepted another one since the page was opened.
        self.intervention.refresh_from_db()
        proposal.before = self.wording
        proposal = form.save()
        tell_officers(proposal, "proposal", self.request.user)
        messages.success(self.request, _("Your wording is proposed. The secretariat is told."))
        return redirect(proposal)


class RemindView(View):
    """One press for all entities that are silent; once a day for each person."""

    http_method_names = ["post"]

    def post(self, request, slug):
        revision = open_revision_or_404(request, slug)
        ensure(is_secretariat(request.user) and revision.takes_answers)
        silent = silent_entities(revision)
        key = f"asked:{times.today_in().isoformat()}"
        tell(revision, focal_points(silent), "record_reminder", request.user, key=key)
        number = silent.count()
        words = ngettext("{n} entity is reminded.", "{n} entities are reminded.", number)
        messages.success(request, words.format(n=number))
        return redirect(revision.record.get_clearance_url())


class ProposalTransitionView(TransitionView):
    workflow = PROPOSAL


class ObjectionTransitionView(TransitionView):
    workflow = OBJECTION
