"""The consolidated report of a cycle as one edition holds it: for the page, the papers and the comparison.

    printed = consolidated_for(cycle, user, edition)

It is read from a snapshot, or for the secretariat from the reports as they stand now; both are the same plain data
(strategy/consolidated_snapshot.py), and here is the one place that leaves out what an edition may not hold:

- answers to a question whose consent is narrower than the edition, when it was frozen or now;
- in public, figures of fewer than three entities, which would say what one of them answered.
"""

import datetime
import hashlib
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from core import languages
from core.frozen import Passage, passage
from entities.roles import is_secretariat
from strategy.aggregates import SMALLEST_GROUP
from strategy.consolidated_snapshot import content_of, live_results
from strategy.models import (
    Aggregation,
    Channel,
    CycleSnapshot,
    CycleState,
    Direction,
    Edition,
    NodeKind,
    Question,
    QuestionType,
    editions_for,
)
from strategy.printed_consolidated import (
    Consolidated,
    CountedTwice,
    EntityTable,
    IndicatorResult,
    NamedEntity,
    Narrative,
    Point,
    PrintedFramework,
    PrintedIndicator,
    PrintedNode,
    PrintedQuestion,
    PrintedSection,
    Published,
)


def edition_for(user, asked=""):
    """The edition that is asked for, else the fullest of this person; None where it is not for them."""
    editions = editions_for(user)
    if not asked:
        return editions[0]
    return next((edition for edition in editions if edition.value == asked), None)


def snapshot_shown(cycle, user):
    """The one that holds while the cycle is published, else None: then the secretariat alone reads what stands now."""
    if cycle.state != CycleState.PUBLISHED:
        return None
    return CycleSnapshot.objects.visible_to(user).current_of(cycle)


def consolidated_for(cycle, user, edition, snapshot=None, with_live=False):
    """The report as this edition holds it, or None where there is none for this person.

    `edition` comes from edition_for(), and `snapshot` is one that the person may see; without it the one that holds.
    `with_live`: figures that would be others today say so.
    """
    snapshot = snapshot or snapshot_shown(cycle, user)
    if snapshot is not None:
        live = live_results(cycle) if with_live else None
        return Reader(snapshot.content, edition, snapshot, live).printed()
    if is_secretariat(user):
        return Reader(content_of(cycle), edition).printed()
    return None


class Reader:
    """Reads plain data for one edition, in the active language."""

    def __init__(self, content, edition, snapshot=None, live=None):
        self.content, self.edition, self.snapshot = content, edition, snapshot
        self.live = live or {}
        self.entities = {code: named_entity(code, known) for code, known in content["entities"].items()}
        self.consents = consents_of(content)

    def printed(self):
        cycle, words = self.content["cycle"], self.content["report"]
        title = passage(cycle["title"])
        return Consolidated(
            edition=self.edition,
            number=self.snapshot and self.snapshot.number,
            at=self.snapshot and self.snapshot.at,
            title=passage(words["title"]) or title,
            symbol=words["symbol"],
            cycle=title,
            year=cycle["year"],
            period=(day(cycle["start"]), day(cycle["end"])),
            is_demo=cycle["is_demo"],
            introduction=passage(words["introduction"]),
            findings=passage(words["findings"]),
            conclusions=passage(words["conclusions"]),
            annex_title=passage(words["annex_title"]),
            annex_symbol=words["annex_symbol"],
            asked=self.named(self.content["asked"]),
            reported=self.reported(),
            on_behalf=self.on_behalf(),
            frameworks=[self.framework(row) for row in self.content["frameworks"]],
            sections=self.sections(),
        )

    def named(self, codes):
        return [self.entities[code] for code in codes]

    def reported(self):
        """With an accepted report to any questionnaire, each once."""
        return self.named(sorted({report["entity"] for report in self.reports}))

    def on_behalf(self):
        """Whose report the secretariat entered: between it and the members."""
        if self.edition == Edition.PUBLIC:
            return []
        return self.named(
            sorted({found["entity"] for found in self.reports if found["channel"] == Channel.SECRETARIAT})
        )

    @property
    def reports(self):
        return [report for found in self.content["questionnaires"] for report in found["reports"]]

    def holds(self, question, consent):
        """May this edition hold answers to this question? By the narrower of then and now."""
        return {consent, self.consents.get(question, consent)} <= self.edition.levels

    def counted(self, row):
        is_hidden = self.edition == Edition.PUBLIC and row["answered"] < SMALLEST_GROUP
        return {
            "method": row["method"],
            "value": None if is_hidden else number(row["value"]),
            "answered": row["answered"],
            "asked": row["asked"],
            "not_applicable": row["not_applicable"],
            "is_hidden": is_hidden,
            "entities": self.named(row["entities"]),
            "counted_twice": [] if self.edition == Edition.PUBLIC else self.counted_twice(row),
        }

    def counted_twice(self, row):
        """Snapshots of before it was warned of have none."""
        return [
            CountedTwice(found["slug"], passage(found["title"]), self.named(found["entities"]))
            for found in row.get("counted_twice", ())
        ]

    # Figures

    def framework(self, row):
        nodes = [self.node(row["slug"], node) for node in row["nodes"]]
        return PrintedFramework(row["slug"], row["code"], row["symbol"], passage(row["title"]), nodes)

    def node(self, framework, row):
        indicators = [self.indicator(framework, found) for found in row["indicators"]]
        kind = label_of(NodeKind, row["kind"])
        return PrintedNode(row["code"], kind, row["is_sample"], passage(row["text"]), indicators)

    def indicator(self, framework, row):
        return PrintedIndicator(
            framework=framework,
            code=row["code"],
            title=passage(row["title"]),
            definition=passage(row["definition"]),
            disaggregation=passage(row["disaggregation"]),
            unit=row["unit"],
            unit_label=passage(row["unit_label"]),
            direction=label_of(Direction, row["direction"]),
            aggregation=label_of(Aggregation, row["aggregation"]),
            baseline=point(row["baseline"]),
            target=point(row["target"]),
            published=[published(value) for value in row["published"]],
            results=[
                replace(self.indicator_result(result), live=self.live_result(result))
                for result in row["results"]
                if self.holds(result["question"], result["consent"])
            ],
        )

    def indicator_result(self, row):
        counted = self.counted(row)
        titles = {found["code"]: passage(found["title"]) for found in self.content["questionnaires"]}
        return IndicatorResult(
            **counted,
            questionnaire=titles[row["questionnaire"]],
            question=row["question"],
            code=row["code"],
            status="" if counted["is_hidden"] else row["status"],
        )

    def live_result(self, row):
        """What it would say today, where that is something else."""
        today = self.live.get(row["question"])
        if today is None or all(today[name] == row[name] for name in ("value", "answered", "asked")):
            return None
        return self.indicator_result(today)

    # Sections

    def sections(self):
        found = []
        for questionnaire in self.content["questionnaires"]:
            for row in questionnaire["sections"]:
                questions = [self.question(one) for one in row["questions"] if self.holds(one["id"], one["consent"])]
                if questions:
                    title = passage(questionnaire["title"])
                    section = PrintedSection(
                        questionnaire["code"], title, row["code"], passage(row["title"]), questions
                    )
                    found.append(section)
        return found

    def question(self, row):
        counted = self.counted(row)
        shown = {} if counted["is_hidden"] else figures_of(row)
        return PrintedQuestion(
            **counted,
            **shown,
            code=row["code"],
            text=passage(row["text"]),
            type=row["type"],
            unit=passage(row["unit"]),
            consent=row["consent"],
            indicator=row["indicator"],
            narratives=[self.narrative(said) for said in row["narratives"]],
            columns=[passage(label) for label in row.get("columns", ())],
            tables=[] if counted["is_hidden"] else [self.table(said) for said in row.get("tables", ())],
        )

    def narrative(self, row):
        language = languages.BY_CODE.get(row["language"], languages.current())
        return Narrative(row["report"], self.entities[row["entity"]], Passage(row["text"], language))

    def table(self, row):
        return EntityTable(row["report"], self.entities[row["entity"]], row["rows"])


def consents_of(content):
    """{question id: its consent now}: an entity that is promised more today than then is not shown as then."""
    keys = [
        question["id"]
        for questionnaire in content["questionnaires"]
        for section in questionnaire["sections"]
        for question in section["questions"]
    ]
    return dict(Question.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "consent"))


def digest_of_consents(content):
    """Names the levels of consent by which a paper was made, to notice that one of them changed."""
    text = ",".join(f"{question}:{consent}" for question, consent in consents_of(content).items())
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def figures_of(row):
    return {
        "counts": [(label_of_choice(row, code, label), count) for code, label, count in row["counts"]],
        "ranks": [(passage(label), count) for label, count in row["ranks"]],
    }


def label_of_choice(row, code, label):
    if row["type"] == QuestionType.YES_NO:
        return Passage({"yes": _("Yes"), "no": _("No")}[code], languages.current())
    return passage(label) or Passage(code, languages.current())


def named_entity(code, row):
    return NamedEntity(code, row["slug"], passage(row["acronym"]), passage(row["name"]))


def label_of(choices, value):
    """A value that a later version of the portal does not know any more is shown as it is."""
    return str(dict(choices.choices).get(value, value))


def point(row):
    return row and Point(row["year"], Decimal(row["value"]))


def published(row):
    return Published(**row | {"value": Decimal(row["value"])})


def number(text):
    return None if text is None else Decimal(text)


def day(text):
    return datetime.date.fromisoformat(text) if text else None
