"""Earlier demo cycles, so that the results over the cycles have something to show: three rounds of the survey and of
the progress report, among changing entities, with answers that were confirmed unchanged.

The answers come from a generator with a fixed seed and say that they are invented.
"""

import datetime
from random import Random

from django.db import transaction

from core.loading import read, texts
from entities.models import Entity
from strategy.contents import BLANK, applies
from strategy.models import (
    Answer,
    CarriedOver,
    Cycle,
    CycleState,
    Questionnaire,
    QuestionType,
    Report,
    ReportState,
    Submission,
)
from strategy.reference_data import DATA, WORKING

# Asked in each round: in 2022 the same as before; in 2023 UNICEF left, ITC and UNEP joined.
ASKED = {
    2021: ["ILO", "FAO", "UNDP", "UNICEF", "WFP", "UNESCO", "UNOPS", "UNFPA"],
    2022: ["ILO", "FAO", "UNDP", "UNICEF", "WFP", "UNESCO", "UNOPS", "UNFPA"],
    2023: ["ILO", "FAO", "UNDP", "WFP", "UNESCO", "UNOPS", "UNFPA", "ITC", "UNEP"],
}
# Asked and never answered.
SILENT = {2021: ["UNOPS"], 2022: [], 2023: ["UNFPA"]}
QUESTIONNAIRES = ["institutionalization-survey", "progress-report"]
WORDS = {
    "en": "Demo answer: written for this portal, not reported by the entity.",
    "fr": "Réponse de démonstration\u00a0: rédigée pour ce portail, non communiquée par l’entité.",
    "es": "Respuesta de demostración: redactada para este portal, no comunicada por la entidad.",
}
# How often an entity confirms last cycle's answer, and how often it says that a question does not apply.
SHARE_UNCHANGED, SHARE_NOT_APPLICABLE = 0.4, 0.05


def load():
    example = next(row for row in read(DATA / "demo_cycles.json") if row["slug"] == "demo-cycle-2024")
    last = {}
    for year in ASKED:
        if not Cycle.objects.filter(slug=f"demo-cycle-{year}").exists():
            with transaction.atomic():
                create_round(year, example, last)


def create_round(year, example, last):
    """`last` is {(entity, questionnaire): its contents}, of the round before, and after it of this one."""
    cycle = Cycle.objects.create(
        slug=f"demo-cycle-{year}",
        year=year,
        period_start=datetime.date(year, 1, 1),
        period_end=datetime.date(year, 12, 31),
        opens_on=datetime.date(year + 1, 1, 15),
        due_on=datetime.date(year + 1, 3, 31),
        closes_on=datetime.date(year + 1, 4, 30),
        city=example["city"],
        time_zone=example["timezone"],
        is_demo=True,
        state=CycleState.PUBLISHED,
        working_translations=WORKING,
        **texts(title=of_year(example["title"], year), note=example["note"]),
    )
    questionnaires = Questionnaire.objects.with_questions().filter(code__in=QUESTIONNAIRES, edition=1)
    cycle.questionnaires.set(questionnaires)
    entities = Entity.objects.filter(code__in=ASKED[year]).order_by("code")
    cycle.entities.set(entities)
    for questionnaire in questionnaires:
        for entity in entities:
            if entity.code not in SILENT[year]:
                key = (entity.code, questionnaire.code)
                last[key] = contents(questionnaire, Random(f"{year} {key}"), year, last.get(key, {}))
                create_report(cycle, entity, questionnaire, last[key])


def of_year(title, year):
    return {language: text.replace("2024", str(year)) for language, text in title.items()}


def contents(questionnaire, chance, year, last):
    """{code: content} of one report. `last` is what the entity said in the round before."""
    found = {}
    for question in questionnaire.questions:
        if applies(question, found):
            found[question.pk] = content(question, chance, year, last.get(question.code))
    return {question.code: found[question.pk] for question in questionnaire.questions if question.pk in found}


def content(question, chance, year, last):
    if last and chance.random() < SHARE_UNCHANGED:
        return last | {"carried_over": CarriedOver.UNCHANGED}
    language = chance.choice(sorted(WORDS))
    changed = {"carried_over": CarriedOver.CHANGED} if last else {}
    if chance.random() < SHARE_NOT_APPLICABLE:
        return BLANK | {"not_applicable": True, "reason": WORDS[language], "text_language": language} | changed
    if question.is_text:
        return BLANK | {"text": WORDS[language], "text_language": language} | changed
    return BLANK | {"value": VALUES[question.type](question, chance, year)} | changed


def yes_or_no(question, chance, year):
    return "yes" if chance.random() < 0.5 + 0.12 * (year - 2021) else "no"


def one_choice(question, chance, year):
    return chance.choice([choice.code for choice in question.choices.all()])


def some_choices(question, chance, year):
    codes = [choice.code for choice in question.choices.all()]
    return chance.sample(codes, chance.randint(1, min(4, len(codes))))


def number(question, chance, year):
    return chance.randint(1, 12) * (year - 2018)


def percent(question, chance, year):
    return min(100, chance.randint(15, 60) + 8 * (year - 2021))


def point(question, chance, year):
    return chance.choice(list(question.scale_points)[1:])


def rows(question, chance, year):
    columns = question.columns.all()
    return [{column.code: chance.randint(1, 40) * 25000 if column.is_number else str(year) for column in columns}]


VALUES = {
    QuestionType.YES_NO: yes_or_no,
    QuestionType.ONE_OF: one_choice,
    QuestionType.MANY_OF: some_choices,
    QuestionType.RANKING: some_choices,
    QuestionType.NUMBER: number,
    QuestionType.PERCENT: percent,
    QuestionType.SCALE: point,
    QuestionType.TABLE: rows,
}


def create_report(cycle, entity, questionnaire, said):
    at = datetime.datetime.combine(cycle.due_on, datetime.time(12), datetime.UTC)
    report = Report.objects.create(entity=entity, cycle=cycle, questionnaire=questionnaire)
    questions = {question.code: question for question in questionnaire.questions}
    Answer.objects.bulk_create(Answer(report=report, question=questions[code], **each) for code, each in said.items())
    answers = {code: each | {"evidence": []} for code, each in said.items()}
    report.accepted_submission = Submission.objects.create(report=report, number=1, at=at, content={"answers": answers})
    report.state, report.number, report.submitted_at = ReportState.ACCEPTED, 1, at
    report.save()
    Report.objects.filter(pk=report.pk).update(changed_at=at)
