"""Demo initiatives of ILO on their way to publication. They are invented and say so in their titles."""

from django.db import transaction

from core.models import Country, Goal, Modality, Theme
from core.partial_dates import partial_date
from core.workflow import record_event
from entities.models import Entity, User
from initiatives.models import Budget, Contribution, Initiative, InitiativeGoal, Link, Participation
from initiatives.workflow import INITIATIVE

FOCAL_POINT, OFFICER = "focal@ilo.example", "secretariat@unossc.example"
RETURN_REASON = "Demo: please say which country shares its experience, and add the modality."

DEMOS = [
    {
        "slug": "demo-inspection-du-travail",
        "original_language": "fr",
        "title_fr": "Démo\u00a0: échange entre services d’inspection du travail",
        "short_title_fr": "Démo\u00a0: inspection du travail",
        "summary_fr": (
            "Fiche de démonstration, inventée. Des inspecteurs du travail du Sénégal et de la Tunisie comparent "
            "leurs méthodes et préparent un module de formation commun."
        ),
        "cooperation_type": "south_south_un",
        "instrument": "project",
        "method": "",
        "status": "pipeline",
        "goals": [8],
        "themes": ["decent-work"],
        "modalities": [],
        "parties": [("mutual", "country", "SEN"), ("mutual", "country", "TUN")],
        "start": "",
        "events": [],
    },
    {
        "slug": "demo-formacion-profesional",
        "original_language": "es",
        "title_es": "Demostración: red de institutos de formación profesional",
        "title_en": "Demo: network of vocational training institutes",
        "short_title_es": "Demostración: formación profesional",
        "short_title_en": "Demo: vocational training",
        "summary_es": (
            "Ficha de demostración, inventada. Institutos de formación profesional de Colombia, Honduras y el Perú "
            "comparten programas de estudio sobre empleos verdes, con el apoyo de la OIT."
        ),
        "cooperation_type": "triangular",
        "instrument": "network",
        "method": "regional",
        "status": "implementation",
        "goals": [4, 8],
        "themes": ["education-skills", "decent-work"],
        "modalities": ["training", "peer-learning"],
        "parties": [
            ("pivotal", "country", "COL"),
            ("beneficiary", "country", "HND"),
            ("beneficiary", "country", "PER"),
            ("facilitator", "entity", "ILO"),
            ("knowledge_partner", "entity", "FAO"),
        ],
        "start": "2024-03",
        "events": ["submit"],
    },
    {
        "slug": "demo-cooperatives-in-fisheries",
        "original_language": "en",
        "title_en": "Demo: cooperatives in small-scale fisheries",
        "title_fr": "Démo\u00a0: coopératives de la pêche artisanale",
        "short_title_en": "Demo: fishers’ cooperatives",
        "short_title_fr": "Démo\u00a0: coopératives de pêcheurs",
        "summary_en": (
            "A demonstration record, invented. Fishers’ cooperatives of Cabo Verde, Ghana and Seychelles learn from "
            "each other how to keep accounts and to negotiate prices."
        ),
        "cooperation_type": "south_south_un",
        "instrument": "action",
        "method": "regional",
        "status": "pipeline",
        "goals": [8, 14],
        "themes": ["decent-work", "oceans"],
        "modalities": ["study-tour"],
        "parties": [
            ("mutual", "country", "CPV"),
            ("mutual", "country", "GHA"),
            ("mutual", "country", "SYC"),
            ("funder", "entity", "UNOSSC"),
        ],
        "start": "2025",
        "events": ["submit", "return"],
    },
]


def load():
    people = {person.email: person for person in User.objects.filter(email__in=[FOCAL_POINT, OFFICER])}
    known = set(Initiative.objects.filter(is_demo=True).values_list("slug", flat=True))
    for row in DEMOS:
        if row["slug"] not in known:
            with transaction.atomic():
                create(dict(row), people)


def create(row, people):
    goals, themes, modalities = row.pop("goals"), row.pop("themes"), row.pop("modalities")
    parties, events = row.pop("parties"), row.pop("events")
    start, precision = partial_date(row.pop("start"))
    initiative = Initiative.objects.create(
        lead=Entity.objects.get(code="ILO"),
        start=start,
        start_precision=precision,
        contact="sstc@ilo.example",
        is_demo=True,
        created_by=people[FOCAL_POINT],
        **row,
    )
    for goal in Goal.objects.filter(number__in=goals):
        InitiativeGoal.objects.create(initiative=initiative, goal=goal)
    initiative.themes.set(Theme.objects.filter(code__in=themes))
    initiative.modalities.set(Modality.objects.filter(code__in=modalities))
    for position, (role, kind, code) in enumerate(parties):
        party = Country.objects.get(iso3=code) if kind == "country" else Entity.objects.get(code=code)
        Participation.objects.create(initiative=initiative, position=position, role=role, **{kind: party})
    if events:
        add_money(initiative)
    move(initiative, events, people)


def add_money(initiative):
    Budget.objects.create(
        initiative=initiative, amount=120000, currency="USD", year_from=2024, year_to=2025, note_en="Demo amount"
    )
    Contribution.objects.create(
        initiative=initiative, entity=initiative.lead, kind="in_kind_counted", count=30, unit="person_day", note="Demo"
    )
    Link.objects.create(initiative=initiative, url="https://www.example.org/demo", caption_en="Demo page")


def move(initiative, events, people):
    """Through the table, but without mail: nobody is to be told about a demo."""
    for event in events:
        transition = INITIATIVE[event]
        by = people[OFFICER if event == "return" else FOCAL_POINT]
        before, initiative.state = initiative.state, transition.target
        initiative.save()
        record_event(INITIATIVE, initiative, transition, before, by, RETURN_REASON if event == "return" else "")
