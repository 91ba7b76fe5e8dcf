"""Demo: the report of the published demo cycle, frozen as its first snapshot. Its words say that they are invented."""

from django.db import transaction

from core.loading import read, texts
from strategy import consolidated_snapshot
from strategy.models import ConsolidatedReport, Cycle
from strategy.reference_data import DATA, WORKING

FIELDS = ("title", "introduction", "findings", "conclusions")


@transaction.atomic
def load(officer):
    """Once: a cycle that has a snapshot keeps what people made of it."""
    for row in read(DATA / "demo_consolidated.json"):
        cycle = Cycle.objects.published().filter(slug=row["cycle"], is_demo=True, snapshots=None).first()
        if cycle is not None:
            ConsolidatedReport.objects.get_or_create(cycle=cycle, defaults=words_of(row))
            consolidated_snapshot.take(cycle, by=officer)


def words_of(row):
    words = texts(**{name: row[name] for name in FIELDS})
    return {"symbol": row["symbol"], "working_translations": WORKING, **words}
