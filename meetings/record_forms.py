"""Forms for what is said and decided in a meeting, and for the work that follows."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.forms import RecordForm
from core.typed_digits import DayInput
from entities.models import Entity
from initiatives.models import Initiative
from meetings.forms import EntityChoiceField, entity_label
from meetings.live_forms import QuestionField, check_question_and_answer, questions_of
from meetings.models import ActionPoint, AgendaItem, Decision, Intervention, ProgressNote


class InitiativesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, initiative):
        return format_html("{} {}", initiative.code, languages.marked(initiative, "short_title", "title"))


class EntitiesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, entity):
        return entity_label(entity)


class NamesInitiatives:
    """Of a form whose record names initiatives. Links to those that this person does not see stay as they are."""

    def offer_initiatives(self, user):
        visible = Initiative.objects.visible_to(user).filter(replaces=None)
        self.fields["initiatives"].queryset = visible.order_by("code")

    def _save_m2m(self):
        hidden = list(self.instance.initiatives.exclude(pk__in=self.fields["initiatives"].queryset.values("pk")))
        super()._save_m2m()
        self.instance.initiatives.add(*hidden)


class InterventionForm(NamesInitiatives, RecordForm):
    """What an entity said. `meeting` and `user` decide which items, entities and initiatives can be chosen."""

    translated_fields = ("text",)
    required_translated = ("text",)

    entity = EntityChoiceField(label=gettext_lazy("Entity"), queryset=Entity.objects.none())
    speaker_title = forms.CharField(
        label=gettext_lazy("Function of the speaker"),
        max_length=150,
        required=False,
        help_text=gettext_lazy("In the language in which the intervention is written."),
    )
    answers = QuestionField(label=gettext_lazy("Answer to"), queryset=Intervention.objects.none(), required=False)
    addressed_to = EntityChoiceField(
        label=gettext_lazy("Question to"),
        queryset=Entity.objects.order_by("code"),
        required=False,
        help_text=gettext_lazy("For a question: the entity that is asked finds it on its desk."),
    )
    initiatives = InitiativesField(
        label=gettext_lazy("Initiatives mentioned"),
        queryset=Initiative.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The page of each initiative will lead to this intervention."),
    )

    class Meta:
        model = Intervention
        fields = [
            "entity",
            "item",
            "kind",
            "answers",
            "addressed_to",
            "original_language",
            "speaker_name",
            "initiatives",
            "processes",
            "goals",
        ]
        widgets = {"processes": forms.CheckboxSelectMultiple, "goals": forms.CheckboxSelectMultiple}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.offer_initiatives(user)
        self.fields["item"].queryset = AgendaItem.objects.visible_to(user).filter(meeting=self.instance.meeting)
        self.fields["item"].empty_label = _("The meeting as a whole")
        self.fields["answers"].queryset = questions_of(self.instance.meeting, user).exclude(pk=self.instance.pk)
        self.fields["answers"].empty_label = _("No question")
        self.fields["addressed_to"].empty_label = _("Everybody")
        entities = Entity.objects.spoken_for_by(user)
        if self.instance.pk:
            # It stays the word of the entity for which it was written.
            del self.fields["entity"]
            column = languages.column("speaker_title", self.instance.original_language)
            self.initial["speaker_title"] = getattr(self.instance, column)
        else:
            self.fields["entity"].queryset = entities.order_by("code")
            self.initial["original_language"] = languages.current().code

    def clean(self):
        return check_question_and_answer(self, super().clean())

    @property
    def asks_for_entity(self):
        return "entity" in self.fields and len(self.fields["entity"].queryset) > 1

    def _post_clean(self):
        super()._post_clean()
        column = languages.column("speaker_title", self.instance.original_language)
        setattr(self.instance, column, self.cleaned_data.get("speaker_title", ""))


class DecisionForm(NamesInitiatives, RecordForm):
    translated_fields = ("text",)
    required_translated = ("text",)

    initiatives = InitiativesField(
        label=gettext_lazy("Initiatives"),
        queryset=Initiative.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The page of each initiative will lead to this decision."),
    )

    class Meta:
        model = Decision
        fields = ["item", "original_language", "nodes", "initiatives"]
        widgets = {"nodes": forms.CheckboxSelectMultiple}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_initiatives(user)
        self.fields["item"].queryset = self.instance.meeting.items.all()
        if self.instance._state.adding:
            self.initial["original_language"] = languages.current().code


class ActionPointForm(RecordForm):
    translated_fields = ("text",)
    required_translated = ("text",)

    owners = EntitiesField(
        label=gettext_lazy("Owners"), queryset=Entity.objects.order_by("code"), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = ActionPoint
        fields = ["decision", "item", "owners", "due", "is_important", "original_language"]
        widgets = {"due": DayInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["decision"].queryset = self.instance.meeting.decisions.all()
        self.fields["item"].queryset = self.instance.meeting.items.all()
        if self.instance._state.adding:
            self.initial["original_language"] = languages.current().code

    def clean_due(self):
        due = self.cleaned_data["due"]
        if due and due < self.instance.meeting.date:
            raise forms.ValidationError(_("The date lies before the meeting."))
        return due


class ProgressNoteForm(forms.ModelForm):
    """One text in the language of its writer. The secretariat may write for an owner, and says how it was told."""

    text = forms.CharField(
        label=gettext_lazy("What was done since the last note"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
    entity = EntityChoiceField(
        label=gettext_lazy("On behalf of"),
        queryset=Entity.objects.none(),
        required=False,
        empty_label=gettext_lazy("The secretariat itself"),
    )

    class Meta:
        model = ProgressNote
        fields = ["url", "original_language", "entity", "channel"]

    field_order = ["text", "url", "entity", "channel", "original_language"]

    def __init__(self, *args, owners=None, **kwargs):
        """`owners` are the entities for which the writer may pass on what they told; none for their own people."""
        super().__init__(*args, **kwargs)
        self.initial["original_language"] = languages.current().code
        if owners is None:
            del self.fields["entity"], self.fields["channel"]
        else:
            self.fields["entity"].queryset = owners

    def clean(self):
        cleaned = super().clean()
        entity, channel = cleaned.get("entity"), cleaned.get("channel")
        if entity and not channel:
            self.add_error("channel", _("Say how the entity told you."))
        elif channel and not entity and "entity" not in self.errors:
            self.add_error("entity", _("Choose the entity that told you."))
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        self.instance.set_text(self.cleaned_data.get("text", ""))
