"""Which fields of entities are multilingual; after that, what has a history."""

from modeltranslation.translator import TranslationOptions, register

from core.history.tracking import track
from entities.models import Appointment, Entity, User


@register(Entity)
class EntityTranslation(TranslationOptions):
    fields = ("acronym", "name", "unit")


# Of a person only what decides about rights: the history cannot be deleted when somebody asks to be forgotten.
RIGHTS = {"id", "is_active", "is_staff", "is_superuser"}

track(Entity)
track(Appointment, parent="entity")
track(User, exclude={field.name for field in User._meta.concrete_fields} - RIGHTS)
