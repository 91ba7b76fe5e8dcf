"""Forms of the secretariat over frameworks, their parts and their indicators."""

from django import forms
from django.utils.translation import gettext_lazy

from core.forms import RecordForm
from strategy.models import Framework, Indicator, Node


class FrameworkForm(RecordForm):
    translated_fields = ("title", "short_title", "description")
    required_translated = ("title",)

    class Meta:
        model = Framework
        fields = [
            "original_language",
            "is_official_title",
            "symbol",
            "status",
            "period_start",
            "period_end",
            "source",
            "source_url",
            "note",
        ]


class NewFrameworkForm(FrameworkForm):
    """Code and address are chosen once: questionnaires, files and bookmarks name them."""

    class Meta(FrameworkForm.Meta):
        fields = ["code", "slug", *FrameworkForm.Meta.fields]
        help_texts = {
            "code": gettext_lazy("Such as UNSWS-2026-2029. It stays the same in all versions."),
            "slug": gettext_lazy("Last part of the address of its page, in small letters: un-strategy-2026-2029."),
        }


class NodeForm(RecordForm):
    """Of one framework, which the view gives the instance."""

    translated_fields = ("text", "description")
    required_translated = ("text",)

    class Meta:
        model = Node
        fields = ["parent", "kind", "code", "original_language", "is_sample", "source"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        parts = Node.objects.filter(framework=self.instance.framework_id).exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = parts
        self.fields["parent"].empty_label = gettext_lazy("No other part: it stands at the top")


class IndicatorForm(RecordForm):
    translated_fields = ("title", "short_title", "definition", "unit_label", "disaggregation")
    required_translated = ("title",)

    class Meta:
        model = Indicator
        fields = [
            "node",
            "code",
            "original_language",
            "unit",
            "direction",
            "aggregation",
            "baseline_value",
            "baseline_year",
            "target_value",
            "target_year",
        ]

    def __init__(self, *args, framework, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["node"].queryset = Node.objects.filter(framework=framework)


class CorrectionForm(RecordForm):
    """Of a version on which entities reported: a slip of the pen, a translation."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.is_correction = True


class NodeCorrectionForm(CorrectionForm):
    translated_fields = ("text", "description")
    required_translated = ("text",)

    class Meta:
        model = Node
        fields = ["is_sample", "source"]


class IndicatorCorrectionForm(CorrectionForm):
    translated_fields = ("title", "short_title", "definition", "unit_label", "disaggregation")
    required_translated = ("title",)

    class Meta:
        model = Indicator
        fields = []


class MoveForm(forms.Form):
    """One line of the tree, one place."""

    part = forms.IntegerField(min_value=1, required=False)
    indicator = forms.IntegerField(min_value=1, required=False)
    to = forms.ChoiceField(choices=[("up", "up"), ("down", "down")])
