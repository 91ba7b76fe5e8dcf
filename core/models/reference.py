"""Reference data that every room uses. Loaded by `manage.py load_reference_data`, keyed on codes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core import languages
from core.models.content import VersionedModel
from core.querysets import TranslatedQuerySet


class ReferenceModel(VersionedModel):
    """A coded term with its name in six languages."""

    name = models.CharField(_("name"), max_length=200)

    objects = TranslatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return languages.text_of(self, "name")


class Region(ReferenceModel):
    """A region or subregion of the United Nations M49 standard."""

    code = models.CharField("M49", max_length=3, unique=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")

    class Meta:
        ordering = ["code"]
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class Country(ReferenceModel):
    """A country or area of M49, under the name that the United Nations uses.

    `sort_ranks` holds its place in the alphabetical order of each language, made once
    because the database cannot collate all six scripts.
    """

    iso3 = models.CharField("ISO alpha-3", max_length=3, unique=True)
    iso2 = models.CharField("ISO alpha-2", max_length=2, unique=True)
    m49 = models.CharField("M49", max_length=3, unique=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("region"))
    subregion = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, related_name="countries", verbose_name=_("subregion")
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    is_member_state = models.BooleanField(_("Member State of the United Nations"), default=False)
    sort_ranks = models.JSONField(default=dict, editable=False)

    class Meta:
        ordering = ["iso3"]
        verbose_name = _("country or area")
        verbose_name_plural = _("countries and areas")


class CountryGroup(models.TextChoices):
    LDC = "LDC", _("least developed countries")
    LLDC = "LLDC", _("landlocked developing countries")
    SIDS = "SIDS", _("small island developing States")


class GroupMembershipQuerySet(models.QuerySet):
    def valid_on(self, day):
        return self.filter(models.Q(starts=None) | models.Q(starts__lte=day)).filter(
            models.Q(ends=None) | models.Q(ends__gt=day)
        )


class GroupMembership(VersionedModel):
    """A country's membership of a group, with dates: countries graduate.

    `ends` is the first day on which the country is no longer a member.
    """

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="memberships")
    group = models.CharField(_("group"), max_length=4, choices=CountryGroup)
    starts = models.DateField(_("from"), null=True, blank=True)
    ends = models.DateField(_("until"), null=True, blank=True)
    ends_precision = models.CharField(max_length=5, choices=[("day", _("day")), ("year", _("year"))], default="day")
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects = GroupMembershipQuerySet.as_manager()

    class Meta:
        ordering = ["group", "country__iso3"]
        verbose_name = _("group membership")
        verbose_name_plural = _("group memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["country", "group", "starts"], name="group_membership_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(starts=None) | models.Q(ends=None) | models.Q(ends__gt=models.F("starts")),
                name="group_membership_ends_after_start",
            ),
        ]

    def __str__(self):
        return f"{self.country_id} {self.group}"


class Goal(ReferenceModel):
    """One of the 17 Sustainable Development Goals."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    color = models.CharField(max_length=7)
    ink = models.CharField(max_length=5, choices=[("black", "black"), ("white", "white")])

    class Meta:
        ordering = ["number"]
        verbose_name = _("Goal")
        verbose_name_plural = _("Goals")

    def __str__(self):
        return f"{self.number} {languages.text_of(self, 'name')}"


class Target(VersionedModel):
    """One of the 169 targets of the Goals; its wording is not stored."""

    code = models.CharField(_("code"), max_length=5, unique=True)
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="targets")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        verbose_name = _("SDG target")
        verbose_name_plural = _("SDG targets")

    def __str__(self):
        return self.code


class CodedTerm(ReferenceModel):
    code = models.SlugField(_("code"), max_length=60, unique=True)

    class Meta:
        abstract = True
        ordering = ["code"]


class Theme(CodedTerm):
    class Meta(CodedTerm.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class Modality(CodedTerm):
    class Meta(CodedTerm.Meta):
        verbose_name = _("modality")
        verbose_name_plural = _("modalities")


class ProcessKind(models.TextChoices):
    CONFERENCE = "conference", _("conference")
    SESSION = "session", _("session")
    SUMMIT = "summit", _("summit")
    PROCESS = "process", _("process")


class Process(CodedTerm):
    """An intergovernmental process or event that records refer to: G20 2024, COP29, HLC 22."""

    kind = models.CharField(_("kind"), max_length=12, choices=ProcessKind)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)

    class Meta(CodedTerm.Meta):
        ordering = ["-year", "code"]
        verbose_name = _("process")
        verbose_name_plural = _("processes")
