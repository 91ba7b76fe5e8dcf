"""Waiting for one's turn, where two people who act at once would take the same number."""

from django.db import connection


def wait_for_turn(name):
    """Returns when nobody else holds the turn of this name; it is given back when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [name])
