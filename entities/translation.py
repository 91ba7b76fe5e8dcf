"""Which fields of entities are multilingual."""

from modeltranslation.translator import TranslationOptions, register

from entities.models import Entity


@register(Entity)
class EntityTranslation(TranslationOptions):
    fields = ("acronym", "name", "unit")
