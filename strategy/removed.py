"""What was taken out of a questionnaire, and bringing it back: the history keeps each row as it was before it went."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction

from core import languages
from core.history.restoring import Refused
from core.history.tracking import TRACKED
from strategy.copying import columns_of
from strategy.models import Choice, Column, Question, Section
from strategy.outline import lock, records_of, write

MOST = 20


@dataclass
class Removed:
    """One section with its questions, or one question."""

    model: type
    event: int
    code: str
    text: str
    at: datetime

    @property
    def kind(self):
        return self.model._meta.model_name


def removed_from(questionnaire):
    """[Removed], the last first. Questions that went with their section come back with it, and are not named."""
    found = [_named(Section, row, "title") for row in _gone(Section, questionnaire=questionnaire.pk)]
    sections = [section.pk for section in questionnaire.sections.all()]
    found += [_named(Question, row, "text") for row in _gone(Question, section__in=sections)]
    return sorted(found, key=lambda one: one.at, reverse=True)[:MOST]


def _gone(model, **lookup):
    """The last row of each record that was deleted and does not stand any more."""
    events = TRACKED[model].objects.filter(pgh_label="delete", **lookup)
    stands = model._base_manager.filter(pk=models.OuterRef("pgh_obj_id"))
    gone = events.exclude(models.Exists(stands)).order_by("-pgh_id")
    return {row.pgh_obj_id: row for row in reversed(gone[: MOST * 3])}.values()


def _named(model, row, field):
    text = getattr(row, languages.column(field, row.original_language))
    return Removed(model, row.pgh_id, row.code, text, row.pgh_created_at)


@transaction.atomic
def bring_back(questionnaire, kind, event):
    """Returns the section or question. Raises Refused where it does not fit any more."""
    held = lock(questionnaire)
    one = next((one for one in removed_from(held) if (one.kind, str(one.event)) == (kind, event)), None)
    if one is None:
        return None
    row = TRACKED[one.model].objects.get(pk=one.event)
    record = _stored(one.model, row)
    if one.model is Section:
        _bring_questions_of(row)
    else:
        _bring_options_of(row)
    write(records_of(lock(questionnaire)))
    return record


def _stored(model, row):
    """The row as it was, under its old key, so that its history goes on."""
    record = model(**{name: getattr(row, name) for name in columns_of(model)})
    record.pk, record.version = row.pgh_obj_id, row.version + 1
    try:
        # A question that it waits for may be gone, and its code may be another's by now.
        record.full_clean(validate_unique=False)
    except ValidationError as error:
        raise Refused(error.messages) from None
    record.save(force_insert=True)
    return record


def _bring_questions_of(section):
    """In the order in which they stand: a condition looks back."""
    for row in sorted(_together(Question, section, section=section.pgh_obj_id), key=lambda row: row.position):
        _stored(Question, row)
        _bring_options_of(row)


def _bring_options_of(question):
    for model in (Choice, Column):
        for row in _together(model, question, question=question.pgh_obj_id):
            _stored(model, row)


def _together(model, parent, **lookup):
    """What went in the same act as the row on which it hangs."""
    return TRACKED[model].objects.filter(pgh_label="delete", pgh_context_id=parent.pgh_context_id, **lookup)
