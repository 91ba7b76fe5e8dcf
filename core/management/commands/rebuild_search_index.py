"""Makes every row of the search index anew, while people search and write. Can be repeated."""

from django.core.management.base import BaseCommand, CommandError

from core.search.install import install, rebuild
from core.search.kinds import kinds


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("kinds", nargs="*", help="Only these kinds; all by default.")

    def handle(self, *args, **options):
        chosen = options["kinds"] or list(kinds())
        if unknown := set(chosen) - set(kinds()):
            raise CommandError(f"No such kind: {', '.join(sorted(unknown))}. There are: {', '.join(kinds())}.")
        install()
        for key in chosen:
            self.stdout.write(f"{key}: {rebuild(kinds()[key])} records")
