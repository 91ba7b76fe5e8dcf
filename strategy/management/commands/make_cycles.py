"""Makes a large framework with its cycles, invented and marked as demo, to see how pages behave when they are full.

Refuses to run in production. The same numbers and seed make the same content.
"""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from strategy import large_demo


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--entities", type=int, default=46)
        parser.add_argument("--questions", type=int, default=60)
        parser.add_argument("--cycles", type=int, default=6, help="published ones, before the one that is open")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args, entities, questions, cycles, seed, **options):
        if not settings.DEVELOPMENT:
            raise CommandError("Demo content is not for production: set DEVELOPMENT=1 on a developer's machine.")
        if min(entities, questions) < 1 or cycles < 0:
            raise CommandError("Ask for one entity and one question at least.")
        try:
            open_cycle = large_demo.make(entities, questions, cycles, seed)
        except large_demo.AlreadyThere as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"Made {cycles} published cycles and an open one: {open_cycle.get_absolute_url()}")
