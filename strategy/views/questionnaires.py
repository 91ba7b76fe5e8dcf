"""Questionnaires: the list, one edition as it is built, its order, its copy. Questions and sections: questions.py."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import CreateView, DeleteView, ListView, UpdateView

from core import languages
from core.access import ensure, ensure_editable, visible_or_404
from core.drafts.views import DraftFormMixin
from core.history.restoring import Refused
from core.order import MoveForm, OrderChanged
from core.saving.deleting import AsShownMixin
from core.saving.page import RecordUpdateMixin
from entities.roles import is_secretariat
from strategy import outline
from strategy.edition_comparison import compared
from strategy.edition_copy import new_edition
from strategy.editions import Change, changes_since
from strategy.fitting import misfits, unfinished
from strategy.models import Cycle, Questionnaire
from strategy.questionnaire_forms import NewQuestionnaireForm, QuestionnaireForm
from strategy.removed import bring_back, removed_from


class BuilderMixin:
    """Pages for those who build questionnaires; `edition` is the one of the address."""

    def edition(self):
        editions = Questionnaire.objects.with_questions().select_related("framework").prefetch_related("sections__node")
        lookup = {"code": self.kwargs["code"], "edition": self.kwargs["edition"]}
        return ensure_editable(visible_or_404(editions, self.request.user, **lookup), self.request.user)

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:  # others are sent to sign in
            ensure(is_secretariat(request.user))
        return super().dispatch(request, *args, **kwargs)


class QuestionnaireListView(BuilderMixin, ListView):
    template_name = "strategy/questionnaire_list.html"
    context_object_name = "questionnaires"
    paginate_by = 20

    def get_queryset(self):
        return Questionnaire.objects.editable_by(self.request.user).counted().order_by("code", "-edition")


class QuestionnaireCreateView(BuilderMixin, DraftFormMixin, CreateView):
    what = gettext_lazy("Questionnaire")
    is_new = True
    model = Questionnaire
    form_class = NewQuestionnaireForm
    template_name = "strategy/questionnaire_form.html"

    def get_initial(self):
        return {"original_language": languages.current().code}

    def get_success_url(self):
        messages.success(self.request, _("The questionnaire is made. Add its sections and questions."))
        return self.object.get_absolute_url()


class EditionObjectMixin(BuilderMixin):
    """For generic views of the questionnaire itself."""

    model = Questionnaire
    context_object_name = "questionnaire"

    def get_object(self, queryset=None):
        records = self.get_queryset()
        lookup = {"code": self.kwargs["code"], "edition": self.kwargs["edition"]}
        return ensure_editable(visible_or_404(records, self.request.user, **lookup), self.request.user)


class QuestionnaireUpdateView(RecordUpdateMixin, EditionObjectMixin, DraftFormMixin, UpdateView):
    what = gettext_lazy("Questionnaire")
    form_class = QuestionnaireForm
    template_name = "strategy/questionnaire_form.html"

    def form_valid(self, form):
        messages.success(self.request, _("The questionnaire is saved."))
        return super().form_valid(form)


class QuestionnaireDeleteView(AsShownMixin, EditionObjectMixin, DeleteView):
    """Of an edition that no cycle names."""

    template_name = "strategy/questionnaire_confirm_delete.html"

    @property
    def is_named(self):
        return self.object.cycles.exists() or self.object.is_in_use

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"is_named": self.is_named}

    def remove(self, form):
        if self.is_named:
            return self.ask_again(form)
        for section in reversed(outline.lock(self.object).sections.all()):
            outline.remove(section)
        self.object.delete()
        messages.success(self.request, _("The edition is deleted."))
        return redirect("strategy:questionnaire_list")


def words_of_changes(edition, previous):
    """{code: [label]} of the questions that are asked otherwise than in the edition before."""
    return {code: [Change(kind).label for kind in kinds] for code, kinds in changes_since(edition, previous).items()}


class BuilderView(BuilderMixin, View):
    """The outline: sections and questions in their order, with what has to be done still."""

    def get(self, request, *args, **kwargs):
        return self.show(self.edition())

    def show(self, edition, status=200, **more):
        context = self.order_context(edition) | {
            "focus": button_to_focus(outline.lines_of(edition), self.request.GET),
            "unfinished": unfinished(edition),
            "removed": removed_from(edition),
            "cycles": Cycle.objects.visible_to(self.request.user).filter(questionnaires=edition),
            "editions": Questionnaire.objects.filter(code=edition.code).order_by("-edition"),
        }
        return render(self.request, "strategy/questionnaire_builder.html", context | more, status=status)

    def order_context(self, edition):
        previous = edition.previous
        changes = words_of_changes(edition, previous)
        lines = outline.lines_of(edition)
        for line in lines:
            line.changes = changes.get(line.record.code, []) if not line.is_section else []
            line.misfits = misfits(line.record) if not line.is_section else []
        return {
            "questionnaire": edition,
            "previous": previous,
            "lines": lines,
            "token": outline.token_of(edition),
            "in_use": edition.is_in_use,
            "has_changes": bool(changes),
        }


def button_to_focus(lines, asked):
    """The button that was pressed, so that one can press it again; the other one where the line is at the end."""
    line = next((line for line in lines if line.key == asked.get("moved")), None)
    if line is None:
        return ""
    is_up = asked.get("by") == "up"
    return line.down if line.is_first or (not is_up and not line.is_last) else line.up


class OrderView(BuilderView):
    """Moves one line: by a button, by the keyboard or by dragging, with or without script."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        edition, form = self.edition(), MoveForm(request.POST)
        if not form.is_valid():
            raise BadRequest("A line, its new place and the order that was seen are needed.")
        asked = form.cleaned_data
        try:
            was_at = outline.move(edition, asked["line"], asked["to"], asked["order"])
        except OrderChanged:
            return self.refuse(
                _("Somebody else changed the order meanwhile. This is how it stands now; nothing of yours was moved.")
            )
        except outline.CannotMove as refusal:
            return self.refuse(str(refusal))
        return self.answer(asked["line"], "down" if asked["to"] > was_at else "up")

    def answer(self, key, direction):
        edition = self.edition()
        words = words_of_place(edition, key)
        if "part" in self.request.POST:
            return self.part(edition, words)
        messages.success(self.request, words)
        return redirect(f"{edition.get_absolute_url()}?moved={key}&by={direction}#line-{key}")

    def refuse(self, words):
        edition = self.edition()
        if "part" in self.request.POST:
            return self.part(edition, words, status=409)
        return self.show(edition, status=409, refusal=words)

    def part(self, edition, words, status=200):
        context = self.order_context(edition)
        html = render_to_string("strategy/_questionnaire_outline.html", context, self.request)
        return JsonResponse({"html": html, "words": words}, status=status)


def words_of_place(edition, key):
    for section in edition.sections.all():
        if outline.key_of(section) == key:
            return _("Section {code} has moved with its questions.").format(code=section.code)
        for place, question in enumerate(section.questions.all(), start=1):
            if outline.key_of(question) == key:
                return _("Question {code} is now number {place} of section {section}.").format(
                    code=question.code, place=place, section=section.code
                )
    raise Http404


class EditionCopyView(BuilderMixin, View):
    """A new edition from this one; only one is built at a time."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        edition = self.edition()
        newest = Questionnaire.objects.filter(code=edition.code).order_by("-edition").first()
        if not newest.is_in_use and newest != edition:
            messages.warning(request, _("This edition is being built already. Change it, or delete it first."))
            return redirect(newest)
        copy = new_edition(edition)
        messages.success(
            request,
            _("Edition {number} is made, with all questions and translations of edition {source}.").format(
                number=copy.edition, source=edition.edition
            ),
        )
        return redirect(copy)


class BringBackView(BuilderMixin, View):
    """Undoes a removal."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        edition = self.edition()
        try:
            record = bring_back(edition, request.POST.get("kind", ""), request.POST.get("event", ""))
        except Refused as refusal:
            messages.error(request, _("It cannot be brought back: {reasons}").format(reasons=refusal))
            return redirect(edition)
        if record is None:
            messages.warning(request, _("It stands here already, or it was removed for good."))
            return redirect(edition)
        messages.success(request, _("{code} is brought back.").format(code=record.code))
        return redirect(f"{edition.get_absolute_url()}#line-{outline.key_of(record)}")


class ChangesView(BuilderMixin, View):
    """Question by question, what this edition asks otherwise than the one before."""

    def get(self, request, *args, **kwargs):
        edition = self.edition()
        previous = edition.previous
        if previous is None:
            raise Http404
        context = {"questionnaire": edition, "previous": previous, "rows": compared(edition, previous)}
        return render(request, "strategy/questionnaire_changes.html", context)
