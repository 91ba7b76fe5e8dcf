"""A large framework, its questionnaire and cycles of any size: what the pages are measured on.

Everything is invented and says so. The same numbers and seed make the same content.
"""

import datetime
import random
from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from core import languages
from core.models import TransitionEvent
from core.search.bulk import indexed_once
from entities.models import Entity, EntityKind, User
from entities.roles import SECRETARIAT
from strategy.contents import BLANK, is_answered
from strategy.models import (
    Aggregation,
    Answer,
    AnswerComment,
    CarriedOver,
    Channel,
    Choice,
    Column,
    Consent,
    Cycle,
    CycleState,
    Evidence,
    Framework,
    FrameworkStatus,
    Indicator,
    IndicatorUnit,
    Means,
    Node,
    Question,
    Questionnaire,
    QuestionType,
    Report,
    ReportState,
    Section,
    Submission,
)

CODE = "demo-large"
PER_SECTION = 10
CHOICES = ["training", "funding", "expertise", "technology"]
SENTENCES = [
    "We trained officials of three countries together with a national institute.",
    "The programme was adapted to the needs that the partner countries named.",
    "Two regional hubs took over the exchange of experts.",
    "Costs were shared between the partner that offered and the one that asked.",
]
# Each question is bound to an indicator of its own, with the way in which its answers add up.
TYPES = [
    (QuestionType.YES_NO, IndicatorUnit.PERCENT, Aggregation.SHARE_OF_YES),
    (QuestionType.NUMBER, IndicatorUnit.COUNT, Aggregation.SUM),
    (QuestionType.PERCENT, IndicatorUnit.PERCENT, Aggregation.MEAN),
    (QuestionType.SCALE, IndicatorUnit.SCALE, Aggregation.MEAN),
    (QuestionType.ONE_OF, None, None),
    (QuestionType.MANY_OF, None, None),
    (QuestionType.RANKING, None, None),
    (QuestionType.SHORT_TEXT, None, None),
    (QuestionType.LONG_TEXT, None, None),
    (QuestionType.TABLE, None, None),
]
# How far the entities are in the open cycle, in turns.
SITUATIONS = [
    "not started",
    "draft",
    "complete",
    "submitted",
    "under review",
    "returned",
    "accepted",
    "reopened",
    "on behalf",
]


class AlreadyThere(Exception):
    """Submissions cannot be deleted, so a second set would stand beside the first."""


@transaction.atomic
def make(number_of_entities=46, number_of_questions=60, number_of_cycles=6, seed=1):
    """`number_of_cycles` published cycles and, after them, an open one with every situation. Returns the open one."""
    if Cycle.objects.filter(slug__startswith=CODE).exists():
        raise AlreadyThere("The large demo cycles are there already.")
    chance = random.Random(seed)
    with indexed_once():
        questionnaire = make_questionnaire(number_of_questions)
        entities = entities_for(number_of_entities)
        writer = Writer(questionnaire, chance)
        year = timezone.localdate().year
        for past in range(number_of_cycles, 0, -1):
            writer.published(make_cycle(questionnaire, entities, year - past, CycleState.PUBLISHED), entities)
        cycle = make_cycle(questionnaire, entities, year, CycleState.OPEN)
        writer.open(cycle, entities)
    count_rows()
    return cycle


def count_rows():
    """Until it has counted, the database takes the tables to be empty, and asks for evidence for a minute and more."""
    models = (Evidence, AnswerComment, Answer, Submission, Report, Question, Cycle)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(model._meta.db_table for model in models)}")


def texts(field, text):
    return {languages.column(field, code): f"{text} [{code}]" for code in languages.CODES}


def entities_for(number):
    """Those that are known, and invented ones where there are too few."""
    known = list(Entity.objects.order_by("code")[:number])
    invented = range(len(known) + 1, number + 1)
    return known + Entity.objects.bulk_create(
        Entity(
            code=f"DEMO{place}",
            slug=f"demo-entity-{place}",
            kind=EntityKind.OTHER_BODY,
            **texts("name", f"Invented demo entity {place}"),
            **texts("acronym", f"DEMO{place}"),
        )
        for place in invented
    )


# The questionnaire


def make_questionnaire(number):
    framework = Framework.objects.create(
        code=CODE, slug=CODE, status=FrameworkStatus.DRAFT, **texts("title", "Large demo framework, invented")
    )
    questionnaire = Questionnaire.objects.create(
        code=CODE, framework=framework, composed_for_portal=True, **texts("title", "Large demo report, invented")
    )
    for first in range(0, number, PER_SECTION):
        make_section(framework, questionnaire, first // PER_SECTION + 1, min(PER_SECTION, number - first))
    return Questionnaire.objects.with_questions().get(pk=questionnaire.pk)


def make_section(framework, questionnaire, place, number):
    node = Node.objects.create(
        framework=framework, code=str(place), is_sample=True, position=place, **texts("text", f"Demo outcome {place}")
    )
    section = Section.objects.create(
        questionnaire=questionnaire, code=str(place), node=node, position=place, **texts("title", f"Demo part {place}")
    )
    questions = Question.objects.bulk_create(
        make_question(node, section, f"{place}.{position}", position) for position in range(1, number + 1)
    )
    chosen = {QuestionType.ONE_OF, QuestionType.MANY_OF, QuestionType.RANKING}
    Choice.objects.bulk_create(
        Choice(question=question, code=code, position=position, **texts("label", code.capitalize()))
        for question in questions
        if question.type in chosen
        for position, code in enumerate(CHOICES)
    )
    Column.objects.bulk_create(
        Column(question=question, code=code, position=position, is_number=is_number, **texts("label", label))
        for question in questions
        if question.type == QuestionType.TABLE
        for position, (code, label, is_number) in enumerate(
            [("partner", "Partner", False), ("activities", "Activities", True)]
        )
    )


def make_question(node, section, code, position):
    type, unit, aggregation = TYPES[(position - 1) % len(TYPES)]
    return Question(
        section=section,
        code=code,
        type=type,
        position=position,
        minimum=1 if type == QuestionType.SCALE else None,
        maximum=5 if type == QuestionType.SCALE else None,
        required=type != QuestionType.TABLE,
        consent=Consent.MEMBERS if type == QuestionType.LONG_TEXT else Consent.PUBLIC,
        indicator=unit and make_indicator(node, code, unit, aggregation),
        **texts("text", f"Demo question {code}"),
    )


def make_indicator(node, code, unit, aggregation):
    return Indicator.objects.create(
        node=node,
        code=f"DEMO-{code}",
        unit=unit,
        aggregation=aggregation,
        baseline_value=Decimal(10),
        baseline_year=timezone.localdate().year - 7,
        target_value=Decimal(60),
        target_year=timezone.localdate().year + 2,
        **texts("title", f"Demo indicator {code}"),
        **texts("definition", "Invented, to see how pages behave when they are full."),
    )


def make_cycle(questionnaire, entities, year, state):
    """The open one is due in thirty days; the published ones lie a year apart before it."""
    due = timezone.localdate() + datetime.timedelta(days=30 - 365 * (timezone.localdate().year - year))
    cycle = Cycle.objects.create(
        slug=f"{CODE}-{year}",
        year=year,
        state=state,
        is_demo=True,
        opens_on=due - datetime.timedelta(days=90),
        due_on=due,
        grace_until=due + datetime.timedelta(days=14),
        closes_on=due + datetime.timedelta(days=30),
        **texts("title", f"Large demo cycle {year}, invented"),
    )
    cycle.questionnaires.add(questionnaire)
    # Some joined later.
    joined = [entity for place, entity in enumerate(entities) if place % 10 or state == CycleState.OPEN or place == 0]
    cycle.entities.set(joined)
    return cycle


# Reports


class Writer:
    """Writes the reports of one cycle after the other, so that each carries over from the one before."""

    def __init__(self, questionnaire, chance):
        self.questionnaire, self.chance = questionnaire, chance
        self.questions = questionnaire.questions
        self.last = {}  # {entity id: {question code: content}} of the last accepted report
        self.officer = User.objects.filter(groups__name=SECRETARIAT).order_by("pk").first()
        self.content_type = ContentType.objects.get_for_model(Report)

    def published(self, cycle, entities):
        """Nine in ten reported, and all were accepted."""
        asked = set(cycle.entities.values_list("pk", flat=True))
        reporting = [entity for entity in entities if entity.pk in asked and self.chance.random() < 0.9]
        self.write(cycle, [(entity, "accepted") for entity in reporting])
        cycle_reports = Report.objects.filter(cycle=cycle).select_related("accepted_submission")
        self.last |= {report.entity_id: report.accepted_submission.answers for report in cycle_reports}

    def open(self, cycle, entities):
        situations = [(entity, SITUATIONS[place % len(SITUATIONS)]) for place, entity in enumerate(entities)]
        self.write(cycle, [pair for pair in situations if pair[1] != "not started"])

    def write(self, cycle, situations):
        reports = Report.objects.bulk_create(self.report(cycle, *pair) for pair in situations)
        said = {report.pk: self.contents(report, pair[1]) for report, pair in zip(reports, situations, strict=True)}
        answers = Answer.objects.bulk_create(
            [
                Answer(report=report, question=question, changed_by=None, **said[report.pk][question.code])
                for report in reports
                for question in self.questions
                if question.code in said[report.pk]
            ],
            batch_size=2000,
        )
        situation_of = {report.pk: pair[1] for report, pair in zip(reports, situations, strict=True)}
        discussed = [answer for answer in answers if situation_of[answer.report_id] in DISCUSSED]
        evidence = Evidence.objects.bulk_create(
            Evidence(answer=answer, url=f"https://demo.example/evidence/{place}")
            for place, answer in enumerate(discussed[::7])
        )
        self.submit(reports, said, evidence)
        self.accept([key for key, situation in situation_of.items() if situation in ACCEPTED])
        self.comment(discussed)
        self.send_back(situation_of)

    def report(self, cycle, entity, situation):
        state = STATES[situation]
        is_submitted = situation not in ("draft", "complete")
        received = {}
        if situation == "on behalf":
            received = {
                "channel": Channel.SECRETARIAT,
                "received_through": Means.MAIL,
                "received_from": "Demo office, invented",
                "received_on": cycle.opens_on + datetime.timedelta(days=10),
            }
        noon = datetime.datetime.combine(cycle.opens_on, datetime.time(12), datetime.UTC)
        days = self.chance.randint(15, 50)
        return Report(
            entity=entity,
            cycle=cycle,
            questionnaire=self.questionnaire,
            # Accepted once the submission is there that is accepted.
            state=ReportState.SUBMITTED if state == ReportState.ACCEPTED else state,
            number=int(is_submitted),
            submitted_at=noon + datetime.timedelta(days=days) if is_submitted else None,
            review_began_at=noon + datetime.timedelta(days=days + 2) if situation == "under review" else None,
            **received,
        )

    def submit(self, reports, said, evidence):
        links = {(row.answer.report_id, row.answer.question.code): [{"url": row.url}] for row in evidence}
        Submission.objects.bulk_create(
            Submission(report=report, number=1, at=report.submitted_at, content=content_of(report, said, links))
            for report in reports
            if report.number
        )

    def accept(self, keys):
        reports = Report.objects.filter(pk__in=keys)
        first = Submission.objects.filter(report=OuterRef("pk"), number=1).values("pk")[:1]
        reports.update(accepted_submission=Subquery(first))
        reports.exclude(state=ReportState.RETURNED).update(state=ReportState.ACCEPTED)

    # What is answered

    def contents(self, report, situation):
        """{question code: content}. Every third answer stays as it was; a draft is half full."""
        last = self.last.get(report.entity_id, {})
        questions = self.questions[: len(self.questions) // 2] if situation == "draft" else self.questions
        return {question.code: self.content(question, last.get(question.code)) for question in questions}

    def content(self, question, last):
        if is_answered(last) and self.chance.random() < 0.4:
            return {name: last[name] for name in BLANK} | {"carried_over": CarriedOver.UNCHANGED}
        carried_over = CarriedOver.CHANGED if last else ""
        if self.chance.random() < 0.04:
            reason = {"not_applicable": True, "reason": "Not part of our mandate (demo).", "text_language": "en"}
            return BLANK | reason | {"carried_over": carried_over}
        return BLANK | self.said(question) | {"carried_over": carried_over}

    def said(self, question):
        if question.is_text:
            sentences = self.chance.sample(SENTENCES, 1 if question.type == QuestionType.SHORT_TEXT else 3)
            return {"text": " ".join(sentences), "text_language": self.chance.choice(["en", "fr", "es"])}
        return {"value": self.value(question.type)}

    def value(self, type):
        chance = self.chance
        return {
            QuestionType.YES_NO: lambda: chance.choice(["yes", "yes", "no"]),
            QuestionType.NUMBER: lambda: chance.randint(0, 400),
            QuestionType.PERCENT: lambda: chance.randint(0, 100),
            QuestionType.SCALE: lambda: chance.randint(1, 5),
            QuestionType.ONE_OF: lambda: chance.choice(CHOICES),
            QuestionType.MANY_OF: lambda: sorted(chance.sample(CHOICES, 2)),
            QuestionType.RANKING: lambda: chance.sample(CHOICES, 3),
            QuestionType.TABLE: lambda: [{"partner": "Demo partner", "activities": chance.randint(1, 9)}],
        }[type]()

    # What is said about it

    def comment(self, answers):
        """On one answer in nine of what is under review or came back; half of them are to be followed up."""
        if self.officer is None:
            return
        named = answers[::9]
        AnswerComment.objects.bulk_create(
            AnswerComment(answer=answer, by=self.officer, is_secretariat=True, text="Demo: please say how many.")
            for answer in named
        )
        Answer.objects.filter(pk__in=[answer.pk for answer in named[::2]]).update(follow_up=True)

    def send_back(self, situation_of):
        TransitionEvent.objects.bulk_create(
            TransitionEvent(
                workflow="report",
                content_type=self.content_type,
                object_id=key,
                event="reopen" if situation == "reopened" else "return",
                from_state=ReportState.ACCEPTED if situation == "reopened" else ReportState.SUBMITTED,
                to_state=ReportState.RETURNED,
                reason="Demo: please answer our comments.",
                by=self.officer,
            )
            for key, situation in situation_of.items()
            if STATES[situation] == ReportState.RETURNED
        )


def content_of(report, said, links):
    """As workflow.snapshot writes it."""
    answers = {
        code: content | {"evidence": links.get((report.pk, code), [])} for code, content in said[report.pk].items()
    }
    return {"answers": answers} | ({"received": report.received} if report.received else {})


STATES = {
    "draft": ReportState.DRAFT,
    "complete": ReportState.DRAFT,
    "submitted": ReportState.SUBMITTED,
    "under review": ReportState.SUBMITTED,
    "returned": ReportState.RETURNED,
    "accepted": ReportState.ACCEPTED,
    "reopened": ReportState.RETURNED,
    "on behalf": ReportState.SUBMITTED,
}
ACCEPTED = {"accepted", "reopened"}
DISCUSSED = {"under review", "returned", "reopened"}
