"""Writing a report, one section at a time or only what is still open. Answers save by themselves and never complain
about what is missing."""

import re

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View

from core import dates, languages
from core.access import ensure_editable, visible_or_404
from core.drafts.views import DraftsMixin, saved_words
from core.drafts.words import Passage
from core.models import Draft
from core.models.drafts import OtherWindow
from core.saving.page import compare, in_one_piece
from strategy.completeness import progress_of
from strategy.filling import changes_since_last, is_open, writers_of, writing_now
from strategy.models import AnswerComment, Question, Report, assignable_reports
from strategy.section_forms import SectionForms
from strategy.views.reports import by_answer, last_return
from strategy.workflow import REPORT

# Of the address: what is still to do, of all sections.
OPEN = "open"
MOST_OPEN = 10  # on one page; the next ones come when these are saved
# What one types of an answer; the rest is chosen.
ANSWER = re.compile(r"q(\d{1,9})-(?:text|reason|url|record|value(?:[_-].*)?)")


class ReportEditView(DraftsMixin, View):
    """Answers that save themselves go into the draft report at once. What an answer does not take, such as half a link,
    is kept as a draft of its section."""

    what = gettext_lazy("Report")
    has_parts = True
    section_code = ""

    @classmethod
    def passages(cls, draft):
        """Under the questions that they answer."""
        words = [(ANSWER.fullmatch(name), text) for name, text in draft.texts]
        words = [(int(field[1]), text) for field, text in words if field]
        questions = Question.objects.in_bulk([key for key, _text in words])
        return [
            Passage(f"{questions[key].code} {languages.text_of(questions[key], 'text')}", text)
            for key, text in words
            if key in questions
        ]

    @property
    def draft_path(self):
        part = f"section={self.section_code}" if self.section_code else f"show={OPEN}"
        return f"{super().draft_path}?{part}"

    @property
    def shows_open(self):
        return self.request.GET.get("show") == OPEN

    def get(self, request, pk):
        report = self.find(pk)
        return self.page(report, *self.parts(report))

    @in_one_piece
    def post(self, request, pk):
        """Saves the valid answers of the section; the others come back as they were typed."""
        self.find(pk)
        report = self.lock(pk)
        questionnaire, section, forms = self.parts(report)
        is_valid = forms.is_valid()
        forms.save(request.user)
        if forms.conflicts:
            return self.compare(report, section, forms)
        if not is_valid:
            # Or what was corrected and saved would come back as it was typed before.
            self.keep_rest(report, forms, Draft.objects.keep_sent)
            return self.page(report, questionnaire, section, forms)
        return self.ask_about_unusual(report, section, forms) or self.go_on(report, questionnaire, section)

    def ask_about_unusual(self, report, section, forms):
        """Once, before one goes on: after that the page and the list of what is open keep saying it."""
        unusual = [form for form in forms.forms if form.is_bound and form.must_be_asked]
        if not unusual:
            return None
        words = ngettext(
            "Your answers are saved. Look at one of them again.", "Your answers are saved. Look at {n} of them again.",
            len(unusual),
        )  # fmt: skip
        messages.warning(self.request, words.format(n=len(unusual)))
        code = unusual[0].question.code
        return redirect(report.get_edit_url(section.code, code) if section else report.get_open_url(code))

    @transaction.atomic
    def autosave(self):
        pk = self.kwargs["pk"]
        self.find(pk)
        report = self.lock(pk)
        _questionnaire, _section, forms = self.parts(report)
        # A link that is half typed is no evidence yet.
        forms.save(self.request.user, with_evidence=False)
        is_elsewhere = False
        try:
            self.keep_rest(report, forms)
        except OtherWindow:
            is_elsewhere = True
        is_outdated = any(form.conflict for form in forms.forms)
        said = {"message": self.saved_at(forms), "is_outdated": is_outdated, "versions": forms.versions}
        said["is_elsewhere"] = is_elsewhere
        return JsonResponse(said)

    def compare(self, report, section, forms):
        """The answers that somebody else changed too; the others of the section are saved."""
        return compare(
            self.request,
            forms,
            data=forms.carried(self.request.POST),
            draft=self.keep_rest(report, forms, Draft.objects.keep_sent),
            discard=report.get_edit_url(section.code) if section else report.get_open_url(),
        )

    def keep_rest(self, report, forms, keep=Draft.objects.keep_from):
        """keep_from raises OtherWindow, where another window of this person kept a rest of its own."""
        rest = forms.not_taken(self.request.POST)
        if rest:
            return keep(*self.window, self.request.user, self.draft_path, rest, str(report))
        Draft.objects.forget(self.request.user, self.draft_path, *self.window)
        return None

    def find(self, pk):
        reports = Report.objects.with_deadlines().select_related("entity", "cycle", "questionnaire")
        return ensure_editable(visible_or_404(reports, self.request.user, pk=pk), self.request.user)

    def lock(self, pk):
        """Locked, so that nobody submits the report while its answers are being saved."""
        reports = Report.objects.editable_by(self.request.user).select_related("entity", "cycle", "questionnaire")
        report = reports.select_for_update(of=("self",)).filter(pk=pk).first()
        if report is None:
            raise PermissionDenied
        return report

    def parts(self, report):
        questionnaire = report.asked
        answers = {answer.question_id: answer for answer in report.answers.select_related("changed_by")}
        self.answers = list(answers.values())
        section = None if self.shows_open else self.section(questionnaire, answers)
        self.section_code = section.code if section else ""
        self.previous = report.previous()
        last = self.previous.answers if self.previous else {}
        forms = SectionForms(
            self.typed,
            self.request.FILES,
            report,
            section.questions.all() if section else questionnaire.questions,
            answers,
            last,
            languages.current().code,
            self.request.user,
        )
        for form in forms.forms:
            self.as_typed(form)
        return questionnaire, section, forms

    def section(self, questionnaire, answers):
        """The one that is asked for, else the first that is not complete."""
        code = self.request.GET.get("section", "")
        progress = progress_of(questionnaire, {key: answer.content for key, answer in answers.items()})
        if not progress:
            raise Http404
        if not code:
            return next((part.section for part in progress if not part.is_complete), progress[0].section)
        for part in progress:
            if part.section.code == code:
                return part.section
        raise Http404

    def saved_at(self, forms):
        clock = dates.clock(timezone.localtime())
        wrong = sum(1 for form in forms.forms if form.errors)
        if not wrong:
            return saved_words(again="again" in self.request.POST)
        sentence = ngettext(
            "Saved at {time}, except one answer that has an error",
            "Saved at {time}, except {count} answers that have an error",
            wrong,
        )
        return sentence.format(time=clock, count=wrong)

    def go_on(self, report, questionnaire, section):
        go = self.request.POST.get("go", "save")
        if go == "submit":
            return redirect(report.get_transition_url("submit"))
        messages.success(self.request, _("Your answers are saved."))
        if go == "close":
            return redirect(report)
        if section is None:
            return redirect(report.get_open_url())
        sections = list(questionnaire.sections.all())
        place = sections.index(section)
        if go == "next" and place + 1 < len(sections):
            section = sections[place + 1]
        return redirect(report.get_edit_url(section.code))

    def page(self, report, questionnaire, section, forms):
        is_written = self.request.method == "POST"
        answers = list(report.answers.select_related("changed_by")) if is_written else self.answers
        contents = {answer.question_id: answer.content for answer in answers}
        self.annotate(report, questionnaire, forms)
        shown = forms.forms if section else self.open_forms(report, forms, contents)
        progress = self.progress(report, questionnaire, contents, answers)
        context = {
            "report": report,
            "draft": self.draft,
            "questionnaire": questionnaire,
            "section": section,
            "forms": forms,
            "shown": shown if section else shown[:MOST_OPEN],
            "waiting": 0 if section else max(len(shown) - MOST_OPEN, 0),
            "progress": progress,
            "to_do": sum(part.missing + part.unconfirmed for part in progress),
            # Among what is open, saving is the next thing; submitting comes when nothing is left.
            "puts_off_submitting": section is None and bool(shown),
            "current": next((part for part in progress if part.section == section), None),
            "is_last": section is None or section == progress[-1].section,
            "returned": last_return(report),
            "saved": _("Last saved {moment}").format(moment=dates.moment(report.changed_at)),
            "may_submit": REPORT.can(report, "submit", self.request.user),
            "may_assign": assignable_reports(self.request.user).filter(pk=report.pk).exists(),
        }
        return render(self.request, "strategy/report_edit.html", context)

    def annotate(self, report, questionnaire, forms):
        """Each form with its comments, who wrote last cycle's answer, and how its question changed since."""
        comments = by_answer(AnswerComment.objects.filter(answer__report=report).select_related("by"))
        writers = writers_of(self.previous)
        changes = changes_since_last(questionnaire, self.previous)
        for form in forms.forms:
            form.comments = comments.get(form.answer.pk, []) if form.answer else []
            form.last_writer = writers.get(form.question.code)
            form.changes = changes.get(form.question.code, []) if form.last else []

    def open_forms(self, report, forms, contents):
        """What is to be done, and what was typed and not taken."""
        return [
            form
            for form in forms.forms
            if (form.is_bound and (form.errors or self.draft)) or is_open(form, contents, report)
        ]

    def progress(self, report, questionnaire, contents, answers):
        """Of each section, with the person whom it is assigned to and who writes in it now."""
        questions = {question.pk: question for question in questionnaire.questions}
        for answer in answers:
            answer.question = questions[answer.question_id]
        writing = writing_now(answers, self.request.user)
        assigned = {row.section_id: row.person for row in report.assignments.select_related("person")}
        progress = progress_of(questionnaire, contents)
        for part in progress:
            part.writer = writing.get(part.section.pk)
            part.assignee = assigned.get(part.section.pk)
        return progress
