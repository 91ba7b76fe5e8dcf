"""Whom a meeting invites, and what the entities answer."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from core.access import ensure, visible_or_404
from core.numbers import whole_number
from entities.models import Entity
from entities.roles import is_secretariat, represents
from meetings import inviting
from meetings.answering import AnswerRefused, answer, answers_to, figures_of, may_answer, takes_answers
from meetings.models import Meeting, MeetingState
from meetings.models.invitations import entities_invited, entities_of_last, entities_of_mechanism
from meetings.people_forms import AnswerForm

# Before the meeting begins its list may change; afterwards it says who had been invited.
LIST_STATES = (MeetingState.DRAFT, MeetingState.SCHEDULED)


class InvitationListView(View):
    """The entities invited with their answers, and the list of all entities to choose from."""

    def get(self, request, slug):
        meeting = self.meeting(request, slug)
        invited = entities_invited(meeting)
        ticked = PRESETS[request.GET["preset"]](meeting) if request.GET.get("preset") in PRESETS else invited
        return self.show(meeting, keys(invited), keys(ticked))

    def post(self, request, slug):
        meeting = self.meeting(request, slug)
        ensure(meeting.state in LIST_STATES)
        chosen, shown = ids(request, "entity"), ids(request, "shown")
        try:
            added, removed = inviting.change_list(meeting, chosen, shown, request.user)
        except inviting.NobodyInvited as refusal:
            return self.show(meeting, shown, chosen, refused=str(refusal))
        messages.success(request, said_of(added, removed))
        return redirect(request.path)

    def meeting(self, request, slug):
        meeting = visible_or_404(Meeting.objects.all(), request.user, slug=slug)
        ensure(is_secretariat(request.user))
        return meeting

    def show(self, meeting, chosen, ticked, refused=""):
        answers = answers_to(meeting, self.request.user)
        context = {
            "meeting": meeting,
            "entities": Entity.objects.order_by("code"),
            "chosen": chosen,
            "ticked": ticked,
            "refused": refused,
            "answered": [row for row in answers if row.has_answered],
            "silent": [row for row in answers if not row.has_answered],
            "figures": figures_of(answers),
            "is_open": takes_answers(meeting),
            "can_choose": meeting.state in LIST_STATES,
            "is_proposal": not meeting.invitations.exists(),
            "has_last": entities_of_last(meeting).exists(),
        }
        return render(self.request, "meetings/invitations.html", context)


PRESETS = {"all": lambda meeting: entities_of_mechanism(meeting.date), "last": entities_of_last}


def keys(entities):
    return set(entities.values_list("pk", flat=True))


def ids(request, name):
    return {whole_number(value) for value in request.POST.getlist(name)} - {None}


def said_of(added, removed):
    said = []
    if added:
        said.append(ngettext("{n} entity was added.", "{n} entities were added.", added).format(n=added))
    if removed:
        said.append(ngettext("{n} entity was removed.", "{n} entities were removed.", removed).format(n=removed))
    return " ".join(said) or _("The list of entities invited is saved.")


class ReminderView(View):
    """One click tells all who have not answered; nobody is told twice on one day."""

    def post(self, request, slug):
        meeting = visible_or_404(Meeting.objects.all(), request.user, slug=slug)
        ensure(is_secretariat(request.user) and takes_answers(meeting))
        with transaction.atomic():
            number = inviting.remind(meeting, request.user)
        words = ngettext(
            "{n} entity is reminded, at most once a day.", "{n} entities are reminded, at most once a day.", number
        )
        messages.success(request, words.format(n=number))
        return redirect("meetings:invitation_list", meeting.slug)


def with_tap(posted):
    """A button that answers with one tap says answer and way in one word: "yes room"."""
    if "tap" not in posted:
        return posted
    posted = posted.copy()
    posted["answer"], _space, posted["mode"] = posted["tap"].partition(" ")
    return posted


class AnswerView(View):
    """The answers of one entity. One tap on the page of the meeting is sent here too."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.meeting = visible_or_404(Meeting.objects.all(), request.user, slug=kwargs["slug"])
        self.entity = visible_or_404(Entity.objects.all(), request.user, slug=kwargs["entity"])

    def get(self, request, **kwargs):
        ensure(may_answer(self.entity, request.user))
        return self.show(self.form(initial={"person": request.GET.get("person") or self.first_person()}))

    def post(self, request, **kwargs):
        ensure(may_answer(self.entity, request.user))
        form = self.form(with_tap(request.POST))
        if form.is_valid() and self.save(form):
            messages.success(request, _("The answer is saved."))
            return redirect(self.back())
        return self.show(form)

    def form(self, *args, **kwargs):
        return AnswerForm(*args, meeting=self.meeting, entity=self.entity, **kwargs)

    def first_person(self):
        """Oneself, where one serves the entity."""
        user = self.request.user
        return str(user.pk) if represents(user, self.entity.pk) else ""

    def save(self, form):
        given = {name: form.cleaned_data[name] for name in ("answer", "mode", "replaced_by", "note")}
        try:
            answer(self.meeting, self.entity, form.whose, **given, by=self.request.user)
        except AnswerRefused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        return not form.errors

    def back(self):
        if is_secretariat(self.request.user):
            return reverse("meetings:invitation_list", args=[self.meeting.slug])
        return self.meeting.get_absolute_url() + "#answers"

    def show(self, form):
        context = {
            "meeting": self.meeting,
            "entity": self.entity,
            "form": form,
            "lines": [line for line in form.lines if line.answer],
            "is_open": takes_answers(self.meeting),
            "back": self.back(),
        }
        return render(self.request, "meetings/answer_form.html", context)
