"""The cast: the same people in every test."""

import hypothesis
import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone, translation

from core import reference
from entities.models import Role
from tests.factory import Factory

# An example that takes long on a busy machine is no fault.
hypothesis.settings.register_profile("portal", deadline=None)
hypothesis.settings.load_profile("portal")


@pytest.fixture(autouse=True)
def _fresh_thread():
    """A request leaves its language and zone active: each test starts from the default."""
    yield
    translation.activate("en")
    timezone.deactivate()


@pytest.fixture(autouse=True)
def _plain_settings(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        "files": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "media" / "files"},
        },
    }
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path / "media"
    from django.core.cache import cache

    cache.clear()
    reference.forget()


@pytest.fixture(autouse=True)
def _empty_queue(request):
    """The queue's tables are not Django's: after a test that commits, nothing else empties them."""
    marker = request.node.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction")
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs; DELETE FROM procrastinate_workers")


@pytest.fixture
def make(db):
    return Factory()


@pytest.fixture
def ilo(make):
    return make.entity(code="ILO")


@pytest.fixture
def fao(make):
    return make.entity(code="FAO")


@pytest.fixture
def focal_point(make, ilo):
    """Focal point of ILO."""
    return make.person("focal@ilo.example", ilo, Role.FOCAL_POINT)


@pytest.fixture
def alternate(make, ilo):
    return make.person("alternate@ilo.example", ilo, Role.ALTERNATE)


@pytest.fixture
def contributor(make, ilo):
    return make.person("contributor@ilo.example", ilo, Role.CONTRIBUTOR)


@pytest.fixture
def other_focal_point(make, fao):
    """Focal point of FAO: another entity."""
    return make.person("focal@fao.example", fao, Role.FOCAL_POINT)


@pytest.fixture
def secretariat(make):
    return make.officer()


@pytest.fixture
def administrator(make):
    return make.administrator()


@pytest.fixture
def editor(client, secretariat):
    """The browser of an officer who edits."""
    client.force_login(secretariat)
    return client


@pytest.fixture
def colleague(administrator):
    """Another person, in another browser, who edits the same."""
    client = Client()
    client.force_login(administrator)
    return client
