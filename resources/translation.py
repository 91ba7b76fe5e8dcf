"""Which fields of a resource are multilingual; after that, its history."""

from modeltranslation.translator import TranslationOptions, register

from core.history.tracking import track
from resources.models import Resource


@register(Resource)
class ResourceTranslation(TranslationOptions):
    fields = ("title", "description", "audience", "publisher_name")


track(Resource)
