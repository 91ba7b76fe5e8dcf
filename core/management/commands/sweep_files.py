from django.core.management.base import BaseCommand

from core.files.sweeping import sweep


class Command(BaseCommand):
    help = "Remove parts of uploads and files that nothing holds any more; report files that are missing."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *args, dry_run, **options):
        swept = sweep(dry_run)
        self.stdout.write("Would remove:" if dry_run else "Removed:")
        self.stdout.write(f"  {swept.parts} parts of uploads that were given up or refused")
        self.stdout.write(f"  {swept.orphans} files that no record holds")
        self.stdout.write(f"  {swept.objects} objects of the storage that no row knows")
        for name in swept.missing:
            self.stderr.write(f"Missing in the storage, restore it from the backup: {name}")
