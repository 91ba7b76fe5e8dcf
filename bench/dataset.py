"""A catalogue of any size: invented initiatives that are spread like the real ones over countries, Goals and years."""

import random
from datetime import date

from django.db import connection

from core import languages
from core.models import Country, Goal, Modality, Theme
from core.search.bulk import indexed_once
from entities.models import Entity, User
from initiatives.choices import CooperationType, Instrument, Role, State, Status
from initiatives.models import Initiative, InitiativeGoal, Participation
from strategy import large_demo
from strategy.models import Cycle, CycleState

PREFIX = "BEN-"
BATCH = 2000
WORDS = (
    "water schools seeds training energy health ports data youth trade forests soil transport skills finance".split()
)


def officer():
    if not User.objects.filter(email="bench@portal.example").exists():
        User.objects.create_superuser("bench@portal.example", "not used for signing in", full_name="Bench")


def grow_to(rows):
    """Add invented initiatives until `rows` are there. A larger catalogue from an earlier run is emptied first."""
    there = Initiative.objects.filter(code__startswith=PREFIX).count()
    if there > rows:
        with indexed_once():
            Initiative.objects.filter(code__startswith=PREFIX).delete()
        there = 0
    chance = random.Random(there)
    parties = Parties()
    for first in range(there, rows, BATCH):
        with indexed_once():
            add(range(first, min(first + BATCH, rows)), chance, parties)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


class Parties:
    def __init__(self):
        self.countries = list(Country.objects.filter(is_member_state=True))
        self.entities = list(Entity.objects.all())
        self.goals = list(Goal.objects.all())
        self.themes = list(Theme.objects.all())
        self.modalities = list(Modality.objects.all())
        # A few countries and entities are named much more often than the others.
        self.weights = [1 / (place + 1) for place in range(len(self.countries))]


def texts(field, number, chance):
    words = " ".join(chance.choices(WORDS, k=5))
    return {languages.column(field, code): f"{words.capitalize()} {number} [{code}]" for code in languages.CODES}


def add(numbers, chance, parties):
    initiatives = Initiative.objects.bulk_create(
        Initiative(
            code=f"{PREFIX}{number:06d}",
            slug=f"bench-{number}",
            state=State.PUBLISHED,
            lead=chance.choice(parties.entities),
            cooperation_type=chance.choice(CooperationType.values),
            instrument=chance.choice(Instrument.values),
            status=chance.choice(Status.values),
            start=date(chance.randint(2005, 2026), 1, 1),
            start_precision="year",
            is_demo=True,
            **texts("title", number, chance),
            **texts("short_title", number, chance),
            **texts("summary", number, chance),
        )
        for number in numbers
    )
    participations, goals, themes, modalities = [], [], [], []
    for initiative in initiatives:
        giver, *receivers = dict.fromkeys(chance.choices(parties.countries, parties.weights, k=4))
        participations.append(Participation(initiative=initiative, role=Role.PIVOTAL, country=giver))
        participations += [
            Participation(initiative=initiative, role=Role.BENEFICIARY, country=country) for country in receivers
        ]
        goals += [InitiativeGoal(initiative=initiative, goal=goal) for goal in chance.sample(parties.goals, 2)]
        themes.append(Initiative.themes.through(initiative=initiative, theme=chance.choice(parties.themes)))
        modalities.append(
            Initiative.modalities.through(initiative=initiative, modality=chance.choice(parties.modalities))
        )
    Participation.objects.bulk_create(participations)
    InitiativeGoal.objects.bulk_create(goals)
    Initiative.themes.through.objects.bulk_create(themes)
    Initiative.modalities.through.objects.bulk_create(modalities)


def cycles():
    """The open cycle and the last published one of 46 entities, 60 questions and 6 published cycles."""
    made = Cycle.objects.filter(slug__startswith=large_demo.CODE)
    if not made.exists():
        large_demo.make()
    return made.get(state=CycleState.OPEN), made.filter(state=CycleState.PUBLISHED).first()
