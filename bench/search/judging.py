"""What a search gave against what was meant."""

import time
from dataclasses import dataclass, field
from statistics import mean, median

from core.models import Country
from core.search.near_misses import did_you_mean
from core.search.questions import ask
from core.search.words import fold
from entities.models import Entity
from initiatives.models import Initiative
from meetings.models import AgendaItem, Decision, Intervention
from portal.search_results import look
from resources.models import Resource
from strategy.models import Answer, Indicator, Node

FIRST = 10


@dataclass
class Judged:
    recalls: list = field(default_factory=list)
    places: list = field(default_factory=list)
    times: list = field(default_factory=list)
    misses: list = field(default_factory=list)

    @property
    def recall(self):
        return mean(self.recalls)

    @property
    def rank(self):
        return mean(self.places)

    @property
    def milliseconds(self):
        return median(self.times)


@dataclass
class Offered:
    right: int
    all: int
    misses: list


def names_of_records():
    """{(kind, id): the name by which the questions mean it}"""
    named = {("initiatives", pk): code for pk, code in Initiative.objects.published().values_list("pk", "code")}
    named |= {("resources", pk): code for pk, code in Resource.objects.values_list("pk", "code")}
    named |= {("countries", pk): f"country:{iso3}" for pk, iso3 in Country.objects.values_list("pk", "iso3")}
    named |= {("entities", pk): f"entity:{code}" for pk, code in Entity.objects.values_list("pk", "code")}
    named |= {("nodes", pk): f"node:{code}" for pk, code in Node.objects.values_list("pk", "code")}
    named |= {("indicators", pk): f"indicator:{code}" for pk, code in Indicator.objects.values_list("pk", "code")}
    items = AgendaItem.objects.values_list("pk", "meeting__slug", "number")
    named |= {("agenda", pk): f"agenda:{slug}/{number}" for pk, slug, number in items}
    said = Intervention.objects.values_list("pk", "meeting__slug", "entity__code")
    named |= {("interventions", pk): f"intervention:{slug}/{code}" for pk, slug, code in said}
    named |= {("decisions", pk): f"decision:{number}" for pk, number in Decision.objects.values_list("pk", "number")}
    answers = Answer.objects.values_list("pk", "report__entity__code", "report__cycle__year", "question__code")
    return named | {("answers", pk): f"answer:{entity}/{year}/{code}" for pk, entity, year, code in answers}


def judge(user, asked, names):
    judged = Judged()
    for question in asked:
        began = time.perf_counter()
        found = look(user, question["typed"], "", 1).found
        judged.times.append((time.perf_counter() - began) * 1000)
        first = [names.get((entry.kind, entry.object_id), "") for entry in found.entries[:FIRST]]
        missing = [name for name in question["expected"] if name not in first]
        judged.recalls.append(1 - len(missing) / len(question["expected"]))
        places = [place for place, name in enumerate(first, start=1) if name in question["expected"]]
        judged.places.append(1 / places[0] if places else 0)
        if missing:
            judged.misses.append(f"{question['typed']}: {', '.join(missing)} not among {found.total} found")
    return judged


def judge_near_misses(user, pairs):
    """Of each [typed, meant] what is offered may have other capitals and accents."""
    misses = []
    for typed, meant in pairs:
        offered = did_you_mean(user, ask(typed))
        if fold(offered) != fold(meant):
            misses.append(f"{typed}: “{offered}” was offered, not {meant}")
    return Offered(len(pairs) - len(misses), len(pairs), misses)
