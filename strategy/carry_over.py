"""Takes the answers of the last accepted report into a new one, each to be confirmed one by one."""

from strategy.contents import BLANK, applies, is_answered
from strategy.models import Answer, CarriedOver


def carry_over(report, by):
    """Answers are matched by the code of their question, so a new edition of the questionnaire keeps them."""
    previous = report.previous()
    if previous is None:
        return
    questionnaire = report.asked
    last = {question.pk: previous.answers.get(question.code) for question in questionnaire.questions}
    answers = [
        Answer(
            report=report,
            question=question,
            changed_by=by,
            **{name: last[question.pk].get(name, blank) for name, blank in BLANK.items()}
            | {"carried_over": CarriedOver.UNCONFIRMED},
        )
        for question in questionnaire.questions
        if is_answered(last[question.pk]) and applies(question, last)
    ]
    Answer.objects.bulk_create(answers)
