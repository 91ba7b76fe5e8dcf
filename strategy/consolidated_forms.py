"""What the secretariat writes into a consolidated report, and which narratives it takes in which order."""

from django import forms
from django.utils.translation import gettext as _

from core.forms import RecordForm
from core.saving.forms import VersionedForm
from strategy.consolidated_snapshot import said_in
from strategy.models import ConsolidatedReport, NarrativeChoice


class ConsolidatedForm(RecordForm):
    translated_fields = ("title", "introduction", "findings", "conclusions", "annex_title")

    class Meta:
        model = ConsolidatedReport
        fields = ["original_language", "symbol", "annex_symbol"]


class NarrativeChoiceForm(VersionedForm):
    """Two fields for each entity that answered: does its text stand in the report, and at which place?

    Texts themselves are never changed. `reports` are those with an accepted submission, `flagged` the keys of those
    whose answer is marked for follow-up.
    """

    class Meta:
        model = NarrativeChoice
        fields = []

    def __init__(self, *args, reports, flagged=(), **kwargs):
        super().__init__(*args, **kwargs)
        said = said_in(self.instance.question, reports)
        self.said = sorted(said, key=lambda pair: self.instance.place_of(pair[0].entity.code))
        self.flagged = flagged
        for place, (report, _content) in enumerate(self.said, start=1):
            self._add_fields(report.entity, place)

    def _add_fields(self, entity, place):
        self.fields[f"take-{entity.code}"] = forms.BooleanField(
            label=_("{entity}: stands in the report").format(entity=entity),
            required=False,
            initial=entity.code not in self.instance.left_out,
        )
        self.fields[f"place-{entity.code}"] = forms.IntegerField(
            label=_("{entity}: place").format(entity=entity),
            min_value=1,
            max_value=999,
            initial=place,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        )

    @property
    def rows(self):
        """[(report, content, field of the choice, field of the place, is it marked for follow-up?)]"""
        return [
            (report, content, self[f"take-{code}"], self[f"place-{code}"], report.pk in self.flagged)
            for report, content in self.said
            for code in [report.entity.code]
        ]

    def save(self, commit=True):
        """Two with the same place keep the order in which they were shown."""
        codes = [report.entity.code for report, _content in self.said]
        self.instance.order = sorted(codes, key=lambda code: self.cleaned_data[f"place-{code}"])
        self.instance.left_out = [code for code in codes if not self.cleaned_data[f"take-{code}"]]
        return super().save(commit)
