"""How far a report is: counts per section, and what stands in the way of its submission."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _

from core import languages
from strategy.contents import applies, is_answered
from strategy.models import CarriedOver


class LinkedSentence(str):
    """A sentence that is a link on a page and plain text elsewhere (mails, refusals, the admin)."""

    __slots__ = ("url",)

    def __new__(cls, text, url):
        sentence = super().__new__(cls, text)
        sentence.url = url
        return sentence

    def __html__(self):
        return format_html('<a href="{}">{}</a>', self.url, str(self))


@dataclass
class Progress:
    """Of one section: how many of the questions that apply are answered, and what became of last cycle's answers."""

    section: object
    asked: int = 0
    answered: int = 0
    missing: int = 0
    unconfirmed: int = 0

    @property
    def is_complete(self):
        return not self.missing and not self.unconfirmed

    def count(self, question, content):
        self.asked += 1
        if is_answered(content):
            self.answered += 1
        elif question.required:
            self.missing += 1
        if content and content["carried_over"] == CarriedOver.UNCONFIRMED:
            self.unconfirmed += 1


def progress_of(questionnaire, contents):
    """One Progress per section. `contents` is {question id: content} of one report."""
    found = []
    for section in questionnaire.sections.all():
        progress = Progress(section)
        for question in section.questions.all():
            if applies(question, contents):
                progress.count(question, contents.get(question.pk))
        found.append(progress)
    return found


def contents_of(report):
    """{question id: content} of the report as it stands."""
    return {answer.question_id: answer.content for answer in report.answers.all()}


def missing_answers(report):
    """Sentences for the questions that are not answered or not confirmed, each a link to its question."""
    questionnaire = report.asked
    contents = contents_of(report)
    return [
        LinkedSentence(sentence, report.get_edit_url(question.section.code, question.code))
        for section in questionnaire.sections.all()
        for question in section.questions.all()
        if applies(question, contents) and (sentence := what_is_missing(question, contents.get(question.pk)))
    ]


def what_is_missing(question, content):
    """The sentence; empty where the answer is complete or may be left out."""
    text = languages.text_of(question, "text")
    if not is_answered(content):
        if not question.required:
            return ""
        if content and content["not_applicable"]:
            return _("{code} Say why this does not apply: {question}").format(code=question.code, question=text)
        return _("{code} Not answered yet: {question}").format(code=question.code, question=text)
    if content["carried_over"] == CarriedOver.UNCONFIRMED:
        return _("{code} Confirm the answer of the last cycle: {question}").format(code=question.code, question=text)
    return ""
