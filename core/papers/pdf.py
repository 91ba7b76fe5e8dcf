"""Papers as PDF: tagged (PDF/UA-1), with the portal's own fonts, right to left where the language is."""

import re
from functools import cache
from pathlib import Path

from django.template.loader import render_to_string

from core.papers.structure import Paper

FOLDER = Path(__file__).parent
TYPE = "application/pdf"
HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class Unavailable(Exception):
    """The libraries that lay out the text are not installed on this machine (dev/environment.py names them)."""


@cache
def libraries():
    """Loaded when the first paper is made: without pango, the rest of the portal works."""
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
    except OSError as error:
        raise Unavailable from error
    from core.papers.fetching import FontFetcher

    return weasyprint, FontConfiguration, FontFetcher(allow_redirects=False)


def write(paper: Paper):
    """The paper as bytes."""
    return from_html(render_to_string("papers/paper.html", {"paper": paper}))


def from_html(html):
    weasyprint, font_configuration, fetcher = libraries()
    fonts = font_configuration()
    sheets = ["paper.css", "chinese.css"] if HAN.search(html) else ["paper.css"]
    looks = [
        weasyprint.CSS(string=(FOLDER / sheet).read_text(encoding="utf-8"), url_fetcher=fetcher, font_config=fonts)
        for sheet in sheets
    ]
    document = weasyprint.HTML(string=html, url_fetcher=fetcher)
    return document.write_pdf(stylesheets=looks, font_config=fonts, pdf_variant="pdf/ua-1")
