"""A paper on its way to the reader: how often one may ask for one, what is said where none comes, the answer itself."""

from django.utils.translation import gettext_lazy as _

from core.files.names import disposition
from core.limits import is_over
from core.papers import pdf, word

# By the ending of the address.
WRITERS = {"pdf": pdf, "docx": word}
# Making a paper costs up to two seconds of work.
MOST_PAPERS, SECONDS = 60, 600
TOO_MANY = _("Many papers were made for you in a short time. Wait a few minutes.")
NO_PDF = _("The portal cannot make PDF files at the moment. Take the Word document.")


def is_too_often(request):
    """One count of all papers that this reader asks for, whatever they are made of."""
    return is_over(request, "papers", MOST_PAPERS, SECONDS)


def serve(response, name):
    """The answer with its headers: a PDF is shown, all else is kept. Each reader gets what the reader may see, so
    nobody in between keeps a copy."""
    response["Content-Disposition"] = disposition(name, inline=name.endswith(".pdf"))
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
