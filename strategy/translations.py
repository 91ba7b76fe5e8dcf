"""How far the texts of a questionnaire are translated. Derived from the history of each text, never ticked by hand: a
translation is outdated where the original was written anew after it.
"""

from collections import Counter
from dataclasses import dataclass, field

from modeltranslation.manager import get_translatable_fields_for_model

from core import languages
from core.history.tracking import TRACKED

MISSING, OUTDATED, WORKING, TRANSLATED, ORIGINAL = (
    "missing",
    "outdated",
    "working_translation",
    "translated",
    "original",
)


@dataclass
class Progress:
    """Of one language: how many of the texts have a translation that is up to date."""

    language: languages.Language
    texts: int = 0
    translated: int = 0
    counts: Counter = field(default_factory=Counter)

    @property
    def outdated(self):
        return self.counts[OUTDATED]

    @property
    def missing(self):
        return self.counts[MISSING]


def texts_of(record):
    """The translated fields of the record that have an original: only these can be translated."""
    names = get_translatable_fields_for_model(type(record))
    return [name for name in names if languages.original(record, name)]


def records_of(questionnaire, section=None):
    """Every record with a text, in the order of the form. Free after with_questions()."""
    found = [] if section else [questionnaire]
    for part in [section] if section else questionnaire.sections.all():
        found.append(part)
        for question in part.questions.all():
            found += [question, *question.choices.all(), *question.columns.all()]
    return found


def progress_of(records, written):
    """[Progress] of the languages, without those in which all was written first. `written`: their events_of()."""
    found = {language.code: Progress(language) for language in languages.LANGUAGES}
    for record in records:
        for name in texts_of(record):
            for code, progress in found.items():
                _count(progress, state_of(record, name, code, written))
    return [progress for progress in found.values() if progress.texts]


def _count(progress, state):
    if state == ORIGINAL:
        return
    progress.texts += 1
    progress.counts[state] += 1
    progress.translated += state in (WORKING, TRANSLATED)


def state_of(record, name, code, written):
    """The state of one text in one language. `written`: events_of() its record."""
    if code == record.original_language:
        return ORIGINAL
    if not getattr(record, languages.column(name, code)):
        return MISSING
    if is_outdated(record, name, code, written):
        return OUTDATED
    return WORKING if code in record.working_translations else TRANSLATED


def is_outdated(record, name, code, written):
    when = written.get((type(record), record.pk), {})
    original = when.get(languages.column(name, record.original_language), 0)
    return when.get(languages.column(name, code), original) < original


def outdated_languages(records):
    """{key of a record: {code}}; the records are of one kind."""
    written = events_of(records)
    return {
        record.pk: {
            code
            for name in texts_of(record)
            for code in languages.CODES
            if state_of(record, name, code, written) == OUTDATED
        }
        for record in records
    }


def events_of(records):
    """{(model, key): {column: number of the event that wrote the text as it stands}}. One query for each kind."""
    kinds = {}
    for record in records:
        kinds.setdefault(type(record), []).append(record.pk)
    return {key: when for model, keys in kinds.items() for key, when in _events_of(model, keys).items()}


def _events_of(model, keys):
    columns = languages.columns(*get_translatable_fields_for_model(model))
    events = TRACKED[model].objects.filter(pgh_obj_id__in=keys).order_by("pgh_id")
    found, last = {}, {}
    for event, key, *texts in events.values_list("pgh_id", "pgh_obj_id", *columns):
        before = last.get(key, [""] * len(columns))
        when = found.setdefault((model, key), {})
        when |= {
            column: event for column, old, new in zip(columns, before, texts, strict=True) if (old or "") != (new or "")
        }
        last[key] = texts
    return found
