"""Meeting mode for note takers: the item before the meeting, its time, and what is said, logged as it is said."""

from hashlib import sha256

from django.contrib import messages
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.decorators import method_decorator
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.generic import CreateView

from core import languages
from core.access import ensure, ensure_editable, visible_or_404
from core.drafts.views import DraftFormMixin, path_of
from core.locks import wait_for_turn
from core.models import Draft
from core.models.drafts import TooLarge
from core.numbers import whole_number
from meetings.clearing import hold
from meetings.live import Overtaken, call_item, live_for, may_take_notes
from meetings.live_forms import QuickInterventionForm
from meetings.models import Intervention, Meeting
from meetings.questions import open_questions

PARTS = {
    "now": "meetings/live/_now.html",
    "said": "meetings/live/_said.html",
    "prepared": "meetings/live/_prepared.html",
    "questions": "meetings/live/_questions.html",
    "agenda": "meetings/live/_agenda.html",
}
SHOWN = 12  # interventions, the latest first


def wants_json(request):
    return "application/json" in request.headers.get("Accept", "")


class OfLiveMeeting:
    """`self.meeting`, for whoever takes notes in it."""

    def dispatch(self, request, *args, **kwargs):
        self.meeting = visible_or_404(Meeting.objects.all(), request.user, slug=kwargs["slug"])
        ensure(may_take_notes(self.meeting, request.user))
        return super().dispatch(request, *args, **kwargs)


def parts_of(meeting, user):
    """(Live, {name: (HTML, its digest)} of what changes while the meeting runs). Nothing of it is one person's.

    The digest knows the name: two parts that are both empty are not the same.
    """
    said = Intervention.objects.visible_to(user).filter(meeting=meeting)
    said = said.select_related("meeting", "entity", "item", "addressed_to", "answers__entity")
    context = {
        "meeting": meeting,
        "live": live_for(meeting),
        "said": said.on_record().order_by("-pk")[:SHOWN],
        "prepared": said.filter(is_draft=True).order_by("item__number", "pk"),
        "questions": open_questions(meeting, user),
    }
    pages = {name: render_to_string(template, context) for name, template in PARTS.items()}
    return context["live"], {name: (page, digest(name + page)) for name, page in pages.items()}


def digest(text):
    return sha256(text.encode()).hexdigest()[:12]


class LiveView(OfLiveMeeting, DraftFormMixin, CreateView):
    """POST logs an intervention. With Accept: application/json the page stays and gets a sentence."""

    what = gettext_lazy("Notes of a meeting")
    is_new = True
    model = Intervention
    form_class = QuickInterventionForm
    template_name = "meetings/live/page.html"

    def get_form_kwargs(self):
        instance = Intervention(meeting=self.meeting, is_draft=False)
        return super().get_form_kwargs() | {"user": self.request.user, "instance": instance}

    def get_initial(self):
        question = self.asked_question()
        initial = {"item": self.place and self.place.item.pk, "original_language": languages.current().code}
        if question:
            initial |= {"answers": question.pk, "kind": "answer", "entity": question.addressed_to_id}
        return initial

    @property
    def place(self):
        return live_for(self.meeting).place

    def asked_question(self):
        """The one that the address names: ?answers=7."""
        number = self.request.GET.get("answers", "")
        questions = open_questions(self.meeting, self.request.user)
        return questions.filter(pk=whole_number(number)).first()

    def get_context_data(self, **kwargs):
        live, parts = parts_of(self.meeting, self.request.user)
        return super().get_context_data(**kwargs) | {
            "meeting": self.meeting,
            "live": live,
            "parts": {name: {"html": mark_safe(page), "digest": mark} for name, (page, mark) in parts.items()},
        }

    def form_valid(self, form):
        wait_for_turn(f"live:{self.meeting.pk}")
        form.instance.meeting = hold(self.meeting.pk)
        ensure(may_take_notes(form.instance.meeting, self.request.user))
        said = form.find_same() or form.save()
        self.said = _("{entity}: on record").format(entity=said.entity)
        if not wants_json(self.request):
            messages.success(self.request, self.said)
        return redirect(self.meeting.get_live_url() + "#id_entity")

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        is_logged = response.status_code == 302 and hasattr(self, "said")
        return JsonResponse({"message": self.said}) if is_logged and wants_json(request) else response

    def tell_saved(self):
        """A page that stays goes on writing: what this browser keeps of it is still needed."""
        if not wants_json(self.request):
            super().tell_saved()


@method_decorator(never_cache, name="dispatch")
class LiveStateView(OfLiveMeeting, View):
    """What has changed, asked every few seconds. `have` names the digests of the parts that the page shows."""

    def get(self, request, *args, **kwargs):
        _live, parts = parts_of(self.meeting, request.user)
        etag = f'"{digest("".join(mark for _page, mark in parts.values()))}"'
        return get_conditional_response(request, etag=etag) or self.changed(parts, etag)

    def changed(self, parts, etag):
        have = set(self.request.GET.get("have", "").split())
        changed = {name: {"html": page, "digest": mark} for name, (page, mark) in parts.items() if mark not in have}
        return JsonResponse({"parts": changed}, headers={"ETag": etag})


class LiveButtonView(View):
    """A button of the live page. It posts the form for notes with it: what was typed there stays as a draft."""

    def answer(self, meeting, sentence, *, is_refusal=False):
        if wants_json(self.request):
            return JsonResponse({"message": sentence}, status=409 if is_refusal else 200)
        self.keep_typed(meeting)
        if sentence:
            (messages.warning if is_refusal else messages.success)(self.request, sentence)
        return redirect(meeting.get_live_url())

    def keep_typed(self, meeting):
        """With script the page has saved it itself, and does not leave."""
        if self.request.POST.get("text", "").strip():
            try:
                Draft.objects.keep(self.request.user, path_of(meeting.get_live_url()), self.request.POST)
            except TooLarge:
                messages.warning(self.request, _("What you typed is too long to be kept."))


class ItemCallView(OfLiveMeeting, LiveButtonView):
    """Next, previous, an item of the list, or a pause. `call` is the item's key, "" the pause; the address names the
    turn that the page shows as running."""

    def post(self, request, *args, **kwargs):
        number = request.POST.get("call", "")
        item = self.meeting.items.filter(pk=whole_number(number)).first()
        if number and item is None:
            return self.answer(self.meeting, _("This item is no longer on the agenda."), is_refusal=True)
        try:
            call_item(self.meeting, item, request.user, request.GET.get("turn", ""))
        except Overtaken:
            sentence = _("Another note taker moved on meanwhile. This is where the meeting stands now.")
            return self.answer(self.meeting, sentence, is_refusal=True)
        return self.answer(self.meeting, "")


class InterventionRecordView(LiveButtonView):
    """Puts a draft that an entity prepared on record, as it was read: the address names the version on the page."""

    @transaction.atomic
    def post(self, request, pk):
        drafts = Intervention.objects.select_for_update(of=("self",)).select_related("meeting", "entity")
        draft = visible_or_404(drafts, request.user, pk=pk)
        ensure_editable(draft, request.user)
        draft.meeting = hold(draft.meeting_id)
        ensure(draft.may_be_recorded_by(request.user) and may_take_notes(draft.meeting, request.user))
        if not draft.is_draft:
            return self.answer(draft.meeting, _("It is on record already."))
        if request.GET.get("version") != str(draft.version):
            sentence = _("{entity} changed its text meanwhile. Read it again, then put it on record.")
            return self.answer(draft.meeting, sentence.format(entity=draft.entity), is_refusal=True)
        draft.is_draft = False
        draft.save(update_fields=["is_draft"])
        return self.answer(draft.meeting, _("{entity}: on record").format(entity=draft.entity))
