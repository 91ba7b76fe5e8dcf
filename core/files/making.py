"""Files that the portal makes itself, such as an archive. They need no check and count for nobody's day."""

import secrets

from core.files.names import clean_name
from core.files.uploads import checksum
from core.models import File, FileState


def keep_made(name, stream, content_type):
    """`stream` is a django.core.files.File. The record that holds the file says who may read it: it has no uploader."""
    digest = checksum(stream)
    stream.seek(0)
    stored = secrets.token_hex(16)
    file = File(name=clean_name(name), size=stream.size, received=stream.size, type=content_type, sha256=digest)
    file.state = FileState.COMPLETE
    file.stored_as = file.storage.save(f"{stored[:2]}/{stored}", stream)
    file.save()
    return file
