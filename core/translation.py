"""Which fields of the reference data are multilingual."""

from modeltranslation.translator import TranslationOptions, register

from core.models import Country, Goal, Modality, Process, Region, Theme


@register([Country, Region, Goal, Theme, Modality, Process])
class NameTranslation(TranslationOptions):
    fields = ("name",)
