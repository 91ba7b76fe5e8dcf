"""The short form with which note takers log what is said while it is said."""

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from entities.models import Entity
from meetings.forms import EntityChoiceField
from meetings.models import Intervention, InterventionKind

EXCERPT = 90  # characters of a text in a list of choices


class QuestionField(forms.ModelChoiceField):
    def label_from_instance(self, question):
        return f"{question.entity}: {excerpt(question)}"


def excerpt(record):
    return Truncator(languages.text_of(record, "text")).chars(EXCERPT)


def questions_of(meeting, user):
    return Intervention.objects.visible_to(user).filter(meeting=meeting).questions().select_related("entity")


def check_question_and_answer(form, cleaned):
    """What answers a question is an answer, and only a question is put to somebody."""
    if cleaned.get("answers"):
        cleaned["kind"] = InterventionKind.ANSWER
    if cleaned.get("addressed_to") and cleaned.get("kind") != InterventionKind.QUESTION:
        form.add_error("addressed_to", _("Only a question is addressed to an entity."))
    return cleaned


class EntitySelect(forms.Select):
    """Each option knows the entity's acronyms and names in all languages, by which static/js/combobox.js finds it."""

    def create_option(self, *args, **kwargs):
        option = super().create_option(*args, **kwargs)
        entity = getattr(option["value"], "instance", None)
        if entity:
            words = [getattr(entity, column) for column in languages.columns("acronym", "name")]
            option["attrs"]["data-words"] = " ".join(dict.fromkeys(filter(None, words)))
        return option


class QuickInterventionForm(forms.ModelForm):
    """One text in the language in which the note taker writes. It goes on record at once."""

    entity = EntityChoiceField(
        label=gettext_lazy("Entity"), queryset=Entity.objects.order_by("code"), widget=EntitySelect
    )
    answers = QuestionField(label=gettext_lazy("Answer to"), queryset=Intervention.objects.none(), required=False)
    addressed_to = EntityChoiceField(
        label=gettext_lazy("Question to"), queryset=Entity.objects.order_by("code"), required=False
    )
    text = forms.CharField(label=gettext_lazy("What was said"), widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}))

    class Meta:
        model = Intervention
        fields = ["entity", "kind", "answers", "addressed_to", "item", "original_language"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        meeting = self.instance.meeting
        self.fields["item"].queryset = meeting.items.all()
        self.fields["item"].empty_label = _("The meeting as a whole")
        self.fields["answers"].queryset = questions_of(meeting, user)
        self.fields["answers"].empty_label = _("No question")
        self.fields["addressed_to"].empty_label = _("Everybody")

    def clean(self):
        return check_question_and_answer(self, super().clean())

    def _post_clean(self):
        column = languages.column("text", self.cleaned_data.get("original_language") or languages.DEFAULT)
        setattr(self.instance, column, self.cleaned_data.get("text", ""))
        super()._post_clean()

    def find_same(self):
        """What was sent twice, because the first answer got lost, or the button was pressed again."""
        said = self.instance
        column = languages.column("text", said.original_language)
        same = {name: getattr(said, name) for name in ("meeting", "item", "entity", "kind", "answers", column)}
        return Intervention.objects.on_record().filter(**same).first()
