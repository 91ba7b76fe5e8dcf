"""Creates the demo accounts and demo content, marked as such. Refuses to run in production. Can be repeated."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from portal.loaders import DEMO


class Command(BaseCommand):
    help = __doc__

    @transaction.atomic
    def handle(self, *args, **options):
        if not settings.DEVELOPMENT:
            raise CommandError("Demo content is not for production: set DEVELOPMENT=1 on a developer's machine.")
        for load in DEMO:
            load()
        self.stdout.write("Demo content is loaded.")
