"""Where a request comes from, as its browser says."""

from urllib.parse import urlsplit


def is_same_origin(request):
    """Did a page of this site send it? Where the browser says nothing, no."""
    said = request.headers.get("origin") or request.headers.get("referer") or ""
    try:
        source = urlsplit(said)
    except ValueError:
        return False
    return (source.scheme, source.netloc) == (request.scheme, request.get_host())
