"""`make bench`: how fast the main pages are, against a floor and against Django's own admin, in one run.

Options (make bench ARGS="..."): --rows 1000 10000   sizes of the catalogue, several show growth
                                 --rounds 40         requests per page
The pages are asked in turns, so that a busy machine slows all of them alike. It prints medians of wall-clock
milliseconds on one thread (server and database together), ratios to the floor, and growth exponents.
"""

import argparse
import math
import os
import sys

DATA = "var/postgres-bench"


def set_up():
    os.environ["DEVELOPMENT"] = "1"
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    if "BENCH_DATABASE_URL" in os.environ:
        os.environ["DATABASE_URL"] = os.environ["BENCH_DATABASE_URL"]
    else:
        from pathlib import Path

        from dev.embedded_postgres import EmbeddedPostgres

        os.environ["DATABASE_URL"] = EmbeddedPostgres(Path(DATA), dbname="bench").start()
    import django
    from django.conf import settings

    django.setup()
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.TEMPLATES[0]["OPTIONS"].setdefault("debug", False)


def main():
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[1000], help="published initiatives")
    parser.add_argument("--rounds", type=int, default=40, help="requests per page")
    options = parser.parse_args()
    set_up()

    from django.core.management import call_command

    from bench import dataset, measure, report

    print("Preparing the database ...", file=sys.stderr)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_reference_data", verbosity=0)
    dataset.officer()
    found = {}
    for rows in sorted(options.rows):
        dataset.grow_to(rows)
        found[rows] = measure.run(options.rounds)
        report.print_table(rows, options.rounds, found[rows])
    if len(found) > 1:
        report.print_growth(found, math.log)


main()
