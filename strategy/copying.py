"""A record in a row of its own, with every text in every language."""

from modeltranslation.manager import get_translatable_fields_for_model

# What a copy has of its own.
OWN = {"id", "version", "created_at", "updated_at"}


def copied(record, **changes):
    """The copy, not saved."""
    model = type(record)
    copy = model(**{name: getattr(record, name) for name in columns_of(model)})
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy


def columns_of(model):
    """Without what is of the row itself. The library's own column of a text (title) only mirrors one of the six."""
    mirrored = set(get_translatable_fields_for_model(model) or ())
    return [field.attname for field in model._meta.concrete_fields if field.name not in OWN | mirrored]
