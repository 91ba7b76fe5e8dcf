"""Sections and questions of a questionnaire that is built: each on a page of its own."""

from django.contrib import messages
from django.forms.utils import ErrorDict, ErrorList
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import DeleteView

from core.access import ensure
from core.drafts.views import DraftsMixin
from core.saving.deleting import AsShownMixin
from core.saving.page import compare, conflicts_of, in_one_piece
from strategy import outline
from strategy.fitting import misfits
from strategy.models import Question, Section
from strategy.models.keeping import missing_to_delete
from strategy.question_forms import ColumnForm, OptionForm, QuestionForm, least_rows, option_formsets, with_row_pressed
from strategy.questionnaire_forms import SectionForm
from strategy.views.questionnaires import BuilderMixin


class PartMixin(BuilderMixin):
    """Of one section or question of the edition in the address."""

    def section(self, edition):
        return _of_code(edition.sections.all(), self.kwargs["section"])

    def question(self, edition):
        return _of_code(edition.questions, self.kwargs["question"])


def _of_code(records, code):
    found = next((record for record in records if record.code == code), None)
    if found is None:
        raise Http404
    return found


def line_of(record):
    """The place of a section or question on the page of the outline."""
    return f"{record.edition_asked.get_absolute_url()}#line-{outline.key_of(record)}"


class PartFormMixin(PartMixin, DraftsMixin):
    """The form of a section or question: what is typed saves itself."""

    def get_object(self):
        return self.record(self.edition())


class SectionPageView(PartFormMixin, View):
    """A section that stands. POST saves it, or shows both texts where somebody else changed it."""

    what = gettext_lazy("Section")
    form_class = SectionForm

    def get(self, request, *args, **kwargs):
        edition = self.edition()
        return self.show(edition, self.as_typed(self.form(edition, self.typed)))

    @in_one_piece
    def post(self, request, *args, **kwargs):
        edition = self.edition()
        form = self.form(edition, request.POST)
        if form.is_valid():
            section = form.save()
            messages.success(request, _("Section {code} is saved.").format(code=section.code))
            return redirect(line_of(section))
        if conflicts_of(form):
            return compare(request, form, discard=edition.get_absolute_url(), draft_path=self.draft_path)
        return self.show(edition, form)

    def form(self, edition, data=None):
        return self.form_class(data, instance=self.record(edition), in_use=edition.is_in_use)

    def record(self, edition):
        return self.section(edition)

    def show(self, edition, form):
        context = {"questionnaire": edition, "form": form, "section": form.instance, "in_use": form.in_use}
        return render(self.request, "strategy/section_form.html", context | {"draft": self.draft})


class SectionCreateView(SectionPageView):
    """A new section, at the end."""

    is_new = True

    def form(self, edition, data=None):
        ensure(not edition.is_in_use)
        return super().form(edition, data)

    def record(self, edition):
        sections = list(edition.sections.all())
        codes = {section.code for section in sections}
        free = next(str(number) for number in range(len(sections) + 1, 999) if str(number) not in codes)
        position = sections[-1].position + 1 if sections else 0
        language = edition.original_language
        return Section(questionnaire=edition, code=free, position=position, original_language=language)


class QuestionPageView(PartFormMixin, View):
    """A question with its choices or columns. The buttons of rows send the form and save nothing."""

    what = gettext_lazy("Question")

    @classmethod
    def named_forms(cls):
        return {"": QuestionForm, "choices": OptionForm, "columns": ColumnForm}

    def get(self, request, *args, **kwargs):
        edition = self.edition()
        form, rows = self.forms(edition, self.typed)
        return self.show(edition, self.as_typed(form), {name: self.as_typed(part) for name, part in rows.items()})

    @in_one_piece
    def post(self, request, *args, **kwargs):
        edition = self.edition()
        if "rows" in request.POST:
            form, rows = self.forms(edition, with_row_pressed(request.POST))
            return self.show(edition, as_typed(form), {name: as_typed(formset) for name, formset in rows.items()})
        form, rows = self.forms(edition, request.POST)
        taken = [] if form.in_use else [rows[prefix] for prefix in least_rows(form.kind)]
        # All are asked, so that the page names every error at once.
        if all([part.is_valid() for part in (form, *taken)]):  # noqa: C419
            return self.save(form, rows, taken)
        if conflicts_of(form, *taken):
            return compare(request, form, *taken, discard=edition.get_absolute_url(), draft_path=self.draft_path)
        return self.show(edition, form, rows)

    def save(self, form, rows, taken):
        question = form.save()
        for formset in taken:
            formset.save()
        for formset in rows.values() if not form.in_use else ():
            if formset not in taken:
                formset.get_queryset().delete()  # of the type that it had before
        messages.success(self.request, _("Question {code} is saved.").format(code=question.code))
        for sentence in misfits(question):
            messages.warning(self.request, sentence)
        if "another" in self.request.POST:
            edition = question.edition_asked
            return redirect(
                reverse("strategy:question_create", args=[edition.code, edition.edition, question.section.code])
            )
        return redirect(line_of(question))

    def forms(self, edition, data=None):
        question = self.record(edition)
        form = QuestionForm(data, instance=question, questionnaire=edition, in_use=edition.is_in_use)
        return form, option_formsets(question, data, form.kind, form.in_use)

    def record(self, edition):
        return self.question(edition)

    def show(self, edition, form, rows):
        question = form.instance
        context = {
            "questionnaire": edition,
            "question": question,
            "form": form,
            "rows": rows,
            "in_use": form.in_use,
            "is_new": question._state.adding,
            "misfits": misfits(question) if not form.is_bound else (),
            "draft": self.draft,
        }
        return render(self.request, "strategy/question_form.html", context)


class QuestionCreateView(QuestionPageView):
    """A new question, at the end of its section."""

    is_new = True

    def record(self, edition):
        ensure(not edition.is_in_use)
        section = self.section(edition)
        codes = {question.code for question in edition.questions}
        numbers = range(len(section.questions.all()) + 1, 999)
        free = next(f"{section.code}.{number}" for number in numbers if f"{section.code}.{number}" not in codes)
        return Question(section=section, code=free[:10], original_language=edition.original_language)


def as_typed(form):
    """Half a text needs no complaint before it is saved."""
    for part in (form, *getattr(form, "forms", ())):
        if part.is_bound:
            part._errors = ErrorDict()
    if hasattr(form, "forms") and form.is_bound:
        form._errors, form._non_form_errors = [], ErrorList()
    return form


class PartDeleteMixin(AsShownMixin, PartMixin):
    """It can be brought back from the page of the outline."""

    def get_object(self, queryset=None):
        return self.part(self.edition())

    def get_context_data(self, **kwargs):
        reasons = missing_to_delete(self.object)
        return super().get_context_data(**kwargs) | {"reasons": reasons, "questionnaire": self.object.edition_asked}

    def remove(self, form):
        edition = outline.lock(self.object.edition_asked)
        if missing_to_delete(self.object):
            return self.ask_again(form)
        outline.remove(self.object)
        messages.success(self.request, self.removed)
        return redirect(f"{edition.get_absolute_url()}#removed")

    def get_success_url(self):
        return self.object.edition_asked.get_absolute_url()


class SectionDeleteView(PartDeleteMixin, DeleteView):
    model = Section
    template_name = "strategy/section_confirm_delete.html"
    context_object_name = "section"
    removed = gettext_lazy("The section is removed with its questions. It can be brought back below.")

    def part(self, edition):
        return self.section(edition)


class QuestionDeleteView(PartDeleteMixin, DeleteView):
    model = Question
    template_name = "strategy/question_confirm_delete.html"
    context_object_name = "question"
    removed = gettext_lazy("The question is removed. It can be brought back below.")

    def part(self, edition):
        return self.question(edition)
