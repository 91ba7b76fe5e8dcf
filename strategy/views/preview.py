"""The questionnaire as an entity sees it: the very form of a report, with conditions at work. Nothing is saved."""

from django.shortcuts import render
from django.views import View

from core import languages
from strategy.answer_forms import AnswerForm
from strategy.contents import BLANK, applies
from strategy.views.questionnaires import BuilderMixin


class PreviewView(BuilderMixin, View):
    """POST takes answers to try, and says which questions they open and which they close."""

    def get(self, request, *args, **kwargs):
        return self.show(self.edition(), None)

    def post(self, request, *args, **kwargs):
        return self.show(self.edition(), request.POST)

    def show(self, edition, data):
        forms = {question.pk: self.form(question, data) for question in edition.questions}
        contents = {key: tried(form) for key, form in forms.items()}
        sections = [
            (
                section,
                [(forms[question.pk], applies(question, contents)) for question in section.questions.all()],
            )
            for section in edition.sections.all()
        ]
        context = {"questionnaire": edition, "sections": sections, "is_tried": data is not None}
        return render(self.request, "strategy/questionnaire_preview.html", context)

    def form(self, question, data):
        form = AnswerForm(data, question=question, by=self.request.user, language=languages.current().code)
        form.comments = []
        return form


def tried(form):
    """What the answer says, if it is one."""
    return form.content() if form.is_bound and form.is_valid() else dict(BLANK)
