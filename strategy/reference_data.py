"""Loads strategy/data: frameworks, indicators with their published values, and the two questionnaires.

Each is created once, keyed on its code. Afterwards the secretariat keeps it, so loading again changes nothing.
"""

from pathlib import Path

from django.db import transaction
from django.utils import translation

from core import languages
from core.loading import read, texts
from strategy.models import (
    Choice,
    Column,
    Framework,
    Indicator,
    IndicatorValue,
    Node,
    Question,
    Questionnaire,
    Section,
)

DATA = Path(__file__).parent / "data"
# The portal's own translations: language staff have not reviewed them.
WORKING = [code for code in languages.CODES if code != languages.DEFAULT]


@transaction.atomic
def load():
    # The library's own column follows the active language: it shall be the English one.
    with translation.override(languages.DEFAULT):
        known = set(Framework.objects.values_list("code", flat=True))
        for position, row in enumerate(read(DATA / "frameworks.json")):
            if row["code"] not in known:
                create_framework(row, position)
        known = set(Indicator.objects.values_list("code", flat=True))
        for position, row in enumerate(read(DATA / "indicators.json")):
            if row["code"] not in known:
                create_indicator(row, position)
        known = set(Questionnaire.objects.values_list("code", "edition"))
        for row in read(DATA / "questionnaires.json"):
            if (row["code"], row["version"]) not in known:
                create_questionnaire(row)


def create_framework(row, position):
    framework = Framework.objects.create(
        code=row["code"],
        slug=row["slug"],
        symbol=row["symbol"] or "",
        status=row["status"],
        period_start=row["period_start"],
        period_end=row["period_end"],
        source=row["source"]["title"] or "",
        source_url=row["source"]["url"] or "",
        is_official_title=row["is_official_title"],
        position=position,
        working_translations=WORKING,
        **texts(title=row["title"], short_title=row["short_title"], description=row["description"]),
    )
    nodes = {}
    for number, node in enumerate(row["nodes"]):
        nodes[node["code"]] = Node.objects.create(
            framework=framework,
            parent=nodes.get(node["parent"]),
            code=node["code"],
            kind=node["kind"],
            is_sample=node["is_sample"],
            source=node["source"] or "",
            position=number,
            working_translations=WORKING,
            **texts(text=node["text"], description=node["description"]),
        )


def create_indicator(row, position):
    baseline, target = row["baseline"] or {}, row["target"] or {}
    indicator = Indicator.objects.create(
        node=node_of(row["node"]),
        code=row["code"],
        unit=row["unit"],
        direction=row["direction"],
        aggregation=row["aggregation"],
        baseline_value=baseline.get("value"),
        baseline_year=baseline.get("year"),
        target_value=target.get("value"),
        target_year=target.get("year"),
        position=position,
        working_translations=WORKING,
        **texts(
            title=row["title"],
            short_title=row["short_title"],
            definition=row["definition"],
            unit_label=row["unit_label"],
        ),
    )
    for value in row["values"]:
        IndicatorValue.objects.create(
            indicator=indicator,
            year=value["year"],
            value=value["value"],
            respondents=value["respondents"],
            is_approximate=value["is_approximate"],
            symbol=value["source"]["symbol"] or "",
            source_title=value["source"]["title"] or "",
            working_translations=WORKING,
            **texts(source=value["source"]["note"]),
        )


def create_questionnaire(row):
    questionnaire = Questionnaire.objects.create(
        code=row["code"],
        edition=row["version"],
        framework=Framework.objects.newest().get(code=row["framework"]),
        composed_for_portal=row["composed_for_portal"],
        working_translations=WORKING,
        **texts(title=row["title"], short_title=row["short_title"], description=row["description"]),
    )
    newest = Indicator.objects.filter(node__framework__in=Framework.objects.newest())
    indicators = {indicator.code: indicator for indicator in newest}
    questions = {}
    for position, part in enumerate(row["sections"]):
        section = Section.objects.create(
            questionnaire=questionnaire,
            code=part["code"],
            node=node_of(part["node"]) if part["node"] else None,
            position=position,
            working_translations=WORKING,
            **texts(title=part["title"], intro=part["intro"]),
        )
        for number, question in enumerate(part["questions"]):
            questions[question["code"]] = create_question(section, question, number, questions, indicators)


def create_question(section, row, position, questions, indicators):
    condition = row["condition"]
    question = Question.objects.create(
        section=section,
        code=row["code"],
        type=row["type"],
        required=row["required"],
        consent=row["consent"],
        minimum=row["min"],
        maximum=row["max"],
        indicator=indicators.get(row["indicator"]),
        condition_question=questions[condition["question"]] if condition else None,
        condition_equals=condition["equals"] if condition else "",
        position=position,
        working_translations=WORKING,
        **texts(text=row["text"], help=row["help"], unit=row["unit"]),
    )
    Choice.objects.bulk_create(
        Choice(question=question, code=choice["code"], position=number, **texts(label=choice["label"]))
        for number, choice in enumerate(row["choices"])
    )
    Column.objects.bulk_create(
        Column(
            question=question,
            code=column["code"],
            is_number=column["type"] == "number",
            position=number,
            **texts(label=column["label"]),
        )
        for number, column in enumerate(row.get("columns", []))
    )
    return question


def node_of(pair):
    framework, code = pair
    return Node.objects.get(framework=Framework.objects.newest().get(code=framework), code=code)
