"""Does the answer to a question add up to its indicator? Warnings only: the secretariat may know better."""

from django.utils.translation import gettext as _

from core import languages
from strategy.models import CHOICE_TYPES, NUMERIC_TYPES, Aggregation, IndicatorUnit, QuestionType

# What can become a figure of this kind.
FITTING_TYPES = {
    Aggregation.SUM: {QuestionType.NUMBER},
    Aggregation.MEAN: NUMERIC_TYPES,
    Aggregation.SHARE_OF_YES: {QuestionType.YES_NO},
    Aggregation.LATEST: NUMERIC_TYPES | {QuestionType.YES_NO},
}
FITTING_UNITS = {
    QuestionType.PERCENT: {IndicatorUnit.PERCENT},
    QuestionType.NUMBER: {IndicatorUnit.COUNT, IndicatorUnit.USD},
    QuestionType.SCALE: {IndicatorUnit.SCALE},
    QuestionType.YES_NO: {IndicatorUnit.PERCENT},
}


def misfits(question):
    """Sentences, each on one thing that does not fit between a question and its indicator."""
    indicator = question.indicator
    if indicator is None:
        return []
    if question.type not in FITTING_TYPES.get(indicator.aggregation, NUMERIC_TYPES):
        return [
            _("Indicator {code} is the “{aggregation}”, which answers of the type “{type}” do not give.").format(
                code=indicator.code,
                aggregation=indicator.get_aggregation_display(),
                type=question.get_type_display(),
            )
        ]
    if indicator.unit not in FITTING_UNITS.get(question.type, {indicator.unit}):
        return [
            _("Indicator {code} is counted in “{unit}”; answers of the type “{type}” are not.").format(
                code=indicator.code, unit=indicator.get_unit_display(), type=question.get_type_display()
            )
        ]
    return []


def unfinished(questionnaire):
    """[(record, sentence)]: what has to be done before entities can be asked. Free after with_questions()."""
    sections = list(questionnaire.sections.all())
    found = [] if sections else [(questionnaire, _("Add a section first."))]
    for section in sections:
        questions = list(section.questions.all())
        if not questions:
            found.append((section, _("Section {code} has no question.").format(code=section.code)))
        found += [(question, sentence) for question in questions for sentence in _lacks(question)]
    return found


def _lacks(question):
    if not languages.original(question, "text"):
        yield _("Question {code} has no text.").format(code=question.code)
    if question.type in CHOICE_TYPES and len(question.choices.all()) < 2:
        yield _("Question {code} needs two choices at least.").format(code=question.code)
    if question.type == QuestionType.TABLE and not question.columns.all():
        yield _("Question {code} needs a column.").format(code=question.code)
