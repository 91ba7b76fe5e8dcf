"""Everything that the report of a cycle says, as plain data: what is frozen when the cycle is published.

Nothing is left out for anybody, apart from narratives that the secretariat left out or marked for follow-up, so it is
never shown as it is: strategy/consolidated.py reads it for one edition. Texts are as core/frozen.py says; numbers are
kept as text, exactly.

Figures count what the results count: the accepted submissions (strategy/results.py).
"""

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from core.frozen import freeze
from strategy.contents import is_answered
from strategy.models import (
    Answer,
    ConsolidatedReport,
    CycleSnapshot,
    Framework,
    NarrativeChoice,
    Question,
    Questionnaire,
    QuestionType,
    Report,
)
from strategy.results import accepted_reports, asked_codes, contents_of, name_initiatives, result_of

# Results say what this person may read; a figure itself (`figure`) is the same for all, and that is what is kept.
READER = AnonymousUser()


def take(cycle, by):
    """Freezes the cycle under the next number. The caller holds the row of the cycle."""
    last = CycleSnapshot.objects.current_of(cycle)
    number = last.number + 1 if last else 1
    return CycleSnapshot.objects.create(cycle=cycle, number=number, at=timezone.now(), by=by, content=content_of(cycle))


def content_of(cycle):
    """What a snapshot of this moment would hold."""
    answers = Answers(cycle)
    return {
        "cycle": facts_of(cycle),
        "report": words_of(answers.consolidated),
        "asked": [entity.code for entity in answers.asked],
        "entities": answers.entities(),
        "frameworks": [framework_of(framework, answers) for framework in frameworks_of(answers)],
        "questionnaires": [questionnaire_of(questionnaire, answers) for questionnaire in answers.questionnaires],
    }


class Answers:
    """The accepted answers of a cycle, read once. `results` is {question id: QuestionResult}."""

    def __init__(self, cycle):
        self.cycle = cycle
        self.questionnaires = list(Questionnaire.objects.with_questions().filter(cycles=cycle))
        self.asked = list(cycle.entities.order_by("code"))
        codes = [entity.code for entity in self.asked]
        self.reports = {found.pk: accepted_reports(cycle, found) for found in self.questionnaires}
        self.results = {
            question.pk: result_of(question, contents_of(question, self.reports[questionnaire.pk]), codes, READER)
            for questionnaire in self.questionnaires
            for question in questionnaire.questions
        }
        name_initiatives(self.results.values(), READER)
        self.consolidated = ConsolidatedReport.objects.filter(cycle=cycle).first()
        choices = NarrativeChoice.objects.filter(consolidated=self.consolidated)
        self.choices = {choice.question_id: choice for choice in choices}
        self.flagged = flagged_in(cycle)

    def entities(self):
        reported = [report.entity for reports in self.reports.values() for report in reports]
        return {
            entity.code: {
                "slug": entity.slug,
                "acronym": freeze(entity, "acronym"),
                "name": freeze(entity, "name"),
            }
            for entity in [*self.asked, *reported]
        }

    def narratives(self, question):
        """[(report, content)] of the answers in words that go into the report, in their order."""
        choice = self.choices.get(question.pk) or NarrativeChoice()
        found = [
            (report, content)
            for report, content in said_in(question, self.reports[question.section.questionnaire_id])
            if (report.pk, question.pk) not in self.flagged and report.entity.code not in choice.left_out
        ]
        return sorted(found, key=lambda pair: choice.place_of(pair[0].entity.code))


def said_in(question, reports):
    """[(report, content)] of those that answered, without those to whom the question does not apply."""
    contents = [(report, report.accepted_submission.answers.get(question.code)) for report in reports]
    return [(report, said) for report, said in contents if is_answered(said) and not said["not_applicable"]]


def flagged_in(cycle):
    """{(report, question)} of the answers to which the secretariat comes back: they are not published."""
    return set(Answer.objects.filter(report__cycle=cycle, follow_up=True).values_list("report", "question"))


def facts_of(cycle):
    return {
        "id": cycle.pk,
        "slug": cycle.slug,
        "title": freeze(cycle, "title"),
        "year": cycle.year,
        "start": cycle.period_start and cycle.period_start.isoformat(),
        "end": cycle.period_end and cycle.period_end.isoformat(),
        "is_demo": cycle.is_demo,
    }


def words_of(consolidated):
    """What the secretariat wrote; nothing of it is needed for a report."""
    consolidated = consolidated or ConsolidatedReport()
    texts = ("title", "introduction", "findings", "conclusions", "annex_title")
    return {
        "symbol": consolidated.symbol,
        "annex_symbol": consolidated.annex_symbol,
        **{name: freeze(consolidated, name) for name in texts},
    }


# Figures


def frameworks_of(answers):
    """Those that the questionnaires of the cycle report on, with everything that stands in them."""
    asked = {questionnaire.framework_id for questionnaire in answers.questionnaires}
    for questionnaire in answers.questionnaires:
        asked |= {question.indicator.node.framework_id for question in questionnaire.questions if question.indicator}
    return Framework.objects.filter(pk__in=asked - {None}).prefetch_related("nodes__indicators__values")


def framework_of(framework, answers):
    asking = {}
    for questionnaire in answers.questionnaires:
        for question in questionnaire.questions:
            asking.setdefault(question.indicator_id, []).append((questionnaire, question))
    return {
        "code": framework.code,
        "edition": framework.edition,
        "slug": framework.slug,
        "symbol": framework.symbol,
        "title": freeze(framework, "title"),
        "nodes": [node_of(node, asking, answers) for node in framework.nodes.all()],
    }


def node_of(node, asking, answers):
    return {
        "code": node.code,
        "kind": node.kind,
        "is_sample": node.is_sample,
        "text": freeze(node, "text"),
        "indicators": [indicator_of(found, asking.get(found.pk, []), answers) for found in node.indicators.all()],
    }


def indicator_of(indicator, asking, answers):
    return {
        "code": indicator.code,
        "title": freeze(indicator, "title"),
        "definition": freeze(indicator, "definition"),
        "disaggregation": freeze(indicator, "disaggregation"),
        "unit": indicator.unit,
        "unit_label": freeze(indicator, "unit_label"),
        "direction": indicator.direction,
        "aggregation": indicator.aggregation,
        "baseline": point_of(indicator.baseline_year, indicator.baseline_value),
        "target": point_of(indicator.target_year, indicator.target_value),
        "published": [published_of(value) for value in indicator.values.all()],
        "results": [
            indicator_result_of(indicator, questionnaire, answers.results[question.pk], answers.cycle)
            for questionnaire, question in asking
        ],
    }


def live_results(cycle):
    """{question id: what its indicator would say in a snapshot of this moment}"""
    asking = Question.objects.filter(section__questionnaire__cycles=cycle, indicator__isnull=False)
    reports = {}
    for report in Report.objects.accepted().filter(cycle=cycle).select_related("entity", "accepted_submission"):
        reports.setdefault(report.questionnaire_id, []).append(report)
    asked = asked_codes(cycle)
    found = {}
    for question in asking.select_related("indicator", "section__questionnaire"):
        questionnaire = question.section.questionnaire
        contents = contents_of(question, reports.get(questionnaire.pk, []))
        result = result_of(question, contents, asked, READER)
        found[question.pk] = indicator_result_of(question.indicator, questionnaire, result, cycle)
    return found


def point_of(year, value):
    return None if value is None else {"year": year, "value": plain(value)}


def plain(value):
    """81.0000 as 81: a number as text, exactly."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def published_of(value):
    return {
        "year": value.year,
        "value": plain(value.value),
        "is_approximate": value.is_approximate,
        "respondents": value.respondents,
        "symbol": value.symbol,
        "document": value.source_title,
    }


def indicator_result_of(indicator, questionnaire, result, cycle):
    question = result.question
    return figure_of(result) | {
        "questionnaire": questionnaire.code,
        "question": question.pk,
        "code": question.code,
        "consent": question.consent,
        "status": indicator.status_of(result.figure.value, cycle.year),
    }


def figure_of(result):
    """A figure with its rule, and of how many: it is never said without."""
    figure = result.figure
    return {
        "method": figure.method or "",
        "value": plain(figure.value),
        "answered": result.answered,
        "asked": figure.asked,
        "not_applicable": figure.not_applicable,
        "carried_over": figure.carried_over,
        "entities": sorted(said.entity.code for said in result.answers),
        "counted_twice": [twice_of(*pair) for pair in result.counted_twice],
    }


def twice_of(initiative, entities):
    """A public initiative that several entities name as evidence for numbers that are added up."""
    return {"slug": initiative.slug, "title": freeze(initiative, "title"), "entities": entities}


# Answers, section by section


def questionnaire_of(questionnaire, answers):
    return {
        "code": questionnaire.code,
        "edition": questionnaire.edition,
        "title": freeze(questionnaire, "title"),
        "reports": [report_of(report) for report in answers.reports[questionnaire.pk]],
        "sections": [
            {
                "code": section.code,
                "title": freeze(section, "title"),
                "questions": [question_of(question, answers) for question in section.questions.all()],
            }
            for section in questionnaire.sections.all()
        ],
    }


def report_of(report):
    return {
        "id": report.pk,
        "entity": report.entity.code,
        "submission": report.accepted_submission.number,
        "submitted": report.accepted_submission.at.isoformat(),
        "channel": report.channel,
    }


def question_of(question, answers):
    result = answers.results[question.pk]
    return figure_of(result) | {
        "id": question.pk,
        "code": question.code,
        "text": freeze(question, "text"),
        "type": question.type,
        "unit": freeze(question, "unit"),
        "consent": question.consent,
        "indicator": question.indicator.code if question.indicator else "",
        "counts": chosen(result),
        "ranks": [[freeze(choice, "label"), named] for choice, named in ranked(result)],
        "narratives": [narrative_of(*pair) for pair in answers.narratives(question)] if question.is_text else [],
        **table_of(question, answers),
    }


def chosen(result):
    """[code, label, number of entities]: yes, no and the points of a scale have no label of their own."""
    if not result.is_chosen:
        return []
    return [[code, choice and freeze(choice, "label"), count] for code, choice, count in result.counts]


def ranked(result):
    """[(choice, number of entities that named it)], the most often named first."""
    is_ranking = result.question.type == QuestionType.RANKING
    return [(choice, place.named) for choice, place in result.ranks] if is_ranking else []


def narrative_of(report, content):
    return {
        "report": report.pk,
        "entity": report.entity.code,
        "text": content["text"],
        "language": content["text_language"],
    }


def table_of(question, answers):
    """The rows that each entity wrote into a table."""
    if question.type != QuestionType.TABLE:
        return {}
    columns = list(question.columns.all())
    said = said_in(question, answers.reports[question.section.questionnaire_id])
    return {
        "columns": [freeze(column, "label") for column in columns],
        "tables": [
            {
                "report": report.pk,
                "entity": report.entity.code,
                "rows": [[row.get(column.code, "") for column in columns] for row in content["value"]],
            }
            for report, content in said
            if (report.pk, question.pk) not in answers.flagged
        ],
    }
