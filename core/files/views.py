"""Files are given to whoever may see a record that holds them, and only to keep: never shown as a page of this site."""

import logging
import re

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from core.access import visible_or_404
from core.files.names import disposition
from core.models import File

log = logging.getLogger(__name__)

# No file has more bytes than eighteen digits say.
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
PIECE = 64 * 1024


@login_not_required
@require_safe
def file(request, token, name):
    """`name` is for people and their folders; the token alone finds the file."""
    found = visible_or_404(File.objects.complete(), request.user, token=token)
    etag = f'"{found.sha256}"'
    response = get_conditional_response(request, etag=etag) or _content(request, found, etag)
    response["ETag"] = etag
    # A browser asks again each time: rights may have changed, and nothing in between may keep a copy.
    response["Cache-Control"] = "private, no-cache"
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _content(request, found, etag):
    wanted = _range(request, found.size, etag)
    if wanted == "unsatisfiable":
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{found.size}"})
    start, end = wanted or (0, found.size - 1)
    headers = {"Content-Length": str(end - start + 1), "Content-Disposition": disposition(found.name)}
    if wanted:
        headers["Content-Range"] = f"bytes {start}-{end}/{found.size}"
    status = 206 if wanted else 200
    if request.method == "HEAD":
        return HttpResponse(status=status, headers=headers, content_type=found.type)
    return FileResponse(_pieces(_open(found), start, end), status=status, headers=headers, content_type=found.type)


def _open(found):
    try:
        return found.open()
    except FileNotFoundError:
        log.error("File %s is missing in the storage: %s.", found.pk, found.stored_as)
        raise Http404 from None


def _pieces(stream, start, end):
    with stream:
        stream.seek(start)
        left = end - start + 1
        while left > 0 and (piece := stream.read(min(PIECE, left))):
            left -= len(piece)
            yield piece


def _range(request, size, etag):
    """(first, last) of the one range that was asked for, to take up a download; None for the whole file."""
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    if not asked or asked.groups() == ("", "") or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = asked.groups()
    if first == "":
        start, end = max(size - int(last), 0), size - 1
    else:
        start, end = int(first), min(int(last or size - 1), size - 1)
    return (start, end) if start <= end else "unsatisfiable"
