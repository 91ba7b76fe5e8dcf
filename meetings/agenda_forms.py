"""Forms of the page of the agenda: an item with its presenters, a heading, a line added quickly; proposals; answers to
what is still open."""

from django import forms
from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.forms import RecordForm
from entities.models import Entity
from meetings.forms import EntityChoiceField, ItemForm, entity_choices
from meetings.models import AgendaItem, AgendaProposal, AgendaSection, ItemKind, Presenter, ProgressNote
from meetings.proposals import proposing_entities

MOST_PRESENTERS = 6


class ItemPageForm(ItemForm):
    """One item without its number, which follows from the order of the agenda, and with those who present it."""

    number = None

    class Meta(ItemForm.Meta):
        fields = [name for name in ItemForm.Meta.fields if name != "number"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", "---------"), *entity_choices()]  # read once for all rows
        for row in range(MOST_PRESENTERS):
            entity = EntityChoiceField(label=_("Entity"), queryset=Entity.objects.order_by("code"), required=False)
            entity.choices = choices
            self.fields[f"presenter_{row}"] = entity
            self.fields[f"presenter_name_{row}"] = forms.CharField(label=_("Person"), max_length=150, required=False)
        for row, (entity_id, name) in enumerate(self.stored_presenters[:MOST_PRESENTERS]):
            self.initial |= {f"presenter_{row}": entity_id, f"presenter_name_{row}": name}

    @cached_property
    def stored_presenters(self):
        return list(self.instance.presenters.values_list("entity", "person_name")) if self.instance.pk else []

    @property
    def presenter_rows(self):
        """[(field of the entity, field of the person)]"""
        return [(self[f"presenter_{row}"], self[f"presenter_name_{row}"]) for row in range(MOST_PRESENTERS)]

    @property
    def shown_presenters(self):
        """Rows in use, and one more to write in; the others are folded."""
        used = [row for row, pair in enumerate(self.presenter_rows) if any(field.value() for field in pair)]
        return self.presenter_rows[: max(used, default=-1) + 2]

    @property
    def folded_presenters(self):
        return self.presenter_rows[len(self.shown_presenters) :]

    def given_presenters(self):
        """Each once: the same line written twice names nobody more."""
        rows = [
            (self.cleaned_data[f"presenter_{row}"], self.cleaned_data[f"presenter_name_{row}"])
            for row in range(MOST_PRESENTERS)
        ]
        return list(dict.fromkeys((entity and entity.pk, name) for entity, name in rows if entity or name))

    @transaction.atomic
    def save(self, commit=True):
        item = super().save(commit)
        given = self.given_presenters()
        if given != self.stored_presenters:
            item.presenters.all().delete()
            Presenter.objects.bulk_create(
                Presenter(item=item, entity_id=entity_id, person_name=name, position=position)
                for position, (entity_id, name) in enumerate(given)
            )
        return item


class QuickItemForm(forms.Form):
    """An item in one line, in the language of the meeting."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    minutes = forms.IntegerField(label=gettext_lazy("Minutes"), min_value=1, max_value=600, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=ItemKind, initial=ItemKind.OTHER)

    def item_of(self, meeting):
        written = self.cleaned_data
        title = {languages.column("title", meeting.original_language): written["title"]}
        return AgendaItem(
            minutes=written["minutes"], kind=written["kind"], original_language=meeting.original_language, **title
        )


class QuickSectionForm(forms.Form):
    heading = forms.CharField(label=gettext_lazy("Heading of a section"), max_length=300)

    def section_of(self, meeting):
        title = {languages.column("title", meeting.original_language): self.cleaned_data["heading"]}
        return AgendaSection(original_language=meeting.original_language, **title)


class SectionForm(RecordForm):
    translated_fields = ("title",)
    required_translated = ("title",)

    class Meta:
        model = AgendaSection
        fields = []


class AgendaProposalForm(RecordForm):
    """What an entity wants to be discussed. `user` decides for which entity."""

    translated_fields = ("title", "reason")
    required_translated = ("title", "reason")

    entity = EntityChoiceField(label=gettext_lazy("Entity"), queryset=Entity.objects.none())

    class Meta:
        model = AgendaProposal
        fields = ["entity", "original_language", "kind", "minutes"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["entity"]  # it stays the proposal of the entity that made it
            return
        self.fields["entity"].queryset = proposing_entities(user).order_by("code")
        self.initial["original_language"] = languages.current().code

    @property
    def asks_for_entity(self):
        return "entity" in self.fields and len(self.fields["entity"].queryset) > 1


class FollowUpForm(forms.Form):
    """One field for each action point that the person may report on; what stays empty writes no note."""

    original_language = forms.ChoiceField(label=gettext_lazy("Language in which you write"), choices=languages.choices)

    def __init__(self, *args, points, **kwargs):
        super().__init__(*args, **kwargs)
        self.points = points
        self.initial.setdefault("original_language", languages.current().code)
        for point in points:
            self.fields[f"point_{point.pk}"] = forms.CharField(
                label=_("What became of {number}").format(number=point.number),
                max_length=4000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            )

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(f"point_{point.pk}") for point in self.points):
            raise forms.ValidationError(_("Write an answer to one of the action points at least."))
        return cleaned

    def notes(self, meeting, author, entity_of):
        """Notes to be saved, `entity_of(point)` being the owner for which the person speaks."""
        for point in self.points:
            text = self.cleaned_data[f"point_{point.pk}"]
            if text:
                note = ProgressNote(
                    action_point=point,
                    meeting=meeting,
                    author=author,
                    entity=entity_of(point),
                    original_language=self.cleaned_data["original_language"],
                )
                note.set_text(text)
                yield note
