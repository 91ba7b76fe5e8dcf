"""Questions: how they are answered, within which limits, on which condition, and who reads the answers."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.models import TranslatedModel
from strategy.models.frameworks import PublicQuerySet
from strategy.models.indicators import Indicator
from strategy.models.keeping import keep_meaning, validate_code, waiting
from strategy.models.questionnaires import Section


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
MEASURED_TYPES = {QuestionType.NUMBER, QuestionType.PERCENT}
NUMERIC_TYPES = MEASURED_TYPES | {QuestionType.SCALE}
# Answered by naming choices of the question.
CHOICE_TYPES = {QuestionType.ONE_OF, QuestionType.MANY_OF, QuestionType.RANKING}
SCALE_POINTS = (2, 10)  # fewest, most
LONGEST_TEXT = 6000  # characters
# Between the first and the last point of a scale, which is 1 to 5 unless the question says otherwise.
FIRST_POINT, LAST_POINT = 1, 5
STEPS = Coalesce("maximum", Decimal(LAST_POINT)) - Coalesce("minimum", Decimal(FIRST_POINT))


class Consent(models.TextChoices):
    """Who reads the answers of a published cycle."""

    PUBLIC = "public", gettext_lazy("Public")
    MEMBERS = "members", gettext_lazy("Members of the Mechanism")
    SECRETARIAT = "secretariat", gettext_lazy("Secretariat only")


class Question(TranslatedModel):
    asked = (
        "section",
        "code",
        "type",
        "required",
        "minimum",
        "maximum",
        "longest",
        "indicator",
        "condition_question",
        "condition_equals",
    )
    asked_texts = ("text", "unit")

    section = models.ForeignKey(
        Section, on_delete=models.PROTECT, related_name="questions", verbose_name=gettext_lazy("section")
    )
    code = models.CharField(gettext_lazy("code"), max_length=10, validators=[validate_code])
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
    longest = models.PositiveSmallIntegerField(
        gettext_lazy("longest text"),
        null=True,
        blank=True,
        validators=[MinValueValidator(20), MaxValueValidator(LONGEST_TEXT)],
        help_text=gettext_lazy("In characters. Empty: as long as the kind of text may be."),
    )
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
            models.CheckConstraint(
                condition=~models.Q(type=QuestionType.PERCENT)
                | models.Q(
                    models.Q(minimum=None) | models.Q(minimum__gte=0),
                    models.Q(maximum=None) | models.Q(maximum__lte=100),
                ),
                name="question_percent_within_hundred",
                violation_error_message=gettext_lazy("The limits of a percentage lie between 0 and 100."),
            ),
            models.CheckConstraint(
                condition=~models.Q(type=QuestionType.SCALE)
                | models.Q(GreaterThanOrEqual(STEPS, SCALE_POINTS[0] - 1), LessThanOrEqual(STEPS, SCALE_POINTS[1] - 1)),
                name="question_scale_of_two_to_ten",
                violation_error_message=gettext_lazy("A scale has 2 to 10 points, such as 1 to 5."),
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
        self._clean_scale()
        self._clean_condition()
        self._keep_those_who_wait()
        keep_meaning(self)
        self._keep_promise()

    def _keep_promise(self):
        """Entities were asked knowing who would read it: after that, nobody else may be let in."""
        if not self.pk or not self.edition_asked.is_in_use:
            return
        promised = type(self).objects.values_list("consent", flat=True).get(pk=self.pk)
        if Consent.values.index(self.consent) < Consent.values.index(promised):
            message = _("Entities were asked on the promise that fewer people read it. Make a new edition.")
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
        if self.condition_equals not in other.codes_to_wait_for():
            raise ValidationError({"condition_equals": _("Choose an answer that the other question takes.")})

    def _clean_scale(self):
        limits = {"minimum": self.minimum, "maximum": self.maximum}
        broken = [name for name, value in limits.items() if value is not None and value % 1]
        if self.type == QuestionType.SCALE and broken:
            raise ValidationError({name: _("The points of a scale are whole numbers.") for name in broken})

    def _keep_those_who_wait(self):
        """Questions that wait for an answer to this one come after it and wait for one that it takes."""
        for other in self.conditional_questions.select_related("section") if self.pk else ():
            if (other.section.position, other.position) <= (self.section.position, self.position):
                message = _("Question {code} waits for this one and must come after it.").format(code=other.code)
                raise ValidationError(message)
            if other.condition_equals not in self.codes_to_wait_for():
                message = _("Question {code} waits for an answer that this type does not take.").format(code=other.code)
                raise ValidationError({"type": message})

    def codes_to_wait_for(self):
        """The answers that another question may wait for, as they are stored."""
        if self.type == QuestionType.YES_NO:
            return ["yes", "no"]
        if self.type == QuestionType.SCALE:
            return [str(point) for point in self.scale_points]
        return [choice.code for choice in self.choices.all()] if self.type in CHOICE_TYPES else []

    @property
    def edition_asked(self):
        return self.section.questionnaire

    def waited_for_by(self):
        return waiting(self.conditional_questions.all())

    @property
    def is_text(self):
        return self.type in TEXT_TYPES

    @property
    def scale_points(self):
        """1 to 5 unless the question says otherwise."""
        first = self.minimum if self.minimum is not None else FIRST_POINT
        last = self.maximum if self.maximum is not None else LAST_POINT
        return range(int(first), int(last) + 1)
