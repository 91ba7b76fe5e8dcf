"""Reading and importing in the background. Done again it does no harm: an import that is past its state stays so."""

from django.db import transaction
from django.utils.translation import gettext_lazy, ngettext

from core.figures import figure
from core.imports import previews
from core.imports.kinds import Unreadable
from core.jobs.kinds import kind
from core.models import Import, ImportState


def is_signed_in(user):
    """Which records a person may import into is asked of the kind of import."""
    return user.is_authenticated


def page_of(job):
    preview = Import.objects.filter(token=job.params["token"]).first()
    return (gettext_lazy("Look at the rows"), preview.get_absolute_url()) if preview else None


def said_of_rows(job):
    number = job.result["rows"]
    return ngettext("{rows} row was read.", "{rows} rows were read.", number).format(rows=figure(number))


@kind(
    "read_import",
    gettext_lazy("Reading a file to import"),
    may_start=is_signed_in,
    summary=said_of_rows,
    link=page_of,
    offered=False,
)
def read_import(progress, token):
    preview = Import.objects.get(token=token)
    try:
        preview = previews.read(preview, told=progress.step)
    except Unreadable as problem:
        previews.refuse(preview, str(problem))
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
    offered=False,
)
def apply_import(progress, token):
    with transaction.atomic():
        preview = previews.locked(Import.objects.get(token=token))
        if preview.state == ImportState.APPLYING:
            previews.ensure_may(preview, preview.by)
            progress.total(preview.number_good)
            preview = previews.write(preview, told=progress.step)
    return {"rows": preview.number_good if preview.state == ImportState.APPLIED else 0}
