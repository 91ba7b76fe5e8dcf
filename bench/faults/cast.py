"""The people of the bench and the records that they work on, made before anything is killed."""

import itertools
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from core import languages
from entities.models import Entity
from strategy.models import Cycle
from tests.factory import Factory
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import make_intervention, make_item, make_meeting
from tests.strategy.factory import make_cycle, make_question, make_questionnaire, make_report, make_section

ENTITIES = ["ILO", "FAO", "UNDP", "UNICEF"]
PASSWORD = "sstc-demo"
ADMINISTRATOR = "admin@portal.example"
OFFICERS = 6
PLANNED, LIVE = "planned", "live"  # meetings


@dataclass
class Worker:
    """One person, with records that nobody else touches."""

    email: str
    entity: str
    meeting: str
    interventions: list
    initiatives: list
    report: int
    drafts: list = field(default_factory=list)
    reports: list = field(default_factory=list)


def make_cast(operations):
    """Drafts and complete reports enough for each person: a quarter of what they do is to submit one."""
    submissions = operations // 6 + 5
    make = Factory()
    make_officers(make)
    make.administrator(ADMINISTRATOR)
    questionnaire = make_questionnaire(make, code="bench")
    pair = make_section(make, questionnaire, "3")
    for code in ("3.1", "3.2"):
        make_question(make, pair, code, "long_text", required=False)
    entities = list(Entity.objects.filter(code__in=ENTITIES))
    make_cycle(make, slug="work", questionnaire=questionnaire, entities=entities)
    meeting = make_meeting(make, state="record_preparation", title="Meeting of the bench")
    make_item(make, meeting)
    make_meeting(make, slug=PLANNED, date=timezone.localdate() + timedelta(days=30), title="Next meeting of the bench")
    make_meeting(make, slug=LIVE, state="in_progress", date=timezone.localdate(), title="Meeting that goes on")
    cycles = [
        make_cycle(make, slug=f"cycle-{number}", questionnaire=questionnaire, entities=entities)
        for number in range(submissions)
    ]
    return [worker(make, entity, meeting, cycles, submissions) for entity in entities]


def entity_keys():
    return list(Entity.objects.filter(code__in=ENTITIES).values_list("pk", flat=True))


def make_officers(make):
    """Each is told of each submission, in a language of theirs, at any hour."""
    codes = itertools.cycle(languages.CODES)
    for number, code in zip(range(OFFICERS), codes, strict=False):
        officer = make.officer(f"officer{number}@unossc.example")
        officer.language, officer.quiet_from, officer.quiet_to = code, None, None
        officer.save()


def worker(make, entity, meeting, cycles, submissions):
    email = f"focal@{entity.slug}.example"
    make.person(email, entity)
    drafts = [
        make_initiative(make, state="draft", lead=entity, title=f"Draft {number} of {entity.code}")
        for number in range(submissions)
    ]
    mine = [
        make_initiative(make, state="draft", lead=entity, title=f"Work {number} of {entity.code}")
        for number in range(3)
    ]
    return Worker(
        email=email,
        entity=entity.slug,
        meeting=meeting.slug,
        interventions=[make_intervention(make, meeting, entity, is_draft=True).pk for _number in range(3)],
        initiatives=[initiative.slug for initiative in mine],
        report=make_report(make, entity, cycle=Cycle.objects.get(slug="work"), complete=True).pk,
        drafts=[initiative.slug for initiative in drafts],
        reports=[make_report(make, entity, cycle=cycle, complete=True).pk for cycle in cycles],
    )
