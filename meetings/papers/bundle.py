"""All papers of a meeting in one archive, made in the background for one person."""

import tempfile
import zipfile
from shutil import copyfileobj

from django.core.files.base import File as Content
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import languages
from core.files.making import keep_made
from core.files.sweeping import discard
from core.jobs.kinds import Failed, kind
from core.papers import pdf, word
from core.papers.structure import Facts, Paper, Paragraph, Run, Table, address, inline, joined
from entities.roles import is_secretariat
from meetings.documents import documents_of
from meetings.models import DocumentLevel, Meeting, PaperBundle
from meetings.models.meeting import CIRCULATED_STATES
from meetings.papers.kinds import kinds_for
from meetings.papers.names import name_of, unique_names
from meetings.papers.parts import foot

JOB = "papers_of_meeting"
# All files of one archive together.
LIMIT = 200 * 1024 * 1024
INDEX = "index.html"
LEVELS = [DocumentLevel.PUBLIC, DocumentLevel.MEMBERS, DocumentLevel.SECRETARIAT]


def is_signed_in(user):
    return user.is_authenticated


def words(job):
    inside, left = job.result["inside"], job.result["left"]
    said = ngettext("{n} file is in the archive.", "{n} files are in the archive.", inside).format(n=inside)
    kept = _("It is kept for 7 days, for you alone.")
    if not left:
        return f"{said} {kept}"
    more = ngettext("{n} paper is only named in its list.", "{n} papers are only named in its list.", left).format(
        n=left
    )
    return f"{said} {more} {kept}"


def link(job):
    bundle = PaperBundle.objects.visible_to(job.by).filter(pk=job.result["bundle"]).select_related("file").first()
    return (_("Download the archive"), bundle.get_absolute_url()) if bundle else None


@kind(
    JOB,
    gettext_lazy("All papers of a meeting"),
    explanation=gettext_lazy("Puts the papers of a meeting that you may read into one ZIP archive."),
    may_start=is_signed_in,
    summary=words,
    link=link,
    problems={
        "gone": gettext_lazy("You cannot see this meeting any more."),
        "too_large": gettext_lazy("Not in the archive, because it would become too large. Take it from its page."),
        "missing": gettext_lazy("The file is missing. The administrators find it in the log."),
    },
    offered=False,
)
def make_bundle(progress, meeting, language):
    """A new archive takes the place of the one that the person had of this meeting, so that it may be made again."""
    user = progress.job.by
    found = Meeting.objects.visible_to(user).select_related("organizer").filter(pk=meeting).first()
    if found is None:
        raise Failed("gone")
    with translation.override(language), tempfile.TemporaryFile() as out:
        archive = Archive(found, user, progress)
        archive.write(out)
        file = keep(found, out)
        bundle = PaperBundle.objects.create(meeting=found, by=user, language=language, level=archive.level, file=file)
    forget(PaperBundle.objects.filter(meeting=found, by=user).exclude(pk=bundle.pk))
    return {"bundle": bundle.pk, "inside": archive.inside, "left": archive.left}


def keep(meeting, out):
    out.seek(0)
    name = f"{meeting.symbol or meeting.slug}.zip".replace("/", "-")
    return keep_made(name, Content(out), "application/zip")


class Archive:
    """What goes into it is decided by the rights of this moment."""

    def __init__(self, meeting, user, progress):
        self.meeting, self.user, self.progress = meeting, user, progress
        self.documents = documents_of(meeting, user)
        self.kinds = kinds_for(meeting, user)
        self.rows = []
        self.inside = self.left = 0
        self.level = max((document.level for document in self.documents), key=LEVELS.index, default=LEVELS[0])

    def write(self, out):
        self.progress.total(len(self.documents) + len(self.kinds))
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            self.write_made(archive)
            self.write_given(archive)
            archive.writestr(INDEX, page(self.index()), zipfile.ZIP_DEFLATED)

    def write_made(self, archive):
        """Agenda, record and action points as PDF; as Word where no PDF can be made here."""
        for made in self.kinds:
            paper = made.make(self.meeting, self.user)
            self.raise_level(paper)
            try:
                content, ending = pdf.write(paper), "pdf"
            except pdf.Unavailable:
                content, ending = word.write(paper), "docx"
            name = f"{made.name}-{paper.language.html}.{ending}"
            archive.writestr(name, content)
            self.add_row((Run(str(made.label)),), paper.symbol, paper.language, (Run(name, style="code", href=name),))
            self.inside += 1
            self.progress.step()

    def raise_level(self, paper):
        """Until the record is circulated, what is made for an officer holds its draft."""
        if is_secretariat(self.user) and self.meeting.state not in CIRCULATED_STATES:
            self.level = DocumentLevel.SECRETARIAT
        elif paper.level and self.level == DocumentLevel.PUBLIC:
            self.level = DocumentLevel.MEMBERS

    def write_given(self, archive):
        with_file = [document for document in self.documents if document.file]
        names = dict(zip(with_file, unique_names(map(name_of, with_file)), strict=True))
        room = LIMIT
        for document in self.documents:
            place = None
            if document.file and document.file.size > room:
                self.progress.problem("too_large", str(document), document.get_citation_url())
            elif document.file:
                place = self.copy(archive, document, names[document])
                room -= document.file.size
            self.left += place is None
            self.inside += place is not None
            self.add_document(document, place)
            self.progress.step()

    def copy(self, archive, document, name):
        """The name inside, or None where the storage has lost the file."""
        try:
            source = document.file.open()
        except FileNotFoundError:
            self.progress.problem("missing", str(document), document.get_citation_url())
            return None
        entry = zipfile.ZipInfo(name, timezone.localtime(document.file.uploaded_at).timetuple()[:6])
        with source, archive.open(entry, "w", force_zip64=True) as target:
            copyfileobj(source, target)
        return name

    def add_document(self, document, name):
        page_of_it = address(document.get_citation_url())
        where = Run(name, style="code", href=name) if name else Run(page_of_it, style="code", href=page_of_it)
        size = (Run(filesizeformat(document.file.size), style="quiet"),) if document.file else ()
        title = joined([inline(document, "title"), size])
        self.add_row(title, document.citation, document.document_language, (where,), document.file)

    def add_row(self, title, symbol, language, where, file=None):
        checksum = (Run(file.sha256 if file else "–", style="code"),)
        self.rows.append(((Run(symbol, style="code"),), title, (Run(language.name, language),), where, checksum))

    def index(self):
        head = (_("Symbol"), _("Title"), _("Language"), _("Where it is"), "SHA-256")
        count = Run(ngettext("{n} file", "{n} files", self.inside).format(n=self.inside))
        return Paper(
            kind=_("Papers"),
            title=inline(self.meeting, "title"),
            language=languages.current(),
            symbol=self.meeting.symbol or self.meeting.slug,
            facts=Facts(((_("In this archive"), (count,)),)),
            blocks=(Table(_("Papers"), head, tuple(self.rows)), Paragraph((Run(NOTE),))),
            foot=foot(self.meeting, self.user),
            address=address(self.meeting.get_absolute_url()),
        )


NOTE = gettext_lazy("A paper whose place is an address is kept elsewhere, or is too large for the archive.")


def page(paper):
    return render_to_string("papers/light.html", {"paper": paper})


def forget(bundles):
    """With their files."""
    for bundle in bundles.select_related("file"):
        bundle.delete()
        discard(bundle.file)


def forget_old():
    forget(PaperBundle.objects.old(timezone.now()))
