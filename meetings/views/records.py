"""The record of a meeting: read it, write it, circulate it, compare its revisions, correct it afterwards."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import CreateView

from core.access import ensure, ensure_editable, visible_or_404
from core.drafts.views import DraftFormMixin, DraftsMixin
from core.locks import wait_for_turn
from core.numbers import whole_number
from core.saving.page import compare, conflicts_of, in_one_piece, locked
from core.workflow import TransitionRefused
from entities.people import focal_points
from entities.roles import focal_ids, is_member, is_secretariat
from meetings import clearing, workflow
from meetings.clearance_answers import answers_to
from meetings.clearance_forms import CorrigendumForm, DeadlineForm, PartFormSet
from meetings.compiling import compile_record
from meetings.models import Corrigendum, Meeting, MeetingState, ProposalState, Record, RecordRevision
from meetings.record import record_for
from meetings.record_comparison import differences


def seen_meeting(request, slug):
    return visible_or_404(Meeting.objects.select_related("record"), request.user, slug=slug)


def revisions_for(meeting, user):
    """All that the person may read, the latest first, without their texts."""
    revisions = RecordRevision.objects.visible_to(user).filter(record__meeting=meeting)
    return list(revisions.select_related("record__meeting").defer("snapshot").order_by("-number"))


def asked_revision(request, meeting, name="revision"):
    """The RecordRevision that the address names with its number, None where it names none; 404 for another."""
    number = request.GET.get(name, "")
    if not number:
        return None
    revisions = RecordRevision.objects.filter(record__meeting=meeting).select_related("record__meeting")
    return visible_or_404(revisions, request.user, number=whole_number(number))


@method_decorator(login_not_required, name="dispatch")
class RecordDetailView(View):
    """The record as the person may read it; for focal points, with what their entity can say about it."""

    def get(self, request, slug):
        meeting = seen_meeting(request, slug)
        printed = record_for(meeting, request.user, asked_revision(request, meeting))
        if printed is None:
            raise Http404
        return render(request, "meetings/record_detail.html", self.context(meeting, printed))

    def context(self, meeting, printed):
        user, revision = self.request.user, printed.revision
        revisions = revisions_for(meeting, user)
        is_latest = revision is None or revision.pk == revisions[0].pk
        answers = answers_to(revision) if revision and is_member(user) else []
        served = focal_ids(user) if revision and revision.takes_answers else []
        return {
            "meeting": meeting,
            "printed": printed,
            "revision": revision,
            "revisions": revisions,
            "is_latest": is_latest,
            # What is printed is what is read: the revision that the address names.
            "asked": f"?revision={revision.number}" if self.request.GET.get("revision") else "",
            "answers": answers,
            "answered": sum(answer.has_answered for answer in answers),
            "mine": [answer for answer in answers if answer.entity.pk in served],
            "served": served,
            "proposals": proposals_on(revision, user) if revision else {},
            "is_member": is_member(user),
            "can_prepare": may_prepare(meeting, user),
            "can_correct": is_secretariat(user) and meeting.state == MeetingState.ADOPTED,
            "actions": record_actions(meeting, user) if is_latest else [],
        }


def record_actions(meeting, user):
    """Of the moves of a meeting those that concern its record."""
    actions = workflow.MEETING.actions_for(meeting, user)
    return [action for action in actions if action.transition.event in ("circulate", "take_back")]


def proposals_on(revision, user):
    """{key of an intervention: what is proposed for it}"""
    found = {}
    for proposal in revision.proposals.visible_to(user).exclude(state=ProposalState.WITHDRAWN):
        found.setdefault(proposal.intervention_id, []).append(proposal)
    return found


def may_prepare(meeting, user):
    return is_secretariat(user) and meeting.state == MeetingState.RECORD_PREPARATION


class RecordCompileView(View):
    """Makes the draft; before it is made anew one chooses which edited parts are replaced."""

    def dispatch(self, request, *args, **kwargs):
        self.meeting = seen_meeting(request, kwargs["slug"])
        ensure(may_prepare(self.meeting, request.user))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, slug):
        record = Record.objects.filter(meeting=self.meeting).first()
        parts = record.parts.select_related("item") if record else []
        context = {"meeting": self.meeting, "record": record, "edited": [part for part in parts if part.is_edited]}
        return render(request, "meetings/record_compile.html", context)

    def post(self, request, slug):
        record = compile_record(self.meeting, set(request.POST.getlist("replace")))
        messages.success(request, _("The draft of the record is compiled."))
        return redirect(record)


class RecordEditView(DraftsMixin, View):
    """All parts of the text on one page, saved together."""

    what = gettext_lazy("Record of a meeting")

    @classmethod
    def named_forms(cls):
        return {"parts": PartFormSet.form}

    def get_object(self, records=None):
        records = Record.objects.all() if records is None else records
        record = visible_or_404(records.select_related("meeting"), self.request.user, meeting__slug=self.kwargs["slug"])
        return ensure_editable(record, self.request.user)

    def get(self, request, slug):
        self.record = self.get_object()
        return self.show(self.as_typed(self.parts(self.typed)))

    @in_one_piece
    def post(self, request, slug):
        self.record = self.get_object(locked(Record.objects.all()))
        parts = self.parts(request.POST)
        if conflicts_of(parts):
            return compare(request, parts, discard=self.record.get_absolute_url(), draft_path=self.draft_path)
        if not parts.is_valid():
            return self.show(parts)
        parts.save()
        messages.success(request, _("The record is saved."))
        return redirect(self.record)

    def parts(self, typed):
        return PartFormSet(
            typed, instance=self.record, prefix="parts", queryset=self.record.parts.select_related("item")
        )

    def show(self, parts):
        context = {"meeting": self.record.meeting, "record": self.record, "parts": parts, "draft": self.draft}
        return render(self.request, "meetings/record_form.html", context)


class RecordCirculateView(View):
    """Asks until when, says who will be told, and circulates."""

    def dispatch(self, request, *args, **kwargs):
        self.meeting = seen_meeting(request, kwargs["slug"])
        ensure(may_prepare(self.meeting, request.user))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, slug):
        record = Record.objects.filter(meeting=self.meeting).first()
        return self.show(DeadlineForm(instance=record) if record else None)

    @in_one_piece
    def post(self, request, slug):
        record = locked(Record.objects.filter(meeting=self.meeting)).first()
        form = DeadlineForm(request.POST, instance=record) if record else None
        if form is None:
            return self.show(None, status=409)
        if conflicts_of(form):
            return compare(request, form, discard=record.get_absolute_url())
        if not form.is_valid():
            return self.show(form)
        form.save()
        return self.circulate(form, record)

    def circulate(self, form, record):
        try:
            workflow.MEETING.perform(self.meeting, "circulate", by=self.request.user)
        except TransitionRefused as refusal:
            return self.show(form, refusal.reasons, status=409)
        messages.success(self.request, _("The record is circulated, and the entities are told."))
        return redirect(record)

    def show(self, form, refusals=(), status=200):
        asked = clearing.entities_asked(self.meeting)
        context = {
            "meeting": self.meeting,
            "form": form,
            # The deadline is asked for on this very page.
            "missing": refusals or clearing.missing_in_text(self.meeting),
            "asked": asked,
            "told": len(focal_points(asked)),
            "transition": workflow.MEETING["circulate"],
        }
        return render(self.request, "meetings/record_circulate.html", context, status=status)


class RecordCompareView(View):
    """Two revisions side by side: what is different."""

    def get(self, request, slug):
        meeting = seen_meeting(request, slug)
        revisions = revisions_for(meeting, request.user)
        if len(revisions) < 2:
            raise Http404
        old = asked_revision(request, meeting, "old") or revisions[1]
        new = asked_revision(request, meeting, "new") or revisions[0]
        found = differences(meeting, request.user, old, new)
        context = {"meeting": meeting, "revisions": revisions, "old": old, "new": new, "differences": found}
        return render(request, "meetings/record_compare.html", context)


class CorrigendumCreateView(DraftFormMixin, CreateView):
    """Published at once, with the adopted record."""

    what = gettext_lazy("Corrigendum")
    is_new = True
    model = Corrigendum
    form_class = CorrigendumForm
    template_name = "meetings/corrigendum_form.html"

    def dispatch(self, request, *args, **kwargs):
        self.meeting = seen_meeting(request, kwargs["slug"])
        ensure(is_secretariat(request.user) and self.meeting.state == MeetingState.ADOPTED)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        record = getattr(self.meeting, "record", None) or Record(meeting=self.meeting)
        return super().get_form_kwargs() | {"instance": Corrigendum(record=record, published_by=self.request.user)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"meeting": self.meeting}

    @transaction.atomic
    def form_valid(self, form):
        corrigendum = form.instance
        wait_for_turn(f"corrigenda of {self.meeting.pk}")
        # A meeting whose record was adopted elsewhere has none here yet.
        corrigendum.record, _is_new = Record.objects.get_or_create(meeting=self.meeting)
        corrigendum.number = corrigendum.record.corrigenda.count() + 1
        form.save()
        clearing.tell_of_corrigendum(corrigendum)
        messages.success(self.request, _("The corrigendum is published."))
        return redirect(corrigendum)
