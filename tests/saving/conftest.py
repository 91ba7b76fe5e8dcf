import threading

import pytest
from django.db import connection
from django.db.models.signals import pre_save


def in_another_connection(write):
    def work():
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '3s'")  # a test that waits for its own lock shall fail, not hang
        write()
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


@pytest.fixture
def overtaken():
    """overtaken(Model, write): `write(row)` happens once, by another connection, when a row is about to be saved."""
    receivers = []

    def overtaken(model, write):
        def receiver(instance, **kwargs):
            if not instance._state.adding:
                pre_save.disconnect(receiver, sender=model)
                in_another_connection(lambda: write(instance))

        receivers.append((receiver, model))
        pre_save.connect(receiver, sender=model)

    yield overtaken
    for receiver, model in receivers:
        pre_save.disconnect(receiver, sender=model)
