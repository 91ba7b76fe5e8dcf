"""Helpers for loading data files that are keyed on codes, so that loading twice changes nothing."""

import json

from django.db import models
from django.utils import translation
from modeltranslation.manager import get_translatable_fields_for_model

from core import languages


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def texts(**fields):
    """Column values of translated fields: texts(title={"en": ..., "zh_hans": ...}) -> {"title_en": ..., ...}."""
    values = {}
    for field, by_language in fields.items():
        for code in languages.CODES:
            values[languages.column(field, code)] = (by_language or {}).get(code.replace("-", "_"), "") or ""
    return values


def upsert(model: type[models.Model], key, rows):
    """Insert or update many rows at once, each a dict of column values with the unique column `key`.

    Returns {key value: record}. Only for plain reference tables: no save(), no signals.
    """
    rows = list(rows)
    if rows:
        # The library's own column follows the active language: it shall be the English one.
        with translation.override(languages.DEFAULT):
            records = [model(**row) for row in rows]
            # What the rows do not name stays; the version is the database's, and goes up where the row changes.
            named = {*rows[0], *(get_translatable_fields_for_model(model) or ())} - {key}
            columns = [field.name for field in model._meta.concrete_fields if field.name in named]
            model._base_manager.bulk_create(records, update_conflicts=True, unique_fields=[key], update_fields=columns)
    return {getattr(record, key): record for record in model._base_manager.all()}


def create_missing(model: type[models.Model], key, rows):
    """Insert the rows whose `key` is new; a row that is there stays as people have made it."""
    known = set(model._base_manager.values_list(key, flat=True))
    with translation.override(languages.DEFAULT):
        model._base_manager.bulk_create(model(**row) for row in rows if row[key] not in known)
