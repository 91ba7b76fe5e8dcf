"""Questionnaires and their sections. The yearly report and the survey are two of one engine."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy

from core import languages
from core.models import TranslatedModel
from core.querysets import count_of
from strategy.models.frameworks import Framework, Node, PublicQuerySet
from strategy.models.keeping import keep_meaning, validate_code, waiting


def everything_asked():
    """What hangs on a questionnaire, for a prefetch."""
    from strategy.models.questions import Question

    questions = Question.objects.select_related("indicator__node__framework", "condition_question__condition_question")
    return [
        models.Prefetch("sections__questions", questions),
        "sections__questions__choices",
        "sections__questions__columns",
        "sections__questions__condition_question__choices",
    ]


class QuestionnaireQuerySet(PublicQuerySet):
    def with_questions(self):
        """Everything that a page of questions shows, in a fixed number of queries."""
        return self.prefetch_related(*everything_asked())

    def in_use(self):
        """Those that entities were asked with. What they asked stays as it was: see keeping.py."""
        from strategy.models.cycles import Cycle, CycleState
        from strategy.models.reports import Report

        opened = Cycle.objects.filter(questionnaires=models.OuterRef("pk")).exclude(state=CycleState.PLANNED)
        reports = Report.objects.filter(questionnaire=models.OuterRef("pk"))
        return self.filter(models.Exists(opened) | models.Exists(reports))

    def with_outline(self):
        """Sections and questions with their conditions, for pages that count answers and show none."""
        from strategy.models.questions import Question

        questions = Question.objects.select_related("condition_question__condition_question")
        return self.prefetch_related(models.Prefetch("sections__questions", questions))

    def counted(self):
        """For lists: `number_of_questions`, `used` (entities were asked with it), and its cycles."""
        from strategy.models.questions import Question

        used = type(self)(self.model).in_use().filter(pk=models.OuterRef("pk"))
        asked = count_of(Question.objects.all(), "section__questionnaire")
        counted = self.annotate(number_of_questions=asked, used=models.Exists(used))
        return counted.select_related("framework").prefetch_related("cycles")


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
        """The page on which the secretariat builds it. Others meet a questionnaire in the cycles that use it."""
        return reverse("strategy:questionnaire_builder", args=[self.code, self.edition])

    @property
    def is_in_use(self):
        return type(self).objects.in_use().filter(pk=self.pk).exists()

    @property
    def previous(self):
        """The edition before this one, with its questions, or None."""
        editions = type(self).objects.filter(code=self.code, edition__lt=self.edition)
        return editions.with_questions().order_by("-edition").first()

    @property
    def questions(self):
        """All questions in the order of the form. Free after with_questions()."""
        return [question for section in self.sections.all() for question in section.questions.all()]


class Section(TranslatedModel):
    asked = ("questionnaire", "code")
    asked_texts = ("title",)

    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="sections", verbose_name=gettext_lazy("questionnaire")
    )
    code = models.CharField(gettext_lazy("code"), max_length=10, validators=[validate_code])
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

    def clean(self):
        if self.questionnaire_id is not None:
            keep_meaning(self)

    @property
    def edition_asked(self):
        return self.questionnaire

    def waited_for_by(self):
        """What would be left waiting in other sections, if this one went with its questions."""
        from strategy.models.questions import Question

        return waiting(Question.objects.filter(condition_question__section=self).exclude(section=self))
