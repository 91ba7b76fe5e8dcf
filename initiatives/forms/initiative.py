"""The form of an initiative: a draft saves with a title, all else is asked for at submission."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages, reference
from core.forms import RecordForm
from core.models import Goal, Modality, Target, Theme
from core.partial_dates import PartialDateField
from entities.models import Entity
from initiatives.choices import GoalBasis
from initiatives.models import Initiative, InitiativeGoal


class TermField(forms.ModelMultipleChoiceField):
    """Check boxes of a vocabulary, by code, in the language of the page."""

    def __init__(self, model, **kwargs):
        super().__init__(
            model.objects.order_by_translated("name"),
            to_field_name="code",
            widget=forms.CheckboxSelectMultiple,
            required=False,
            **kwargs,
        )


class TargetsField(forms.CharField):
    """Targets by their numbers: 8.7, 13.b."""

    def clean(self, value):
        # Commas and semicolons of all six languages part the numbers.
        codes = {code.strip().lower() for code in re.split("[,;،؛，；、]", super().clean(value)) if code.strip()}
        known = {target.code.lower(): target for target in Target.objects.all()} if codes else {}
        unknown = sorted(code for code in codes if code not in known)
        if unknown:
            raise forms.ValidationError(
                _("These are not targets of the Goals: {codes}. Write them like 8.7 or 13.b.").format(
                    codes=", ".join(unknown)
                )
            )
        return [known[code] for code in sorted(codes)]


def goal_choices():
    return [(str(number), f"{number} {reference.goal_name(number)}") for number in reference.names(Goal, "number")]


class InitiativeForm(RecordForm):
    translated_fields = (
        "title",
        "short_title",
        "summary",
        "challenge",
        "solution",
        "south_south_element",
        "results",
        "innovation",
        "sustainability",
        "replicability",
        "keywords",
        "lead_note",
        "period_note",
        "status_note",
        "budget_note",
    )
    required_translated = ("title",)
    # As they stand on the page, so that the list of errors does too.
    page_order = [
        "original_language", *languages.columns("title", "summary"), "cooperation_type", "instrument", "method",
        "goals", "themes", "modalities", "main_goal", "targets", *languages.columns("short_title", "keywords"),
        *languages.columns("lead_note"), "start", "end", "status",
    ]  # fmt: skip

    goals = forms.MultipleChoiceField(
        label=gettext_lazy("Goals"), choices=goal_choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    main_goal = forms.ChoiceField(label=gettext_lazy("Main Goal"), choices=goal_choices, required=False)
    targets = TargetsField(
        label=gettext_lazy("SDG targets"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Their numbers, with commas between them, such as 8.7, 13.b."),
    )
    themes = TermField(Theme, label=gettext_lazy("Themes"))
    modalities = TermField(Modality, label=gettext_lazy("Modalities"))
    start = PartialDateField(
        label=gettext_lazy("Start"), required=False, help_text=gettext_lazy("Such as 2024, 2024-07 or 2024-07-30.")
    )
    end = PartialDateField(
        label=gettext_lazy("End"),
        required=False,
        last=True,
        help_text=gettext_lazy("Leave it empty while no end is planned."),
    )
    working_translations = forms.MultipleChoiceField(
        label=gettext_lazy("Working translations"),
        choices=languages.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Languages whose text is a working translation that language staff have not reviewed."),
    )

    class Meta:
        model = Initiative
        fields = [
            "original_language",
            "cooperation_type",
            "instrument",
            "method",
            "themes",
            "modalities",
            "status",
            "people_reached",
            "contact",
            "contact_is_public",
            "gender_marker",
            "youth_marker",
            "disability_marker",
            "climate_marker",
            "good_practice",
            "nominated_by",
            "working_translations",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(self.page_order)
        self.fields["nominated_by"].queryset = Entity.objects.order_by_translated("acronym")
        self.fields["main_goal"].choices = [("", _("None stated")), *goal_choices()]
        self.initial |= {"start": self.instance.start_value, "end": self.instance.end_value}
        if self.instance.pk:
            goals = list(self.instance.goals.values_list("goal__number", "is_primary"))
            self.initial |= {
                "goals": [str(number) for number, _primary in goals],
                "main_goal": next((str(number) for number, primary in goals if primary), ""),
                "targets": ", ".join(self.instance.targets.values_list("code", flat=True)),
                "themes": list(self.instance.themes.values_list("code", flat=True)),
                "modalities": list(self.instance.modalities.values_list("code", flat=True)),
            }

    def clean(self):
        cleaned = super().clean()
        start, _start_precision = cleaned.get("start") or (None, None)
        end, _end_precision = cleaned.get("end") or (None, None)
        if start and end and end < start:
            self.add_error("end", _("The end cannot be before the start."))
        main = cleaned.get("main_goal")
        if main and main not in cleaned.get("goals", []):
            self.add_error("main_goal", _("The main Goal must be one of the Goals that you chose."))
        if cleaned.get("good_practice") is False and cleaned.get("nominated_by"):
            self.add_error("nominated_by", _("Only a good practice is nominated: choose “good practice” too."))
        original = cleaned.get("original_language")
        cleaned["working_translations"] = [code for code in cleaned.get("working_translations", []) if code != original]
        return cleaned

    def _post_clean(self):
        for name in ("start", "end"):
            if isinstance(self.cleaned_data.get(name), tuple):
                day, precision = self.cleaned_data[name]
                setattr(self.instance, name, day)
                setattr(self.instance, f"{name}_precision", precision)
        super()._post_clean()

    def _save_m2m(self):
        super()._save_m2m()
        self.instance.targets.set(self.cleaned_data["targets"])
        self._save_goals()

    def _save_goals(self):
        """Goals that stay keep the basis on which they were given."""
        chosen = {int(number) for number in self.cleaned_data["goals"]}
        self.instance.goals.exclude(goal__number__in=chosen).delete()
        self.instance.goals.update(is_primary=False)
        known = set(self.instance.goals.values_list("goal__number", flat=True))
        for goal in Goal.objects.filter(number__in=chosen - known):
            InitiativeGoal.objects.create(initiative=self.instance, goal=goal, basis=GoalBasis.REPORTED)
        if self.cleaned_data["main_goal"]:
            self.instance.goals.filter(goal__number=self.cleaned_data["main_goal"]).update(is_primary=True)


class LeadForm(forms.Form):
    """Which entity leads a new initiative: one that the person serves; for the secretariat any."""

    lead = forms.ModelChoiceField(
        label=gettext_lazy("Lead entity"), queryset=Entity.objects.none(), to_field_name="code", empty_label=None
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        entities = Entity.objects.spoken_for_by(user)
        self.fields["lead"].queryset = entities.order_by_translated("acronym")
