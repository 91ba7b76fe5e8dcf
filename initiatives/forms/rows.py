"""The rows of an initiative's form: partners, money, identifiers, links, relations.

A row that is left empty is ignored, a row that is marked goes. Rows are added by saving with "Add rows", so that the
form works without script. A note is written in the original language of the record; its other languages stay.
"""

from django import forms
from django.forms import inlineformset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.forms import RowForm
from core.saving.rows import VersionedFormSet
from initiatives import parties
from initiatives.choices import OrganizationType, Relation, Role
from initiatives.models import (
    Budget,
    Contribution,
    ExternalIdentifier,
    Initiative,
    InitiativeRelation,
    Link,
    Organization,
    Participation,
)

MORE_ROWS = 3


class ParticipationForm(RowForm):
    original_texts = ("note",)
    FIND, ORGANIZATION, GROUP = "", "organization", "group"

    name = forms.CharField(
        label=gettext_lazy("Country, region, entity or organization"),
        max_length=250,
        widget=forms.TextInput(attrs={"list": "parties", "dir": "auto", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("If it is not in the list"),
        required=False,
        choices=[
            (FIND, gettext_lazy("It is in the list")),
            (ORGANIZATION, gettext_lazy("Add it as an organization")),
            (GROUP, gettext_lazy("It is a group, in words")),
        ],
    )
    organization_type = forms.ChoiceField(
        label=gettext_lazy("Type of the new organization"),
        required=False,
        choices=OrganizationType.choices,
        initial=OrganizationType.OTHER,
    )

    class Meta:
        model = Participation
        fields = ["role"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", _("Choose a role")), *Role.choices]
        self.before = None
        if self.instance.pk:
            self.before = (self.instance.role, self._party_of_instance())
            is_group = self.instance.kind == "group"
            self.initial |= {"name": self._name_of_instance(), "kind": self.GROUP if is_group else self.FIND}

    @property
    def needs_kind(self):
        """Whether the row shows at once what to do with a name that is not in the list."""
        return bool(self["kind"].value() or self.errors)

    def _party_of_instance(self):
        return (self.instance.kind, getattr(self.instance, f"{self.instance.kind}_id", None))

    def _name_of_instance(self):
        if self.instance.kind == "group":
            return getattr(self.instance, languages.column("group_text", self.language)) or self.instance.party_name
        if self.instance.kind == "entity":
            return languages.text_of(self.instance.entity, "acronym")
        return self.instance.party_name

    def clean(self):
        cleaned = super().clean()
        name = cleaned.get("name")
        if name and "kind" in cleaned:
            if cleaned["kind"] == self.FIND and not self._is_unchanged(name):
                cleaned["party"] = parties.find(name)
                if cleaned["party"] is None:
                    self.add_error(
                        "name",
                        _(
                            "No country, region, entity or organization is called “{name}”. "
                            "Choose one from the list, or say below what it is."
                        ).format(name=name),
                    )
            elif cleaned["kind"] == self.ORGANIZATION:
                known = Organization.objects.called(name)
                cleaned["party"] = ("organization", known.pk if known else None)
            elif cleaned["kind"] == self.GROUP:
                cleaned["party"] = ("group", None)
            else:
                cleaned["party"] = self._party_of_instance()
        return cleaned

    def _is_unchanged(self, name):
        return self.instance.pk and self.instance.kind != "group" and name == self.initial.get("name")

    def identity(self):
        """What must not come twice: the same party in the same role."""
        kind, pk = self.cleaned_data["party"]
        return (self.cleaned_data.get("role"), kind, pk or parties.key(self.cleaned_data["name"]))

    @staticmethod
    def identity_of(row):
        return (row.role, row.kind, getattr(row, f"{row.kind}_id", None))

    def save(self, commit=True):
        kind, pk = self.cleaned_data["party"]
        participation, name = self.instance, self.cleaned_data["name"]
        if kind == "organization" and pk is None:
            column = languages.column("name", self.language)
            known = Organization.objects.called(name)  # a row above may have added it
            pk = (
                known
                or Organization.objects.create(
                    type=self.cleaned_data["organization_type"] or OrganizationType.OTHER, **{column: name}
                )
            ).pk
        for party in ("country", "region", "entity", "organization"):
            setattr(participation, f"{party}_id", pk if party == kind else None)
        if kind == "group":
            setattr(participation, languages.column("group_text", self.language), name)
        else:
            for column in languages.columns("group_text"):
                setattr(participation, column, "")
        if self.before and self.before != (participation.role, (kind, pk)):
            # The partner confirmed something else.
            participation.answer, participation.answered_by, participation.answered_at = "", None, None
        return super().save(commit)


class BudgetForm(RowForm):
    original_texts = ("note",)

    class Meta:
        model = Budget
        fields = ["amount", "currency", "year_from", "year_to"]


class ContributionForm(RowForm):
    class Meta:
        model = Contribution
        fields = ["entity", "party", "kind", "amount", "currency", "count", "unit", "note"]
        labels = {"party": gettext_lazy("Partner, if it is no entity")}


class IdentifierForm(RowForm):
    class Meta:
        model = ExternalIdentifier
        fields = ["scheme", "value"]


class LinkForm(RowForm):
    original_texts = ("caption",)

    class Meta:
        model = Link
        fields = ["url"]


class RelationForm(RowForm):
    """The other initiative is named by its reference."""

    reference = forms.CharField(
        label=gettext_lazy("Reference of the other initiative"),
        max_length=12,
        help_text=gettext_lazy("Such as INI-012."),
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )

    class Meta:
        model = InitiativeRelation
        fields = ["kind"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "---------"), *Relation.choices]
        if self.instance.pk:
            self.initial["reference"] = self.instance.other.code

    def clean_reference(self):
        code = self.cleaned_data["reference"].strip().upper()
        other = Initiative.objects.published().filter(code=code).first()
        if other is None:
            raise forms.ValidationError(_("No published initiative has the reference {code}.").format(code=code))
        if other.pk in (self.instance.initiative_id, self.instance.initiative.replaces_id):
            raise forms.ValidationError(_("An initiative cannot be related to itself."))
        self.instance.other = other
        return code

    def identity(self):
        return (self.cleaned_data.get("kind"), self.cleaned_data.get("reference"))

    @staticmethod
    def identity_of(row):
        return (row.kind, row.other.code)


class RowFormSet(VersionedFormSet):
    def clean(self):
        super().clean()
        seen = self._added_by_others()
        for form in self.forms:
            if not hasattr(form, "identity") or form in self.deleted_forms or form.errors or not form.cleaned_data:
                continue
            if form.identity() in seen:
                form.add_error(None, _("This row is there already."))
            seen.add(form.identity())

    def _added_by_others(self):
        """What the rows are that were stored since this form was opened, which do not stand in it."""
        if not hasattr(self.form, "identity_of"):
            return set()
        known = {form.instance.pk for form in self.initial_forms}
        return {self.form.identity_of(row) for row in self.get_queryset() if row.pk not in known}

    def save(self, commit=True):
        saved = super().save(commit)
        for position, form in enumerate(self.initial_forms + self.extra_forms):
            if hasattr(form.instance, "position") and form.instance.pk and form.instance.position != position:
                type(form.instance).objects.filter(pk=form.instance.pk).update(position=position)
        return saved


# prefix, model, form, empty rows to begin with
SETS = (
    ("participations", Participation, ParticipationForm, 2),
    ("budgets", Budget, BudgetForm, 1),
    ("contributions", Contribution, ContributionForm, 1),
    ("identifiers", ExternalIdentifier, IdentifierForm, 1),
    ("links", Link, LinkForm, 1),
    ("relations", InitiativeRelation, RelationForm, 1),
)


def row_forms():
    """{prefix: class of form}"""
    return {prefix: form for prefix, _model, form, _extra in SETS}


def row_formsets(initiative, language, data=None, more=""):
    """{prefix: formset} of an initiative; `more` names the one that gets further empty rows."""
    made = {}
    for prefix, model, form, extra in SETS:
        factory = inlineformset_factory(
            Initiative,
            model,
            form=form,
            formset=RowFormSet,
            fk_name="initiative",
            extra=extra + (MORE_ROWS if prefix == more else 0),
            max_num=300,
        )
        made[prefix] = factory(data, instance=initiative, prefix=prefix, form_kwargs={"language": language})
    return made
