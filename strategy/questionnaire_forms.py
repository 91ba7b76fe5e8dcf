"""Forms of the pages on which the secretariat builds a questionnaire: the questionnaire itself and its sections."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import RecordForm
from strategy.models import Node, Questionnaire, Section
from strategy.models.keeping import names_kept

STAYS = gettext_lazy("Stays as entities were asked.")


class BuilderForm(RecordForm):
    """Of a section or a question. `in_use`: what entities were asked is shown and cannot be written in."""

    def __init__(self, *args, in_use=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.in_use = in_use
        for name in names_kept(self.instance) if in_use else ():
            if name in self.fields:
                self.fields[name].disabled = True
                self.fields[name].help_text = STAYS


class QuestionnaireForm(RecordForm):
    """The code is given once: by it answers of all editions are compared."""

    translated_fields = ("title", "short_title", "description")
    required_translated = ("title",)

    class Meta:
        model = Questionnaire
        fields = ["original_language", "framework", "composed_for_portal"]


class NewQuestionnaireForm(QuestionnaireForm):
    class Meta(QuestionnaireForm.Meta):
        fields = ["code", *QuestionnaireForm.Meta.fields]
        help_texts = {"code": gettext_lazy("Stands in addresses and files, such as progress-report.")}

    def clean_code(self):
        code = self.cleaned_data["code"]
        if Questionnaire.objects.filter(code=code).exists():
            raise forms.ValidationError(_("A questionnaire has this code already. Make a new edition of it instead."))
        return code


class SectionForm(BuilderForm):
    translated_fields = ("title", "intro")
    required_translated = ("title",)

    class Meta:
        model = Section
        fields = ["code", "node"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        nodes = Node.objects.select_related("framework")
        framework = self.instance.questionnaire.framework_id
        self.fields["node"].queryset = nodes.filter(framework=framework) if framework else nodes
