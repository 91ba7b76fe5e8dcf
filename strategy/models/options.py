"""What a question is answered from: the choices of one, the columns of a table."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy

from core import languages
from core.models import TranslatedModel
from strategy.models.frameworks import PublicQuerySet
from strategy.models.keeping import keep_meaning, waiting
from strategy.models.questions import Question


class Option(TranslatedModel):
    """What choices and columns have in common: a code that is stored and a label that is shown."""

    asked = ("question", "code")
    asked_texts = ("label",)

    code = models.SlugField(gettext_lazy("code"), max_length=60)
    label = models.CharField(gettext_lazy("label"), max_length=250, blank=True, default="")
    position = models.PositiveSmallIntegerField(gettext_lazy("position"), default=0)

    objects = PublicQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["question_id", "position", "pk"]

    def __str__(self):
        return languages.text_of(self, "label") or self.code

    def get_absolute_url(self):
        return self.question.get_absolute_url()

    def clean(self):
        if self.question_id is not None:
            keep_meaning(self)

    @property
    def edition_asked(self):
        return self.question.section.questionnaire

    def waited_for_by(self):
        return []


class Choice(Option):
    """One answer to choose from."""

    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="choices", verbose_name=gettext_lazy("question")
    )

    class Meta(Option.Meta):
        verbose_name = gettext_lazy("choice")
        verbose_name_plural = gettext_lazy("choices")
        constraints = [
            models.UniqueConstraint(
                fields=["question", "code"],
                name="choice_code_once",
                violation_error_message=gettext_lazy("This question has a choice with this code already."),
            )
        ]

    def clean(self):
        super().clean()
        self._keep_those_who_wait()

    def _keep_those_who_wait(self):
        stored = Choice.objects.filter(pk=self.pk).values_list("code", flat=True).first()
        if stored in (None, self.code):
            return
        for sentence in self.waited_for_by(stored):
            raise ValidationError({"code": sentence})

    def waited_for_by(self, code=""):
        return waiting(self.question.conditional_questions.filter(condition_equals=code or self.code))


class Column(Option):
    """One column of a question that is answered with a table."""

    asked = (*Option.asked, "is_number")

    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="columns", verbose_name=gettext_lazy("question")
    )
    is_number = models.BooleanField(gettext_lazy("holds numbers"), default=False)

    class Meta(Option.Meta):
        verbose_name = gettext_lazy("column")
        verbose_name_plural = gettext_lazy("columns")
        constraints = [
            models.UniqueConstraint(
                fields=["question", "code"],
                name="column_code_once",
                violation_error_message=gettext_lazy("This question has a column with this code already."),
            )
        ]
