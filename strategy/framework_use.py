"""Which cycles, questionnaires and accepted answers stand on a version of a framework."""

from dataclasses import dataclass

from django.db.models import Count, Q

from strategy.models import Answer, Cycle, CycleState, Question, Questionnaire


def questionnaires_of(framework):
    """Those that are bound to it as a whole, by a section or by a question."""
    return Questionnaire.objects.filter(
        Q(framework=framework)
        | Q(sections__node__framework=framework)
        | Q(sections__questions__indicator__node__framework=framework)
    ).distinct()


def cycles_of(framework):
    """Those that were opened: entities report or reported on it."""
    used = questionnaires_of(framework).values("pk")
    return Cycle.objects.exclude(state=CycleState.PLANNED).filter(questionnaires__in=used).distinct()


def accepted_answers():
    """Answers of reports of which a version is accepted."""
    return Answer.objects.filter(report__accepted_submission__isnull=False)


@dataclass
class Use:
    """What a new version leaves where it is."""

    cycles: list
    questionnaires: list
    answers: int

    def __bool__(self):
        return bool(self.cycles)


def use_of(framework):
    """In three queries."""
    used = list(questionnaires_of(framework))
    answers = accepted_answers().filter(question__section__questionnaire__in=used).count() if used else 0
    return Use(list(cycles_of(framework)), used, answers)


@dataclass
class Asked:
    """A question of an opened cycle that is bound to a part or an indicator, and how many accepted answers it has."""

    question: Question
    answers: int


def questions_by_code(framework):
    """({code of a part: [Asked]}, {code of an indicator: [Asked]}) in one query."""
    # By key, because joined to cycles and answers each question is read as often as their product.
    used = Questionnaire.objects.filter(cycles__in=cycles_of(framework).values("pk")).values("pk")
    accepted = Q(answers__report__accepted_submission__isnull=False)
    questions = (
        Question.objects.filter(section__questionnaire__in=used)
        .filter(Q(section__node__framework=framework) | Q(indicator__node__framework=framework))
        .select_related("section__questionnaire", "section__node", "indicator__node")
        .annotate(accepted=Count("answers", filter=accepted, distinct=True))
    )
    nodes, indicators = {}, {}
    for question in questions.distinct():
        asked = Asked(question, question.accepted)
        if question.section.node and question.section.node.framework_id == framework.pk:
            nodes.setdefault(question.section.node.code, []).append(asked)
        if question.indicator and question.indicator.node.framework_id == framework.pk:
            indicators.setdefault(question.indicator.code, []).append(asked)
    return nodes, indicators
