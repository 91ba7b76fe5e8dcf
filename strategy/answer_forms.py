"""The form over one answer. Those of a page together: section_forms.py.

Saving a draft checks what was typed, never what is missing: that is said when the report is submitted.
"""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.files.fields import UploadField, give_files_to
from core.saving.conflicts import use_name
from core.saving.forms import MERGE, RESOLVE, STORED
from core.saving.values import digest
from core.saving.words import side_by_side
from strategy import evidence_finding
from strategy.contents import BLANK, essence, is_answered, says_the_same
from strategy.models import LONGEST_TEXT, TEXT_TYPES, Answer, CarriedOver, QuestionType
from strategy.pasted import tidy
from strategy.plausibility import warnings_of
from strategy.value_fields import value_field

LONGEST = {QuestionType.SHORT_TEXT: 500, QuestionType.LONG_TEXT: LONGEST_TEXT}
CONFIRMATIONS = [
    (CarriedOver.UNCHANGED, gettext_lazy("Unchanged: still true")),
    (CarriedOver.CHANGED, gettext_lazy("Changed: the new answer stands beside it")),
]
# Fields that name the evidence of an answer.
EVIDENCE = ("record", "url", "file", "removed")


@dataclass
class AnswerConflict:
    """The typed answer beside the stored one, for the page of comparison. An answer is one piece: one of both is kept,
    or a third that the person writes there."""

    form: "AnswerForm"
    typed: dict
    template_name = "strategy/_answer_conflict.html"

    @property
    def use(self):
        return use_name(self.form.prefix)

    @property
    def sides(self):
        """(stored, typed) as HTML with the differing words marked, where both are texts; else None."""
        contents = (self.form.stored, self.typed)
        if not self.form.question.is_text or any(content["not_applicable"] for content in contents):
            return None
        return side_by_side(*[content["text"] for content in contents])

    @property
    def stored_language(self):
        return languages.BY_CODE.get(self.form.stored["text_language"])

    @property
    def typed_language(self):
        return languages.BY_CODE.get(self.typed["text_language"])


def digest_of(content):
    return digest((str(essence(content)),))


class AnswerForm(forms.Form):
    """Of one question. `last` is the content of the last cycle, `language` the one in which the person `by` reads."""

    conflict = None  # an AnswerConflict, where somebody else saved another answer in between
    is_saved_whole = False
    found = None  # the Candidate that is named as evidence
    candidates = ()  # what the typed words can mean, where that is more than one

    text_language = forms.ChoiceField(label=gettext_lazy("Language of your text"), required=False)
    not_applicable = forms.BooleanField(label=gettext_lazy("This does not apply to us"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why it does not apply"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    confirmed = forms.ChoiceField(
        label=gettext_lazy("The answer of the last cycle"),
        required=False,
        choices=CONFIRMATIONS,
        widget=forms.RadioSelect,
    )
    record = forms.CharField(
        label=gettext_lazy("Add something from the portal"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("An initiative, decision, action point, document or resource: its number or its words."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off", "maxlength": 300}),
    )
    # What was chosen of the list: the kind and the key of a record.
    record_key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    url = forms.URLField(
        label=gettext_lazy("Add a link to a public document"), required=False, max_length=500, assume_scheme="https"
    )
    file = UploadField(
        label=gettext_lazy("Upload a file, only if neither fits"),
        required=False,
        help_text=gettext_lazy("Read by your entity and, once you submit, by the secretariat. Never published."),
    )
    removed = forms.MultipleChoiceField(
        label=gettext_lazy("Take away"), required=False, widget=forms.CheckboxSelectMultiple
    )
    # "It is right", said of the answer with this digest; and of which answer the page asked that.
    checked = forms.CharField(required=False)
    asked = forms.CharField(required=False, widget=forms.HiddenInput)
    # Tells two editors of the same answer apart.
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    # What the answer said then: one that this person left as it was does not take the place of a newer one.
    base = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data=None,
        files=None,
        *,
        question,
        by=None,
        answer=None,
        last=None,
        language="",
        evidence=(),
        report=None,
    ):
        self.question, self.by, self.answer, self.last, self.report = question, by, answer, last, report
        self.evidence = list(evidence)
        self.language = language or languages.current().code
        self.stored = answer.content if answer else dict(BLANK)
        if data is None:
            files = None  # or the form would count as sent
        prefix = f"q{question.pk}"
        self.keeps_stored = bool(data) and data.get(RESOLVE) == MERGE and data.get(use_name(prefix)) == STORED
        super().__init__(data, files, prefix=prefix, initial=self._initial())
        give_files_to(self, by, [evidence.file for evidence in self.evidence if evidence.file])
        self.fields["text_language"].choices = languages.choices()
        self.fields["removed"].choices = [(str(evidence.pk), str(evidence)) for evidence in self.evidence]
        if question.type in TEXT_TYPES:
            longest = min(question.longest or LONGEST[question.type], LONGEST[question.type])
            widget = forms.TextInput if question.type == QuestionType.SHORT_TEXT else forms.Textarea
            attributes = {"dir": "auto", "rows": 6} if widget is forms.Textarea else {"dir": "auto"}
            self.fields["text"] = forms.CharField(
                label=gettext_lazy("Your text"), required=False, max_length=longest, widget=widget(attrs=attributes)
            )
        else:
            self.fields["value"] = value_field(question, self.language)
        if not self.is_carried_over:
            del self.fields["confirmed"]
        self._mark_language()

    def _mark_language(self):
        """So that what was written is read aloud, hyphenated and checked in its own language."""
        language = languages.BY_CODE.get(self.initial["text_language"], languages.current())
        for name in {"text", "reason"} & self.fields.keys():
            self.fields[name].widget.attrs["lang"] = language.html

    def _initial(self):
        stored = self.stored
        confirmed = stored["carried_over"] if stored["carried_over"] != CarriedOver.UNCONFIRMED else ""
        return {
            "value": stored["value"],
            "text": stored["text"],
            "text_language": stored["text_language"] or self.language,
            "not_applicable": stored["not_applicable"],
            "reason": stored["reason"],
            "confirmed": confirmed,
            "version": self.answer.version if self.answer else 0,
            "base": digest_of(stored),
        }

    @property
    def is_carried_over(self):
        return bool(self.stored["carried_over"])

    @property
    def new_files(self):
        """Files that came for this answer and are not saved with it yet."""
        return self["file"].field.widget.shown(self["file"].value())

    @property
    def warnings(self):
        """What may be wrong with the stored answer."""
        return warnings_of(self.question, self.stored_now, self.last)

    @property
    def stored_now(self):
        return self.answer.content if self.answer else self.stored

    @property
    def check_mark(self):
        """What a page posts that says of the stored answer "it is right"."""
        return digest_of(self.stored_now)

    @property
    def is_checked(self):
        return bool(self.answer and self.answer.is_checked)

    @property
    def must_be_asked(self):
        """Has the answer a warning that its writer did not see yet?"""
        return bool(self.warnings) and not self.is_checked and self["asked"].data != self.check_mark

    @property
    def anchor(self):
        return f"q-{self.question.code}"

    @property
    def field(self):
        """The field that takes the answer itself."""
        return self["text"] if "text" in self.fields else self["value"]

    @property
    def choices(self):
        """[(code, label, is chosen)] of a question that is answered by choosing, as typed or as stored."""
        chosen = self["value"].value()
        chosen = chosen if isinstance(chosen, list) else [chosen]
        chosen = {str(code) for code in chosen if code is not None}
        return [(code, label, str(code) in chosen) for code, label in self.fields["value"].choices if code != ""]

    def clean(self):
        cleaned = super().clean()
        self._clean_record(cleaned)
        if "autosave" in self.data:
            self._forget_errors_of_evidence()
        if self.keeps_stored:
            return cleaned
        if cleaned.get("not_applicable") and self._was_answered(cleaned):
            self.add_error(
                "not_applicable", _("You gave an answer too. Take away the answer or the mark that it does not apply.")
            )
        if self.is_carried_over and not self.errors:
            is_same = says_the_same(self._content(cleaned), self.last)
            if is_same and cleaned.get("confirmed") == CarriedOver.CHANGED:
                self.add_error(
                    "confirmed", _("The answer is the same as in the last cycle. Change it, or choose “Unchanged”.")
                )
        self._refuse_to_overwrite(cleaned)
        return cleaned

    def _clean_record(self, cleaned):
        typed = cleaned.get("record", "")
        if not typed or self.report is None:  # a preview has no report to name it in
            return
        if cleaned.get("record_key"):
            self.found = evidence_finding.by_key(self.report, self.by, cleaned["record_key"])
            if self.found is None:
                self.add_error("record", _("This cannot be named as evidence. Choose something else."))
        elif not self.errors.get("record") and "autosave" not in self.data:
            self._find_record(typed)

    def _find_record(self, typed):
        candidates = evidence_finding.find(self.report, self.by, typed)
        if len(candidates) == 1:
            self.found = candidates[0]
        elif candidates:
            self.candidates = candidates
            self.add_error("record", _("This fits more than one. Choose which you mean."))
        else:
            self.add_error("record", _("Nothing of this number and with these words is in the portal."))

    def _forget_errors_of_evidence(self):
        """While one types, half a link is no reason to keep the answer waiting."""
        for name in EVIDENCE:
            self._errors.pop(name, None)

    def _was_answered(self, cleaned):
        return bool((cleaned.get("text") or "").strip()) or cleaned.get("value") not in (None, "", [], {})

    def _refuse_to_overwrite(self, cleaned):
        """Another answer was saved since this page was opened: the person is shown both."""
        if not self.answer or cleaned.get("version") == self.answer.version or self.errors:
            return
        typed = self._content(cleaned)
        if says_the_same(typed, self.stored):
            return
        if cleaned.get("base") == digest_of(typed):
            self.keeps_stored = True
            return
        self.conflict = AnswerConflict(self, typed)
        self.add_error(
            None,
            _("{person} saved another answer while you were writing. Save to compare the two.").format(
                person=self.answer.changed_by or _("Somebody else")
            ),
        )

    def _content(self, cleaned):
        text = tidy(cleaned.get("text") or "")
        reason = (cleaned.get("reason") or "").strip() if cleaned.get("not_applicable") else ""
        return BLANK | {
            "value": cleaned.get("value") if cleaned.get("value") not in ("", []) else None,
            "text": text,
            "text_language": cleaned.get("text_language") or self.language if text or reason else "",
            "not_applicable": bool(cleaned.get("not_applicable")),
            "reason": reason,
        }

    def content(self):
        """What will be kept, with what became of the answer that was carried over."""
        if self.keeps_stored:
            return dict(self.stored)
        content = self._content(self.cleaned_data)
        if self.is_carried_over:
            content["carried_over"] = self._carried_over(content)
        return content

    def _carried_over(self, content):
        if not says_the_same(content, self.last):
            return CarriedOver.CHANGED
        is_confirmed = self.cleaned_data.get("confirmed") == CarriedOver.UNCHANGED
        return CarriedOver.UNCHANGED if is_confirmed else CarriedOver.UNCONFIRMED

    @property
    def has_rest(self):
        """Was something typed that saving by itself does not take?"""
        if self.errors:
            return True
        return not self.is_saved_whole and any(self[name].data for name in EVIDENCE)

    def save(self, report, by, with_evidence=True):
        """Writes the answer where it differs; an answer that was never given makes no row."""
        self.is_saved_whole = with_evidence
        content = self.content()
        is_new = content != self.stored and (self.answer is not None or is_answered(content))
        evidence_changes = with_evidence and any(self.cleaned_data[name] for name in EVIDENCE)
        checked_value = self._checked_value(content)
        is_checked_anew = self.answer is not None and checked_value != self.answer.checked_value
        if not is_new and not evidence_changes and not is_checked_anew:
            return False
        answer = self.answer or Answer(report=report, question=self.question)
        answer.checked_value = checked_value
        for name, value in content.items():
            setattr(answer, name, value)
        answer.changed_by = by
        answer.save()
        self.answer = answer
        if evidence_changes:
            self._save_evidence(answer)
        return True

    def _checked_value(self, content):
        """What the page did not ask about stays as it was said before."""
        if not self.cleaned_data["asked"]:
            return self.answer.checked_value if self.answer else None
        is_right = self.cleaned_data["checked"] == self.cleaned_data["asked"] == digest_of(content)
        return content["value"] if is_right else None

    def _save_evidence(self, answer):
        cleaned = self.cleaned_data
        answer.evidence.filter(pk__in=cleaned["removed"]).delete()
        if self.found:
            answer.evidence.get_or_create(**self.found.fields)
        if cleaned["url"]:
            own = evidence_finding.at_address(self.report, self.by, cleaned["url"])
            answer.evidence.get_or_create(**(own.fields if own else {"url": cleaned["url"]}))
        if cleaned["file"]:
            answer.evidence.get_or_create(file=cleaned["file"])
