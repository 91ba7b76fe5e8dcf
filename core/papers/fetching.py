"""What the maker of PDF files may read: the fonts beside this module, and nothing else."""

from io import BytesIO
from pathlib import Path

from weasyprint.urls import URLFetcher, URLFetcherResponse

FONTS = Path(__file__).parent / "fonts"
NAMES = frozenset(path.name for path in FONTS.glob("*.[ot]tf"))
# Of an address inside the style sheets; anything else is refused.
SCHEME = "font:"


class FontFetcher(URLFetcher):
    """Every other address is refused before anything is opened: no file, no host, no data."""

    def fetch(self, url, headers=None):
        name = url.removeprefix(SCHEME)
        if not url.startswith(SCHEME) or name not in NAMES:
            raise ValueError(f"A paper fetches nothing: {url[:80]}")
        return URLFetcherResponse(url, BytesIO((FONTS / name).read_bytes()), {"Content-Type": f"font/{name[-3:]}"})
