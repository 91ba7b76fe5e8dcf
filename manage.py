#!/usr/bin/env python
"""Django's command line. Without a DATABASE_URL it uses the embedded PostgreSQL of `make run`."""

import os
import sys

from dev import embedded_postgres
from dev.errors import DevError


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Django is not here. Use: .venv/bin/python manage.py ... (make run creates .venv)")
    try:
        embedded_postgres.attach()
    except DevError as error:
        sys.exit(str(error))
    from core.history.through import of_command

    with of_command(sys.argv):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
