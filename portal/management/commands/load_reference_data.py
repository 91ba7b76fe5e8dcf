"""Loads what the portal needs and what is real: reference data, then published real content. Can be repeated."""

from django.core.management.base import BaseCommand
from django.db import transaction

from portal.loaders import REFERENCE


class Command(BaseCommand):
    help = __doc__

    @transaction.atomic
    def handle(self, *args, **options):
        for load in REFERENCE:
            load()
        self.stdout.write("Reference data is loaded.")
