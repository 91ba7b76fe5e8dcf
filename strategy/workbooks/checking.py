"""Compares a filled workbook with the report as it stands: what each question would do, by the rules of the page."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from core import dates
from core.models import RowState
from core.workbooks.marking import Mark
from strategy.answer_forms import AnswerForm
from strategy.contents import applies, is_answered, says_the_same
from strategy.models import CarriedOver
from strategy.plausibility import warnings_of
from strategy.templatetags.answers import condition_words
from strategy.workbooks.reading import Cells
from strategy.workbooks.typed import Reader, Typed, posted, typed_of


@dataclass
class Checked:
    """One question of the workbook. `form` is that of the page, filled in with what the cells say."""

    cells: Cells
    typed: Typed
    form: AnswerForm
    marks: list = field(default_factory=list)
    is_idle: bool = False  # nothing was typed beside it or into it

    @property
    def question(self):
        return self.cells.question

    @property
    def stored(self):
        return self.form.stored

    @property
    def has_errors(self):
        return any(not mark.is_warning for mark in self.marks)

    @property
    def content(self):
        """What the answer will say; what it says now, where nothing can be kept."""
        return self.stored if self.has_errors or self.is_idle else self.form.content()

    @property
    def wanted(self):
        """What the cells say, where the page understands it; also where it is not kept."""
        if self.is_idle or self.form.errors or self.typed.has_errors:
            return self.stored
        return self.form.content()

    @property
    def is_new(self):
        return not is_answered(self.stored)

    @property
    def changes(self):
        return self.content != self.stored or bool(self.typed.links)

    @property
    def state(self):
        if self.has_errors:
            return RowState.ERROR
        if not self.changes:
            return RowState.UNCHANGED
        if self.marks:
            return RowState.WARNING
        return RowState.NEW if self.is_new else RowState.CHANGE

    @property
    def answer_place(self):
        return self.cells.answers[0].place if self.cells.answers else self.cells.code.place

    def warn(self, place, words):
        self.marks.append(Mark(place, words, self.question.code, is_warning=True))

    def refuse(self, place, words):
        self.marks.append(Mark(place, words, self.question.code))


class Checker:
    """`source` is the report as it stands now, `by` the person who fills it in."""

    def __init__(self, filled, source, by):
        self.signed, self.source, self.by = filled.signed, source, by
        self.checked = [self.check(cells) for cells in filled.questions]
        self.warn_of_conditions()

    def check(self, cells):
        answer = self.source.answer(cells.question)
        is_touched = self.is_touched(cells)
        typed = self.typed(cells, answer, is_touched)
        form = form_of(self.source, cells.question, answer, self.signed.language, self.by, typed)
        checked = Checked(cells, typed, form, list(typed.marks))
        self.take_links(checked)
        checked.is_idle = not (is_touched or typed.links or not cells.confirmed.is_empty)
        if is_touched and not checked.has_errors and self.is_outdated(cells, answer):
            self.refuse_to_overwrite(checked)
        if not checked.has_errors and not checked.is_idle:
            place_errors(checked)
        if is_touched and not checked.has_errors:
            warn_of_hidden(checked)
            warn_of_value(checked)
        self.warn_of_confirmation(checked)
        return checked

    def is_touched(self, cells):
        return cells.digest != self.signed.cells[cells.question.code]

    def typed(self, cells, answer, is_touched):
        """Cells that nobody touched say what the answer says now, also where it was changed on the page since."""
        reader = Reader(cells, self.signed.language)
        if is_touched:
            typed = reader.read()
        else:
            typed = typed_of(cells.question, answer.content if answer else None)
            for name, value in reader.asides().items():
                setattr(typed, name, value)
        if not typed.confirmed and answer and answer.carried_over != CarriedOver.UNCONFIRMED:
            typed.confirmed = answer.carried_over
        return typed

    def take_links(self, checked):
        """New ones only, each by the rule of the page."""
        known = {evidence.url for evidence in self.source.evidence_of(checked.question)}
        links = []
        for link in checked.typed.links:
            try:
                links.append(checked.form.fields["url"].clean(link))
            except ValidationError as error:
                checked.refuse(checked.cells.links.place, f"{link}: {' '.join(error.messages)}")
        checked.typed.links = [link for link in links if link not in known]

    def is_outdated(self, cells, answer):
        return (answer.version if answer else 0) != self.signed.versions[cells.question.code]

    def refuse_to_overwrite(self, checked):
        if checked.form.errors or says_the_same(checked.form.content(), checked.stored):
            return
        answer = checked.form.answer
        sentence = _(
            "{person} changed this answer on the page on {moment}, after the workbook was downloaded. Compare the two "
            "and change it on the page."
        )
        words = sentence.format(person=answer.changed_by or _("Somebody else"), moment=dates.moment(answer.changed_at))
        checked.refuse(checked.answer_place, words)

    def warn_of_confirmation(self, checked):
        """Said to be unchanged, and changed all the same: the answer counts, and the person is told."""
        said = checked.typed.confirmed if not checked.cells.confirmed.is_empty else ""
        if checked.has_errors or said != CarriedOver.UNCHANGED or not checked.form.is_carried_over:
            return
        if checked.content["carried_over"] == CarriedOver.CHANGED:
            sentence = _("You chose “{label}”, but the answer differs from that of the last cycle.")
            checked.warn(checked.cells.confirmed.place, sentence.format(label=CarriedOver.UNCHANGED.label))

    def warn_of_conditions(self):
        contents = {checked.question.pk: checked.content for checked in self.checked}
        for checked in self.checked:
            if checked.has_errors or not checked.changes or applies(checked.question, contents):
                continue
            sentence = _("This question is not asked of you now. {condition}")
            checked.warn(checked.answer_place, sentence.format(condition=condition_words(checked.question)))


def form_of(source, question, answer, language, by, typed, link=""):
    """The form of the page with what was typed. It takes one link at a time."""
    prefix = f"q{question.pk}"
    data = QueryDict(mutable=True)
    for name, values in posted(question, prefix, typed).items():
        data.setlist(name, values)
    data[f"{prefix}-text_language"] = (answer.text_language if answer else "") or language
    # Two editors are told apart by the versions of the workbook, before this form is asked.
    data[f"{prefix}-version"] = str(answer.version if answer else 0)
    data[f"{prefix}-url"] = link
    last = source.last.get(question.code)
    return AnswerForm(data, question=question, answer=answer, last=last, language=language, by=by, report=source.report)


def place_errors(checked):
    """What the form refuses, on the cell that it is about."""
    cells = checked.cells
    places = {
        "not_applicable": cells.not_applicable.place,
        "reason": cells.reason.place,
        "confirmed": cells.confirmed.place,
        "url": cells.links.place,
    }
    for name, sentences in checked.form.errors.items():
        for sentence in sentences:
            checked.refuse(places.get(name, checked.answer_place), str(sentence))


def warn_of_hidden(checked):
    hidden = next((cell for cell in checked.cells.own if cell.is_hidden and not cell.is_empty), None)
    if hidden is not None:
        checked.warn(hidden.place, _("This cell is in a hidden row, column or sheet. It was read all the same."))


def warn_of_value(checked):
    """What the page would ask about, such as a number far from that of the last cycle."""
    for words in warnings_of(checked.question, checked.content, checked.form.last):
        checked.warn(checked.answer_place, str(words))


def save(checked, source, by, language):
    """Writes the answer with its new links, as the page would."""
    answer = checked.form.answer
    for link in checked.typed.links or [""]:
        form = form_of(source, checked.question, answer, language, by, checked.typed, link)
        if not form.is_valid():
            raise ValueError(f"{checked.question.code} was good when it was read.")
        form.save(source.report, by)
        answer = form.answer
