"""Frameworks and their parts: outcomes, outputs, principles. Indicators: indicators.py."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core import languages
from core.models import TranslatedModel
from core.querysets import TranslatedQuerySet, count_of
from entities.roles import is_secretariat
from strategy.models.meaning import KeepsItsMeaning

# Codes stand in addresses.
validate_code = RegexValidator(
    r"^[-\w.]+\Z", gettext_lazy("Use letters, digits, points and hyphens, without spaces: 1.2, S1, INS-3.")
)
# Pages of the room that an address of a framework would hide.
RESERVED = {"cycles", "entities", "frameworks", "questionnaires", "reports", "surveys"}


class PublicQuerySet(TranslatedQuerySet):
    """Frameworks and what hangs on them: read by all, written by the secretariat."""

    def visible_to(self, user):
        return self

    def editable_by(self, user):
        return self if is_secretariat(user) else self.none()


class FrameworkStatus(models.TextChoices):
    APPROVED = "approved", pgettext_lazy("framework", "Approved")
    ADOPTED = "adopted", pgettext_lazy("framework", "Adopted")
    CONSIDERED = "considered", pgettext_lazy("framework", "Considered")
    PUBLISHED = "published", pgettext_lazy("framework", "Published")
    DRAFT = "draft", pgettext_lazy("framework", "Draft")


class FrameworkQuerySet(PublicQuerySet):
    def current(self):
        """Of each framework the newest version that is no draft; its first one in any case."""
        is_over = models.Exists(self._newer().exclude(status=FrameworkStatus.DRAFT))
        return self.exclude(is_over).exclude(status=FrameworkStatus.DRAFT, edition__gt=1)

    def newest(self):
        """Of each framework the last version, a draft too: the only one from which another may be made."""
        return self.exclude(models.Exists(self._newer()))

    def _newer(self):
        return self.model.objects.filter(code=models.OuterRef("code"), edition__gt=models.OuterRef("edition"))

    def counted(self):
        """For lists: `number_of_parts`, `number_of_indicators`, and whether it `has_newer` versions."""
        from strategy.models.indicators import Indicator

        return self.annotate(
            number_of_parts=count_of(Node.objects.all(), "framework"),
            number_of_indicators=count_of(Indicator.objects.all(), "node__framework"),
            has_newer=models.Exists(self._newer()),
        )


class Framework(KeepsItsMeaning, TranslatedModel):
    """`edition` counts the versions of one framework. What entities reported on stays as it was: another meaning is
    another version, with the same codes and an address of its own (strategy/framework_versions.py)."""

    MEANING = ("code", "slug")

    code = models.CharField(gettext_lazy("code"), max_length=40, validators=[validate_code])
    # `version` counts the saves of the row.
    edition = models.PositiveSmallIntegerField(gettext_lazy("number of the version"), default=1, editable=False)
    slug = models.SlugField(gettext_lazy("address"), max_length=80, unique=True)
    title = models.CharField(gettext_lazy("title"), max_length=300, blank=True, default="")
    short_title = models.CharField(gettext_lazy("short title"), max_length=120, blank=True, default="")
    description = models.TextField(gettext_lazy("description"), blank=True, default="")
    symbol = models.CharField(gettext_lazy("document symbol"), max_length=60, blank=True)
    status = models.CharField(
        gettext_lazy("status"), max_length=12, choices=FrameworkStatus, default=FrameworkStatus.PUBLISHED
    )
    period_start = models.PositiveSmallIntegerField(gettext_lazy("first year"), null=True, blank=True)
    period_end = models.PositiveSmallIntegerField(gettext_lazy("last year"), null=True, blank=True)
    source = models.CharField(gettext_lazy("source"), max_length=500, blank=True)
    source_url = models.URLField(gettext_lazy("link to the source"), blank=True)
    is_official_title = models.BooleanField(
        gettext_lazy("official title"), default=False, help_text=gettext_lazy("The title stands so in the document.")
    )
    note = models.TextField(gettext_lazy("note for the secretariat"), blank=True)
    position = models.PositiveSmallIntegerField(gettext_lazy("position"), default=0)

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        ordering = ["position", "code", "-edition"]
        verbose_name = gettext_lazy("framework")
        verbose_name_plural = gettext_lazy("frameworks")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "edition"],
                name="framework_version_once",
                violation_error_message=gettext_lazy("Another framework has this code already."),
            ),
            models.CheckConstraint(
                condition=models.Q(period_start=None)
                | models.Q(period_end=None)
                | models.Q(period_end__gte=models.F("period_start")),
                name="framework_ends_after_start",
                violation_error_message=gettext_lazy("The last year cannot be before the first."),
            ),
        ]

    def __str__(self):
        name = languages.text_of(self, "short_title") or languages.text_of(self, "title") or self.code
        return _("{name} (version {n})").format(name=name, n=self.edition) if self.edition > 1 else name

    def get_absolute_url(self):
        return reverse("strategy:framework_detail", args=[self.slug])

    def get_tree_url(self):
        """Where the secretariat edits it."""
        return reverse("strategy:framework_tree", args=[self.slug])

    def get_import_url(self):
        return reverse("strategy:framework_import", args=[self.slug])

    def clean(self):
        if self.slug in RESERVED:
            raise ValidationError({"slug": _("This address belongs to another page. Choose another one.")})
        # `edition` stands in no form, so that the constraint is not asked there.
        same = Framework.objects.filter(code=self.code, edition=self.edition)
        if same.exclude(pk=self.pk).exists():
            raise ValidationError({"code": _("Another framework has this code already.")})
        super().clean()

    @property
    def framework_of_meaning(self):
        return self

    @property
    def versions(self):
        """All versions of this framework, the newest first."""
        return Framework.objects.filter(code=self.code).order_by("-edition")

    @property
    def previous(self):
        return self.versions.filter(edition__lt=self.edition).first()

    @property
    def newer(self):
        return self.versions.filter(edition__gt=self.edition).first()

    @property
    def is_in_use(self):
        """Was a cycle opened in which entities report on it?"""
        from strategy.framework_use import cycles_of

        return cycles_of(self).exists()


class NodeKind(models.TextChoices):
    VISION = "vision", gettext_lazy("Vision")
    OBJECTIVE = "objective", gettext_lazy("Objective")
    PRINCIPLE = "principle", gettext_lazy("Principle")
    OUTCOME = "outcome", gettext_lazy("Outcome")
    OUTPUT = "output", gettext_lazy("Output")
    ACTIVITY = "activity", gettext_lazy("Activity")
    SERVICE = "service", gettext_lazy("Service")
    LEVEL = "level", pgettext_lazy("framework", "Level")
    HEADING = "heading", gettext_lazy("Heading")


class Node(KeepsItsMeaning, TranslatedModel):
    """One outcome, output, principle … of a framework. `is_sample` says that the numbering is the portal's own."""

    MEANING = ("framework", "parent", "code", "kind")
    WORDING = ("text", "description")

    framework = models.ForeignKey(
        Framework, on_delete=models.CASCADE, related_name="nodes", verbose_name=gettext_lazy("framework")
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=gettext_lazy("stands under"),
    )
    code = models.CharField(gettext_lazy("code"), max_length=20, validators=[validate_code])
    kind = models.CharField(gettext_lazy("kind"), max_length=12, choices=NodeKind, default=NodeKind.OUTCOME)
    text = models.TextField(gettext_lazy("text"), blank=True, default="")
    description = models.TextField(gettext_lazy("description"), blank=True, default="")
    is_sample = models.BooleanField(
        gettext_lazy("sample"), default=False, help_text=gettext_lazy("Not the official text or numbering.")
    )
    source = models.CharField(gettext_lazy("source"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(gettext_lazy("position"), default=0)

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["framework_id", "position", "pk"]
        verbose_name = gettext_lazy("part of a framework")
        verbose_name_plural = gettext_lazy("parts of frameworks")
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "code"],
                name="node_code_once",
                violation_error_message=gettext_lazy("This framework has a part with this code already."),
            ),
            models.CheckConstraint(
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("id")),
                name="node_not_its_own_parent",
                violation_error_message=gettext_lazy("A part cannot stand under itself."),
            ),
        ]

    def __str__(self):
        return f"{self.code} {languages.text_of(self, 'text')}"

    def get_absolute_url(self):
        return f"{self.framework.get_absolute_url()}#part-{self.code}"

    def clean(self):
        if self.parent_id and self.parent.framework_id != self.framework_id:
            raise ValidationError({"parent": _("Choose a part of the same framework.")})
        if self.pk and self.parent_id and self.pk in self._above():
            raise ValidationError({"parent": _("A part cannot stand under itself.")})
        super().clean()

    def _above(self):
        """Keys of the parts above this one, as they would be."""
        parents = dict(Node.objects.filter(framework=self.framework_id).values_list("pk", "parent"))
        found, above = [], self.parent_id
        while above and above not in found:
            found.append(above)
            above = parents.get(above)
        return found

    @property
    def framework_of_meaning(self):
        return self.framework
