"""Which fields of a resource are multilingual."""

from modeltranslation.translator import TranslationOptions, register

from resources.models import Resource


@register(Resource)
class ResourceTranslation(TranslationOptions):
    fields = ("title", "description", "audience", "publisher_name")
