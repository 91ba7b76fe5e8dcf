"""Which papers there are of a consolidated report, and how one that takes long is made in the background and kept.

What a snapshot says never changes, so that a paper of it may be kept for everybody who may have its edition. It is
looked up by the levels of consent by which it was made: where an answer is promised to fewer people since, it is made
anew.
"""

from dataclasses import dataclass
from io import BytesIO

from django.core.files.base import File as Content
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core import languages
from core.files.making import keep_made
from core.jobs import starting
from core.jobs.kinds import Failed, kind
from core.papers import pdf
from core.papers.serving import NO_PDF, WRITERS
from strategy import consolidated_sheets as sheets
from strategy.consolidated import Reader, digest_of_consents
from strategy.consolidated_annex import annex_paper
from strategy.consolidated_papers import report_paper
from strategy.models import CycleSnapshot, Edition, SnapshotPaper

JOB = "paper_of_snapshot"
# Beyond it, laying out the report takes more than two seconds. In letters; a heading costs as much as a short text.
LONGEST_IN_REQUEST = {"pdf": 15_000, "docx": 50_000}
LETTERS_OF_HEADING = 300


@dataclass(frozen=True)
class Made:
    name: str
    content: bytes
    type: str


PAPERS = {"report": report_paper, "annex": annex_paper}
WORKBOOKS = {"report": sheets.report_workbook, "annex": sheets.annex_workbook}
ENDINGS = [*WRITERS, "xlsx"]


def make(printed, cycle, paper, ending):
    """The paper in the active language. Raises pdf.Unavailable where this machine can make none."""
    name = name_of(printed, cycle, paper, ending)
    if ending == "xlsx":
        with WORKBOOKS[paper](printed, cycle) as file:
            return Made(name, file.read(), sheets.TYPE)
    writer = WRITERS[ending]
    return Made(name, writer.write(PAPERS[paper](printed, cycle)), writer.TYPE)


def name_of(printed, cycle, paper, ending):
    """It says of which snapshot it is, and for whom, where not for everybody."""
    level = "" if printed.edition == Edition.PUBLIC else printed.edition.value
    snapshot = f"snapshot-{printed.number}" if printed.number else "preview"
    parts = [cycle.slug, paper, snapshot, level, languages.current().html]
    return f"{'-'.join(filter(None, parts))}.{ending}"


def takes_long(printed, paper, ending):
    return paper == "report" and ending in LONGEST_IN_REQUEST and length_of(printed) > LONGEST_IN_REQUEST[ending]


def length_of(printed):
    """How much there is to lay out, in letters."""
    questions = [question for section in printed.sections for question in section.questions]
    texts = [said.text.text for question in questions for said in question.narratives]
    return sum(map(len, texts)) + LETTERS_OF_HEADING * (len(questions) + len(texts))


def kept(snapshot, edition, name):
    """The paper that was made in the background, or None."""
    found = SnapshotPaper.objects.filter(
        snapshot=snapshot,
        edition=edition,
        language=languages.current().code,
        name=name,
        consents=digest_of_consents(snapshot.content),
    )
    return found.select_related("file").first()


def start(snapshot, edition, paper, ending):
    """One job for everybody who asks: what it makes is the same for all."""
    return starting.start(
        JOB,
        snapshot=snapshot.pk,
        edition=edition.value,
        language=languages.current().code,
        paper=paper,
        ending=ending,
    )


@kind(
    JOB,
    _("Paper of a consolidated report"),
    explanation=_("Lays out a long report and keeps it."),
    may_start=lambda user: False,
    problems={"unavailable": NO_PDF},
    offered=False,
)
def make_paper(progress, snapshot, edition, language, paper, ending):
    """Done again, it finds the paper that is kept."""
    snapshot = CycleSnapshot.objects.select_related("cycle").get(pk=snapshot)
    edition, name = Edition(edition), f"{paper}.{ending}"
    with translation.override(language):
        if kept(snapshot, edition, name):
            return {}
        consents = digest_of_consents(snapshot.content)
        printed = Reader(snapshot.content, edition, snapshot).printed()
        try:
            made = make(printed, snapshot.cycle, paper, ending)
        except pdf.Unavailable as error:
            raise Failed("unavailable") from error
        file = keep_made(made.name, Content(BytesIO(made.content), made.name), made.type)
        SnapshotPaper.objects.create(
            snapshot=snapshot, edition=edition, language=language, name=name, consents=consents, file=file
        )
    return {}
