"""Questionnaires: sections, questions, choices. The yearly report and the survey are two of one engine."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.models import TranslatedModel
from strategy.models.frameworks import Framework, Indicator, Node, PublicQuerySet


class QuestionnaireQuerySet(PublicQuerySet):
    def with_questions(self):
        """Everything that a page of questions shows, in a fixed number of queries."""
        questions = Question.objects.select_related(
            "indicator__node__framework", "condition_question__condition_question"
        )
        return self.prefetch_related(
            models.Prefetch("sections__questions", questions),
            "sections__questions__choices",
            "sections__questions__columns",
            "sections__questions__condition_question__choices",
        )


class Questionnaire(TranslatedModel):
    """`edition` counts the wordings of one questionnaire; answers of different editions are compared by code."""

    code = models.SlugField(gettext_lazy("code"), max_length=60)
    edition = models.PositiveSmallIntegerField(gettext_lazy("edition"), default=1)
    framework = models.ForeignKey(
        Framework,
        on_delete=models.PROTECT,
        related_name="questionnaires",
        null=True,
        blank=True,
        verbose_name=gettext_lazy("framework"),
    )
    title = models.CharField(gettext_lazy("title"), max_length=250, blank=True, default="")
    short_title = models.CharField(gettext_lazy("short title"), max_length=120, blank=True, default="")
    description = models.TextField(gettext_lazy("description"), blank=True, default="")
    composed_for_portal = models.BooleanField(
        gettext_lazy("composed for this portal"),
        default=False,
        help_text=gettext_lazy("Not an official form: the page says so."),
    )

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        ordering = ["code", "edition"]
        verbose_name = gettext_lazy("questionnaire")
        verbose_name_plural = gettext_lazy("questionnaires")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "edition"],
                name="questionnaire_edition_once",
                violation_error_message=gettext_lazy("This edition of the questionnaire exists already."),
            )
        ]

    def __str__(self):
        return languages.text_of(self, "short_title") or languages.text_of(self, "title") or self.code

    def get_absolute_url(self):
        """A questionnaire has no page of its own: it is met in the cycles that use it."""
        return reverse("strategy:cycle_list")

    @property
    def questions(self):
        """All questions in the order of the form. Free after with_questions()."""
        return [question for section in self.sections.all() for question in section.questions.all()]


class Section(TranslatedModel):
    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="sections", verbose_name=gettext_lazy("questionnaire")
    )
    code = models.CharField(gettext_lazy("code"), max_length=10)
    title = models.CharField(gettext_lazy("title"), max_length=200, blank=True, default="")
    intro = models.TextField(gettext_lazy("introduction"), blank=True, default="")
    node = models.ForeignKey(
        Node,
        on_delete=models.PROTECT,
        related_name="sections",
        null=True,
        blank=True,
        verbose_name=gettext_lazy("part of the framework"),
    )
    position = models.PositiveSmallIntegerField(gettext_lazy("position"), default=0)

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["questionnaire_id", "position", "pk"]
        verbose_name = gettext_lazy("section of a questionnaire")
        verbose_name_plural = gettext_lazy("sections of questionnaires")
        constraints = [
            models.UniqueConstraint(
                fields=["questionnaire", "code"],
                name="section_code_once",
                violation_error_message=gettext_lazy("This questionnaire has a section with this code already."),
            )
        ]

    def __str__(self):
        return f"{self.code}. {languages.text_of(self, 'title')}"

    def get_absolute_url(self):
        return self.questionnaire.get_absolute_url()


class QuestionType(models.TextChoices):
    NUMBER = "number", gettext_lazy("Number")
    PERCENT = "percent", gettext_lazy("Per cent")
    YES_NO = "yes_no", gettext_lazy("Yes or no")
    ONE_OF = "one_of", gettext_lazy("One of")
    MANY_OF = "many_of", gettext_lazy("Many of")
    RANKING = "ranking", gettext_lazy("Ranking")
    SCALE = "scale", gettext_lazy("Scale")
    SHORT_TEXT = "short_text", gettext_lazy("Short text")
    LONG_TEXT = "long_text", gettext_lazy("Long text")
    TABLE = "table", gettext_lazy("Table")


TEXT_TYPES = {QuestionType.SHORT_TEXT, QuestionType.LONG_TEXT}


class Consent(models.TextChoices):
    """Who reads the answers of a published cycle."""

    PUBLIC = "public", gettext_lazy("Public")
    MEMBERS = "members", gettext_lazy("Members of the Mechanism")
    SECRETARIAT = "secretariat", gettext_lazy("Secretariat only")


class Question(TranslatedModel):
    section = models.ForeignKey(
        Section, on_delete=models.PROTECT, related_name="questions", verbose_name=gettext_lazy("section")
    )
    code = models.CharField(gettext_lazy("code"), max_length=10)
    text = models.TextField(gettext_lazy("question"), blank=True, default="")
    help = models.TextField(gettext_lazy("help"), blank=True, default="")
    type = models.CharField(gettext_lazy("type"), max_length=12, choices=QuestionType)
    required = models.BooleanField(gettext_lazy("required"), default=True)
    consent = models.CharField(
        gettext_lazy("who reads the answers"), max_length=12, choices=Consent, default=Consent.PUBLIC
    )
    unit = models.CharField(gettext_lazy("unit"), max_length=60, blank=True, default="")
    minimum = models.DecimalField(gettext_lazy("smallest"), max_digits=18, decimal_places=4, null=True, blank=True)
    maximum = models.DecimalField(gettext_lazy("largest"), max_digits=18, decimal_places=4, null=True, blank=True)
    # Figures that were computed from answers would lose their meaning with the indicator.
    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        related_name="questions",
        null=True,
        blank=True,
        verbose_name=gettext_lazy("indicator"),
    )
    condition_question = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="conditional_questions",
        null=True,
        blank=True,
        verbose_name=gettext_lazy("asked only if this question"),
    )
    condition_equals = models.CharField(gettext_lazy("is answered with"), max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(gettext_lazy("position"), default=0)

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["section__position", "position", "pk"]
        verbose_name = gettext_lazy("question")
        verbose_name_plural = gettext_lazy("questions")
        constraints = [
            models.UniqueConstraint(
                fields=["section", "code"],
                name="question_code_once",
                violation_error_message=gettext_lazy("This section has a question with this code already."),
            ),
            models.CheckConstraint(
                condition=models.Q(minimum=None) | models.Q(maximum=None) | models.Q(maximum__gte=models.F("minimum")),
                name="question_maximum_above_minimum",
                violation_error_message=gettext_lazy("The largest value cannot be below the smallest."),
            ),
            models.CheckConstraint(
                condition=models.Q(condition_question=None, condition_equals="")
                | (models.Q(condition_question__isnull=False) & ~models.Q(condition_equals="")),
                name="question_condition_complete",
                violation_error_message=gettext_lazy("A condition needs a question and the answer that it waits for."),
            ),
        ]

    def __str__(self):
        return f"{self.code} {languages.text_of(self, 'text')}"

    def get_absolute_url(self):
        return self.section.get_absolute_url()

    def clean(self):
        # A submission keeps its answers by code, so a code stands for one question of the whole questionnaire.
        same = Question.objects.filter(section__questionnaire__sections=self.section_id, code=self.code)
        if same.exclude(pk=self.pk).exists():
            raise ValidationError({"code": _("Another question of this questionnaire has this code.")})
        self._keep_promise()
        self._clean_condition()

    def _keep_promise(self):
        """Entities answered knowing who would read it: after that, nobody else may be let in."""
        if not self.pk or not self.answers.exists():
            return
        promised = type(self).objects.values_list("consent", flat=True).get(pk=self.pk)
        if Consent.values.index(self.consent) < Consent.values.index(promised):
            message = _("Entities have answered on the promise that fewer people read it. Make a new edition.")
            raise ValidationError({"consent": message})

    def _clean_condition(self):
        """A condition looks back, so that conditions never go round in a circle."""
        other = self.condition_question
        if other is None or self.section_id is None:
            return
        if other.section.questionnaire_id != self.section.questionnaire_id:
            raise ValidationError({"condition_question": _("Choose a question of the same questionnaire.")})
        if (other.section.position, other.position) >= (self.section.position, self.position):
            raise ValidationError({"condition_question": _("Choose a question that comes earlier.")})

    @property
    def is_text(self):
        return self.type in TEXT_TYPES

    @property
    def scale_points(self):
        """1 to 5 unless the question says otherwise."""
        return range(int(self.minimum if self.minimum is not None else 1), int(self.maximum or 5) + 1)


class Option(TranslatedModel):
    """What choices and columns have in common: a code that is stored and a label that is shown."""

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


class Column(Option):
    """One column of a question that is answered with a table."""

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
