"""The form of a cycle: who reports on what, and until when."""

from django import forms
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.forms import RecordForm
from core.typed_digits import DayInput
from entities.models import Entity
from entities.timezones import city, city_choices
from strategy.models import Cycle, CycleState, Questionnaire
from strategy.models.cycles import DAYS

# Before a cycle opened it may still ask for something else.
FIXED_ONCE_OPEN = ("questionnaires",)


class EntitiesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, entity):
        return f"{languages.text_of(entity, 'acronym')} – {languages.text_of(entity, 'name')}"


class QuestionnairesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, questionnaire):
        title = languages.text_of(questionnaire, "title")
        return _("{title}, edition {number}").format(title=title, number=questionnaire.edition)


class CycleForm(RecordForm):
    translated_fields = ("title", "note")
    required_translated = ("title",)

    questionnaires = QuestionnairesField(
        label=gettext_lazy("Questionnaires"),
        queryset=Questionnaire.objects.order_by("code", "-edition"),
        widget=forms.CheckboxSelectMultiple,
    )
    entities = EntitiesField(
        label=gettext_lazy("Entities asked"),
        queryset=Entity.objects.order_by("code"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("The share of answers is counted of these: n answered of n asked."),
    )
    time_zone = forms.ChoiceField(
        label=gettext_lazy("City whose day counts"),
        choices=city_choices,
        help_text=gettext_lazy("Every date is meant until the end of the day in this city."),
    )

    class Meta:
        model = Cycle
        fields = ["original_language", "year", *DAYS, "time_zone", "questionnaires", "entities"]
        widgets = dict.fromkeys(DAYS, DayInput)
        help_texts = {
            "opens_on": gettext_lazy("The cycle opens by itself in the first minute of this day."),
            "closes_on": gettext_lazy("The cycle closes by itself at the end of this day."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            self.initial.setdefault("original_language", languages.current().code)
            self.initial.setdefault("time_zone", self.instance.time_zone)
        elif self.instance.state != CycleState.PLANNED:
            for name in FIXED_ONCE_OPEN:
                self.fields[name].disabled = True

    def clean_entities(self):
        """An entity that began its report stays asked."""
        entities = self.cleaned_data["entities"]
        if self.instance._state.adding:
            return entities
        begun = Entity.objects.filter(reports__cycle=self.instance).exclude(pk__in=entities).distinct()
        if begun:
            names = ", ".join(str(entity) for entity in begun)
            raise forms.ValidationError(_("These have begun their reports and stay asked: {names}").format(names=names))
        return entities

    def save(self, commit=True):
        # Shown by Cycle.place in the language of the reader; kept in one that files and logs can rely on.
        with translation.override(languages.DEFAULT):
            self.instance.city = str(city(self.instance.time_zone))
        return super().save(commit)
