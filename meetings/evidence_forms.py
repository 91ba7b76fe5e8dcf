"""Giving evidence for an action point: each field that is filled becomes one piece."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.files.fields import UploadField, give_files_to
from initiatives.models import Initiative
from meetings.live_forms import excerpt
from meetings.models import ActionPointEvidence, Decision, MeetingDocument
from meetings.models.evidence import KINDS
from strategy.models import Answer


class InitiativeField(forms.ModelChoiceField):
    def label_from_instance(self, initiative):
        return format_html("{} {}", initiative.code, languages.marked(initiative, "short_title", "title"))


class DecisionField(forms.ModelChoiceField):
    def label_from_instance(self, decision):
        return f"{decision.number} {excerpt(decision)}"


class DocumentField(forms.ModelChoiceField):
    def label_from_instance(self, document):
        return f"{document.meeting.date:%Y-%m-%d} {document}"


class AnswerField(forms.ModelChoiceField):
    def label_from_instance(self, answer):
        cycle = languages.text_of(answer.report.cycle, "title")
        return f"{answer.report.entity}, {cycle}, {answer.question.code}"


class EvidenceForm(forms.Form):
    """Only what the person may see can be chosen; reports and initiatives are those of the owners."""

    url = forms.URLField(
        label=gettext_lazy("Link to where it can be seen"), required=False, max_length=500, assume_scheme="https"
    )
    initiative = InitiativeField(label=gettext_lazy("Initiative"), queryset=Initiative.objects.none(), required=False)
    answer = AnswerField(label=gettext_lazy("Answer of a report"), queryset=Answer.objects.none(), required=False)
    decision = DecisionField(label=gettext_lazy("Decision"), queryset=Decision.objects.none(), required=False)
    document = DocumentField(
        label=gettext_lazy("Paper of a meeting"), queryset=MeetingDocument.objects.none(), required=False
    )
    file = UploadField(label=gettext_lazy("File"), required=False, help_text=gettext_lazy("All members can read it."))

    def __init__(self, *args, point, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.point, self.person = point, person
        owners = point.owners.all()
        initiatives = Initiative.objects.visible_to(person).filter(replaces=None)
        answers = Answer.objects.visible_to(person).filter(report__entity__in=owners)
        decisions = Decision.objects.visible_to(person).exclude(pk=point.decision_id)
        documents = MeetingDocument.objects.visible_to(person).filter(meeting__date__gte=point.meeting.date)
        self.fields["initiative"].queryset = initiatives.order_by("code")
        self.fields["answer"].queryset = answers.select_related("question", "report__entity", "report__cycle").order_by(
            "-report__cycle__year", "report__entity__code", "question__section__position", "question__position"
        )
        self.fields["decision"].queryset = decisions.order_by("-year", "-serial")
        self.fields["document"].queryset = documents.select_related("meeting").order_by("-meeting__date", "pk")
        give_files_to(self, person)

    def clean(self):
        cleaned = super().clean()
        self.pieces = {name: self.piece(name, cleaned[name]) for name in KINDS if cleaned.get(name)}
        if not self.pieces and not self.errors:
            raise ValidationError(_("Give a link, choose a record or add a file."))
        for name, piece in self.pieces.items():
            try:
                piece.validate_constraints()
            except ValidationError as refusal:
                self.add_error(name, refusal.messages)
        return cleaned

    def piece(self, name, value):
        return ActionPointEvidence(action_point=self.point, added_by=self.person, **{name: value})

    @transaction.atomic
    def save(self):
        for piece in self.pieces.values():
            piece.save()
