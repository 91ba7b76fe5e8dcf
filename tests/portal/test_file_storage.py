"""Where uploaded files lie: a folder, or a bucket by settings."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal import file_storage
from portal.environment import Environment
from portal.file_storage import files_storage


def test_files_lie_in_a_folder_unless_a_bucket_is_named():
    storage = files_storage(Environment({}), Path("/srv/media"))

    assert storage["BACKEND"] == "django.core.files.storage.FileSystemStorage"
    assert storage["OPTIONS"]["location"] == Path("/srv/media/files")


def test_bucket_is_private_and_overwrites_nothing(monkeypatch):
    monkeypatch.setattr(file_storage, "find_spec", lambda name: name)
    values = {"FILES_BUCKET": "papers", "FILES_ENDPOINT": "https://s3.example", "FILES_ACCESS_KEY": "key"}

    storage = files_storage(Environment(values), Path("/srv/media"))

    assert storage["BACKEND"] == "storages.backends.s3.S3Storage"
    options = storage["OPTIONS"]
    assert (options["bucket_name"], options["endpoint_url"]) == ("papers", "https://s3.example")
    assert (options["default_acl"], options["querystring_auth"], options["file_overwrite"]) == (None, True, False)


def test_bucket_without_its_packages_is_said_at_the_start(monkeypatch):
    monkeypatch.setattr(file_storage, "find_spec", lambda name: None)

    with pytest.raises(ImproperlyConfigured, match=r"requirements-s3\.txt"):
        files_storage(Environment({"FILES_BUCKET": "papers"}), Path("/srv/media"))
