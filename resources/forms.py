from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.files.fields import UploadField, give_files_to
from core.forms import RecordForm
from core.models import Goal, Theme
from core.partial_dates import PartialDateField
from entities.models import Entity
from entities.roles import is_secretariat
from initiatives.models import Initiative
from resources.models import Resource, language_choices


class ResourceForm(RecordForm):
    """The publisher is chosen by the secretariat only: for a focal point it is the entity of the appointment."""

    translated_fields = ("title", "description", "audience", "publisher_name")
    required_translated = ("title",)

    published = PartialDateField(
        label=gettext_lazy("Date of publication"),
        required=False,
        help_text=gettext_lazy("As much as is known: 2024, 2024-07 or 2024-07-30."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages of the resource"),
        choices=language_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    goals = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Goals"), queryset=Goal.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )
    themes = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Themes"), queryset=Theme.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )

    file = UploadField(
        label=gettext_lazy("File"), required=False, help_text=gettext_lazy("Where the publisher has no page for it.")
    )

    class Meta:
        model = Resource
        fields = [
            "kind",
            "original_language",
            "publisher",
            "partners",
            "symbol",
            "url",
            "file",
            "languages",
            "goals",
            "themes",
            "initiative",
            "source",
            "is_public",
        ]

    def __init__(self, *args, user, entity=None, **kwargs):
        super().__init__(*args, **kwargs)
        give_files_to(self, user)
        known = self.instance.published_date
        self.initial.setdefault("published", known.iso if known else "")
        self.fields["partners"].widget = forms.CheckboxSelectMultiple()
        self.fields["partners"].queryset = Entity.objects.order_by_translated("acronym")
        self.fields["initiative"].queryset = Initiative.objects.published().order_by_translated("title")
        if is_secretariat(user):
            self.fields["publisher"].queryset = Entity.objects.order_by_translated("acronym")
        else:
            del self.fields["publisher"]
            if self.instance._state.adding:
                self.instance.publisher = entity

    def clean(self):
        cleaned = super().clean()
        if "published" in cleaned:
            known, precision = cleaned["published"]
            if known and known > timezone.localdate():
                self.add_error("published", _("This date is in the future."))
            self.instance.published_on, self.instance.published_precision = known, precision
        return cleaned
