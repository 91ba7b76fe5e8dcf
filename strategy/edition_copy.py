"""A new edition of a questionnaire begins as a copy: the same codes, by which answers of the editions are compared, and
every text in every language."""

from django.db import transaction

from strategy.copying import copied
from strategy.models import Choice, Column, Questionnaire, Section
from strategy.translations import outdated_languages


@transaction.atomic
def new_edition(questionnaire):
    """The next edition, with the questions of this one."""
    editions = Questionnaire.objects.select_for_update(of=("self",)).filter(code=questionnaire.code).order_by("pk")
    last = max(edition.edition for edition in editions)
    source = Questionnaire.objects.with_questions().get(pk=questionnaire.pk)
    edition = copy_of([source], edition=last + 1)[source.pk]
    edition.save()
    _copy_content(source, edition)
    return edition


def _copy_content(source, edition):
    sections = copy_of(source.sections.all(), questionnaire=edition)
    Section.objects.bulk_create(sections.values())
    questions = copy_of(source.questions)
    for old in source.questions:
        copy = questions[old.pk]
        copy.section = sections[old.section_id]
        # It looks back, so the question that it waits for has a copy already.
        copy.condition_question = questions.get(old.condition_question_id)
        copy.save()
    _copy_options(Choice, "choices", source, questions)
    _copy_options(Column, "columns", source, questions)


def _copy_options(model, name, source, questions):
    old = [option for question in source.questions for option in getattr(question, name).all()]
    copies = copy_of(old)
    for option in old:
        copies[option.pk].question = questions[option.question_id]
    model.objects.bulk_create(copies.values())


def copy_of(records, **changes):
    """{key of a record: its copy, not saved}. A translation that was outdated has to be looked at by somebody: it goes
    over as a working translation."""
    records = list(records)
    outdated = outdated_languages(records)
    found = {}
    for record in records:
        copy = copied(record, **changes)
        marked = {*record.working_translations, *outdated.get(record.pk, ())}
        copy.working_translations = sorted(marked)
        found[record.pk] = copy
    return found
