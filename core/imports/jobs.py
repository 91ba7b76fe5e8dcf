"""Reading and importing in the background. Done again it does no harm: an import that is past its state stays so."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.figures import figure
from core.imports import previews
from core.imports.kinds import Unreadable, kind_of
from core.jobs.kinds import kind
from core.models import Import, ImportState


def is_signed_in(user):
    """Which records a person may import into is asked of the kind of import."""
    return user.is_authenticated


# Said in words by who reads or imports, for the person of the job.
PROBLEMS = {"unfit": "{words}"}


def page_of(job):
    """None where the person has no right to it any more: the job says why nothing was imported."""
    preview = Import.objects.filter(token=job.params["token"]).select_related("by").first()
    known = preview and kind_of(preview)
    if not known or not known.may_import(preview, preview.by):
        return None
    return gettext_lazy("Look at the rows"), preview.get_absolute_url()


def ended_in_words(progress, preview, work):
    """The preview after `work()`, which writes all or nothing. Where the file does not fit, or the right to import it
    is gone, the preview says so and the job too."""
    try:
        with transaction.atomic():
            return work()
    except Unreadable as problem:
        words = str(problem)
    except PermissionDenied:
        words = _("You may not do this")
    progress.problem("unfit", words=words)
    return previews.refuse(preview, words)


def said_of_rows(job):
    number = job.result["rows"]
    return ngettext("{rows} row was read.", "{rows} rows were read.", number).format(rows=figure(number))


@kind(
    "read_import",
    gettext_lazy("Reading a file to import"),
    may_start=is_signed_in,
    summary=said_of_rows,
    link=page_of,
    problems=PROBLEMS,
    offered=False,
)
def read_import(progress, token):
    preview = Import.objects.get(token=token)
    preview = ended_in_words(progress, preview, lambda: previews.read(preview, told=progress.step))
    return {"rows": sum(preview.counts.values())}


def said_of_import(job):
    number = job.result["rows"]
    return ngettext("{rows} row was imported.", "{rows} rows were imported.", number).format(rows=figure(number))


@kind(
    "apply_import",
    gettext_lazy("Importing a file"),
    may_start=is_signed_in,
    summary=said_of_import,
    link=page_of,
    problems=PROBLEMS,
    offered=False,
)
def apply_import(progress, token):
    preview = Import.objects.get(token=token)
    preview = ended_in_words(progress, preview, lambda: write(progress, preview))
    return {"rows": preview.number_good if preview.state == ImportState.APPLIED else 0}


def write(progress, preview):
    preview = previews.locked(preview)
    if preview.state != ImportState.APPLYING:
        return preview
    previews.ensure_may(preview, preview.by)
    progress.total(preview.number_good)
    return previews.write(preview, told=progress.step)
