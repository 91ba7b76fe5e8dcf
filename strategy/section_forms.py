"""The forms of the answers that one page shows: of a section, or of everything that is open."""

from django.http import QueryDict

from core.files.fields import carry_files
from strategy.answer_forms import AnswerForm, digest_of
from strategy.evidence import evidence_of


def posted(data, question):
    """The data, where it holds something of this question. One that was not on the page stays as it is."""
    prefix = f"q{question.pk}-"
    return data if data is not None and any(name.startswith(prefix) for name in data) else None


class SectionForms:
    """The answers of one page: valid ones are saved, the others stay as they were typed."""

    def __init__(self, data, files, report, questions, answers, last, language, by):
        """`answers` is {question id: Answer}, `last` {question code: content} of the last cycle."""
        self.report = report
        evidence = evidence_of(report, by)
        self.forms = [
            AnswerForm(
                posted(data, question),
                files,
                question=question,
                answer=(answer := answers.get(question.pk)),
                last=last.get(question.code),
                language=language,
                by=by,
                evidence=evidence.get(answer.pk, []) if answer else [],
                report=report,
            )
            for question in questions
        ]

    def is_valid(self):
        # A list, so that every form is checked and not only up to the first that fails.
        return all([form.is_valid() for form in self.forms if form.is_bound])  # noqa: C419

    @property
    def errors(self):
        """[(anchor, sentence)] for the summary above the form."""
        return [
            (form.anchor, f"{form.question.code} {sentence}")
            for form in self.forms
            if form.is_bound
            for sentences in form.errors.values()
            for sentence in sentences
        ]

    def not_taken(self, data):
        """The posted fields of the answers that were not saved whole."""
        prefixes = tuple(f"{form.prefix}-" for form in self.forms if form.is_bound and form.has_rest)
        rest = QueryDict(mutable=True)
        for name, values in data.lists():
            if name.startswith(prefixes):
                rest.setlist(name, values)
        for form in self.forms:
            if form.is_bound and form.has_rest:
                carry_files(rest, form)
        return rest

    @property
    def conflicts(self):
        return [form.conflict for form in self.forms if form.is_bound and not form.is_valid() and form.conflict]

    @property
    def versions(self):
        """{hidden field: value} of the answers as they stand now, without those that were refused."""
        saved = [form for form in self.forms if form.is_bound and form.answer and form.is_valid()]
        versions = {form.add_prefix("version"): str(form.answer.version) for form in saved}
        return versions | {form.add_prefix("base"): digest_of(form.answer.content) for form in saved}

    def carried(self, data):
        """For the page of comparison: what was typed and not saved, but for the answers that can be changed there."""
        carried = self.not_taken(data)
        if "go" in data:
            carried["go"] = data["go"]
        for conflict in self.conflicts:
            form = conflict.form
            shown = tuple(f"{form.prefix}-{name}" for name in ("value", "text", "not_applicable", "reason"))
            for name in [name for name in carried if name.startswith(shown)]:
                del carried[name]
            carried[form.add_prefix("version")] = str(form.answer.version)
            carried[form.add_prefix("base")] = digest_of(form.stored)
        return carried

    def save(self, by, with_evidence=True):
        """Saves what is valid and says how many answers changed. The caller holds the lock on the report."""
        saved = sum(form.save(self.report, by, with_evidence) for form in self.forms if form.is_valid())
        if saved:
            self.report.changed_by = by
            self.report.save()
        return saved
