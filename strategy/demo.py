"""Demo cycles: one that is published with the accepted reports of six entities, one that is open with every state.

The answers are invented and say so. The log of changes begins when the demo is loaded: it cannot be antedated.
"""

import datetime

from django.db import transaction
from django.utils import timezone, translation

from core import languages
from core.loading import read, texts
from core.workflow import record_event
from entities.models import Entity, User
from initiatives.models import Initiative
from strategy import demo_consolidated
from strategy.models import (
    ACCEPTING_STATES,
    Answer,
    AnswerComment,
    CarriedOver,
    Channel,
    Cycle,
    CycleState,
    Evidence,
    Extension,
    ExtensionState,
    Means,
    Questionnaire,
    Report,
    ReportState,
    Submission,
)
from strategy.reference_data import DATA, WORKING
from strategy.workflow import REPORT, snapshot

OFFICER = "secretariat@unossc.example"
# Asked besides those whose report stands in the data, so that "n answered of n asked" has something to say.
ALSO_ASKED = {
    "demo-cycle-2024": ["UNOPS", "ITC"],
    "demo-cycle-2026": ["WFP", "UNESCO", "UNOPS", "ITC", "UNFPA", "UNEP", "ECLAC", "ESCAP"],
}
# Asked for too, and not begun by anybody.
ALSO_OPEN = {"demo-cycle-2026": ["institutionalization-survey"]}


def load():
    with translation.override(languages.DEFAULT):
        for row in read(DATA / "demo_cycles.json"):
            if not Cycle.objects.filter(slug=row["slug"]).exists():
                with transaction.atomic():
                    create_cycle(row)
        demo_consolidated.load(User.objects.get(email=OFFICER))
    put_off()


def put_off():
    """Whoever looks at the demo long after it was written still finds a cycle to report to in time."""
    today = timezone.localdate()
    for cycle in Cycle.objects.filter(is_demo=True, state__in=ACCEPTING_STATES, due_on__lt=today):
        cycle.state = CycleState.OPEN
        cycle.due_on = today + datetime.timedelta(days=30)
        cycle.grace_until = cycle.closes_on = cycle.due_on + datetime.timedelta(days=31)
        cycle.save()


def create_cycle(row):
    cycle = Cycle.objects.create(
        slug=row["slug"],
        year=row["year"],
        period_start=row["period_start"],
        period_end=row["period_end"],
        opens_on=datetime.date.fromisoformat(row["opens_on"]),
        due_on=datetime.date.fromisoformat(row["due_on"]),
        grace_until=datetime.date.fromisoformat(row["closes_on"]),
        closes_on=datetime.date.fromisoformat(row["closes_on"]),
        city=row["city"],
        time_zone=row["timezone"],
        is_demo=row["is_demo"],
        # The demo begins in the middle of its life, so there is no opening that could be logged.
        state=CycleState(row["state"]),
        working_translations=WORKING,
        **texts(title=row["title"], note=row["note"]),
    )
    questionnaire = Questionnaire.objects.with_questions().get(code=row["questionnaire"], edition=1)
    also_open = ALSO_OPEN.get(row["slug"], [])
    cycle.questionnaires.set([questionnaire, *Questionnaire.objects.filter(code__in=also_open, edition=1)])
    asked = [report["entity"] for report in row["reports"]] + ALSO_ASKED.get(row["slug"], [])
    cycle.entities.set(Entity.objects.filter(code__in=asked))
    questions = {question.code: question for question in questionnaire.questions}
    for report in row["reports"]:
        create_report(cycle, questionnaire, questions, report)
    if cycle.state == CycleState.OPEN:
        create_extensions(cycle)


def create_extensions(cycle):
    """One that the secretariat gave, one that waits for its answer."""
    more = {"cycle": cycle, "asked_until": cycle.due_on + datetime.timedelta(days=21)}
    given = {"state": ExtensionState.GRANTED, "until": more["asked_until"], "answered_at": timezone.now()}
    officer = User.objects.get(email=OFFICER)
    Extension.objects.create(entity=Entity.objects.get(code="WFP"), answered_by=officer, **more, **given)
    Extension.objects.create(
        entity=Entity.objects.get(code="ILO"),
        asked_by=User.objects.filter(email="focal@ilo.example").first(),
        reason="Demo: our country offices send their figures later.",
        **more,
    )


def create_report(cycle, questionnaire, questions, row):
    report = Report.objects.create(
        entity=Entity.objects.get(code=row["entity"]),
        cycle=cycle,
        questionnaire=questionnaire,
        **how_it_came(row.get("received")),
    )
    for answer in row["answers"]:
        create_answer(report, questions[answer["question"]], answer, row["language"])
    report.changed_by = author_of(report)
    report.state = ReportState(row["state"])
    if row["submitted_on"]:
        content = snapshot(report)
        if "first_version" in row:
            submit(
                report, row["first_version"]["submitted_on"], as_first_said(content, row["first_version"]["answers"])
            )
        submission = submit(report, row["submitted_on"], content)
        if report.state == ReportState.ACCEPTED:
            report.accepted_submission = submission
    report.save()
    Report.objects.filter(pk=report.pk).update(changed_at=last_change(report, row))
    if report.state == ReportState.RETURNED:
        officer = User.objects.get(email=OFFICER)
        message = row["message"][officer.language.replace("-", "_")]
        record_event(REPORT, report, REPORT["return"], ReportState.SUBMITTED, officer, message)


def how_it_came(received):
    """Of a report that the secretariat entered on behalf of the entity."""
    if received is None:
        return {}
    day = datetime.date.fromisoformat(received["on"])
    said = {"received_through": Means(received["through"]), "received_from": received["from"], "received_on": day}
    return {"channel": Channel.SECRETARIAT, **said}


def submit(report, day, content):
    report.number += 1
    report.submitted_at, report.submitted_by = noon(day), report.changed_by
    return Submission.objects.create(
        report=report, number=report.number, by=report.changed_by, at=report.submitted_at, content=content
    )


def as_first_said(content, changes):
    """The content of a first version: some answers were others, {question code: what differed}."""
    answers = content["answers"]
    return content | {"answers": answers | {code: answers[code] | change for code, change in changes.items()}}


def author_of(report):
    """The officer who entered it, or the entity's demo focal point where there is one."""
    if report.channel == Channel.SECRETARIAT:
        return User.objects.get(email=OFFICER)
    return User.objects.filter(appointments__entity=report.entity, email__startswith="focal@").first()


def create_answer(report, question, row, language):
    text = (row["text"] or {}).get(language.replace("-", "_"), "")
    reason = (row["not_applicable_reason"] or {}).get(language.replace("-", "_"), "")
    answer = Answer.objects.create(
        report=report,
        question=question,
        value=row["value"],
        text=text,
        text_language=language if text or reason else "",
        not_applicable=row["not_applicable"],
        reason=reason,
        carried_over=(row["confirmed"] or CarriedOver.UNCONFIRMED) if row["carried_over"] else "",
        changed_by=author_of(report),
    )
    for evidence in row["evidence"]:
        initiative = Initiative.objects.filter(code=evidence.get("code", "")).first()
        if initiative:
            Evidence.objects.create(answer=answer, initiative=initiative)
    officer = User.objects.get(email=OFFICER)
    for comment in row["comments"]:
        created = AnswerComment.objects.create(
            answer=answer, by=officer, is_secretariat=True, text=comment["text"][officer.language.replace("-", "_")]
        )
        AnswerComment.objects.filter(pk=created.pk).update(at=noon(comment["on"]))


def last_change(report, row):
    last = row["accepted_on"] or row["returned_on"] or row["submitted_on"]
    return noon(last) if last else noon(report.cycle.opens_on.isoformat()) + datetime.timedelta(days=20)


def noon(day):
    return datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00")
