"""The database and settings of a measurement."""

import os
import sys

DATA = "var/postgres-bench"


def set_up(dbname):
    os.environ["DEVELOPMENT"] = "1"
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    if "BENCH_DATABASE_URL" in os.environ:
        os.environ["DATABASE_URL"] = os.environ["BENCH_DATABASE_URL"]
    else:
        from pathlib import Path

        from dev.embedded_postgres import EmbeddedPostgres

        os.environ["DATABASE_URL"] = EmbeddedPostgres(Path(DATA), dbname=dbname).start()
    import django
    from django.conf import settings

    django.setup()
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.TEMPLATES[0]["OPTIONS"].setdefault("debug", False)


def prepare_database():
    from django.core.management import call_command

    print("Preparing the database ...", file=sys.stderr)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_reference_data", verbosity=0)
