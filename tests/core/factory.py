"""Makers of files, which take the way that people's files take."""

import hashlib

from django.core.files.base import ContentFile

from core.files import uploads
from core.models import File
from tests.core.samples import pdf


def make_file(person, name="Paper.pdf", content=None):
    content = pdf() if content is None else content
    return uploads.keep(person, name, ContentFile(content, name=name))


def make_upload(person, content, name="Paper.pdf", received=None):
    """One that stopped after `received` bytes."""
    file = uploads.begin(person, name, len(content))
    return uploads.append(file, 0, content[:received]) if received else file


def checksum(content):
    return hashlib.sha256(content).hexdigest()


def stored_names():
    return set(File.objects.exclude(stored_as="").values_list("stored_as", flat=True))
