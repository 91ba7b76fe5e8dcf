"""The record of a meeting as a paper, with the numbers of its paragraphs, as record_for() gives it to this person."""

from functools import partial

from django.utils import timezone
from django.utils.translation import gettext as _

from core import dates
from core.papers.structure import Facts, Heading, Listing, Paragraph, Run, Table, foreign, joined
from meetings.models import Meeting, RecordRevision
from meetings.papers.parts import paper_of
from meetings.record import is_read_from_rows, record_for, revision_shown


def has_record(meeting, user):
    return is_read_from_rows(meeting, user) or revision_shown(meeting, user) is not None


def record_paper(meeting, user, revision=None):
    """Of a RecordRevision that the user may see; without one, of the record that holds."""
    record = record_for(meeting, user, revision)
    rows = [(label, (Run(str(value)),)) for label, value in record.facts]
    facts = Facts((*rows, (_("Record"), (Run(standing_of(record)),))))
    return paper_of(
        meeting,
        user,
        _("Record of the meeting"),
        partial(record_blocks, revision=revision),
        title=runs_of(record.heading),
        symbol=record.symbol or meeting.slug,
        facts=facts,
    )


def standing_of(record):
    """How far the text has come: a reader of a print must know whether it still changes."""
    if record.is_draft:
        return _("Draft of the secretariat")
    if not record.is_adopted:
        return joined_words(record.revision_label, record.revision.get_outcome_display())
    day = record.meeting.adopted_on
    adopted = _("Adopted on {day}").format(day=dates.day(day)) if day else _("Adopted")
    return joined_words(record.revision_label, adopted)


def joined_words(*words):
    return ", ".join(filter(None, words))


def record_blocks(meeting: Meeting, user, revision=None):
    if revision and not RecordRevision.objects.visible_to(user).filter(pk=revision.pk).exists():
        return []
    record = record_for(meeting, user, revision)
    if record is None:
        return []
    blocks = attendance(record)
    blocks += framed(_("Opening of the meeting"), record.opening)
    for item in record.items:
        blocks += item_blocks(item)
    blocks += framed(_("Closing of the meeting"), record.closing)
    return [*blocks, *corrections(record), *corrigenda(record)]


def attendance(record):
    blocks = []
    for was_present, words in ((True, _("Present")), (False, _("Not present"))):
        lines = [line for line in record.attendance if line.was_present == was_present]
        if lines:
            blocks += [Heading((Run(words),), 2), Listing(tuple(map(line_of, lines)))]
    return [Heading((Run(_("Attendance")),)), *blocks] if blocks else []


def line_of(line):
    people = [(Run(f"{name} ({unit})" if unit else name),) for name, unit, _presence in line.people]
    return joined([named(line), *people])


def named(line):
    """Guests come for no entity: their organization stands in its place."""
    if line.entity is None:
        return (Run(line.organization, style="strong"),)
    return joined([(Run(str(line.entity.acronym), style="strong"),), runs_of(line.entity.name)], " – ")


def framed(words, part):
    number, passage = part
    return [Heading((Run(words),)), *numbered(number, passage)] if number else []


def item_blocks(item):
    if item.number is None:
        title = (Run(_("Said in the meeting, item not known")),)
    elif item.is_hidden:
        return [Heading((Run(f"{item.number}. "), Run(_("Item for members"), style="quiet")))]
    else:
        closed = (Run(" (" + _("Members only") + ")", style="quiet"),) if item.is_members_only else ()
        title = (Run(f"{item.number}. "), *runs_of(item.title), *closed)
    blocks = [Heading(title)]
    if item.paragraph:
        blocks += numbered(item.paragraph, item.body)
    for said in item.interventions:
        blocks += numbered(said.paragraph, said.text, speaker(said))
    for decision in item.decisions:
        blocks += [Heading((Run(_("Decision {number}").format(number=decision.number)),), 2), *lines(decision.text)]
    if item.action_points:
        blocks += [Heading((Run(_("Action points")),), 2), Listing(tuple(map(point_line, item.action_points)))]
    if item.is_empty:
        blocks.append(Paragraph((Run(_("Nothing is recorded under this item."), style="quiet"),)))
    return blocks


def speaker(said):
    """Who speaks, before what is said: the entity, then the person, and what kind of intervention it is."""
    person = [(Run(word),) for word in (said.speaker, said.unit) if word]
    function = runs_of(said.function) if said.function else ()
    kind = said.kind if not said.is_summary else _("Summary from the source, not the words spoken")
    is_working = said.text.is_working and not said.text.is_foreign
    working = (Run(_("(working translation)"), style="quiet"),) if is_working else ()
    entity = (Run(str(said.entity.acronym), style="strong"),)
    return joined([entity, *person, function, (Run(kind, style="quiet"),), working])


def numbered(number, passage, before=()):
    """The number stands before the first paragraph of a text, or before the line that says who speaks."""
    figure = Run(f"{number}. ")
    texts = lines(passage)
    if before:
        return [Paragraph((figure, *before)), *texts]
    first = texts[0] if texts else Paragraph(())
    if first.language:
        return [Paragraph((figure, note(passage))), *texts]
    return [Paragraph((figure, *first.runs)), *texts[1:]]


def lines(passage):
    language = foreign(passage.language)
    return [Paragraph((Run(line),), language) for line in passage.lines]


def runs_of(passage):
    """A short text, with a note where it is in another language."""
    language = foreign(passage.language)
    said = (Run(passage.text, language),)
    return (*said, Run(" "), note(passage)) if language else said


def note(passage):
    return Run(_("(in {language})").format(language=passage.language.name), style="quiet")


def point_line(point):
    owners = ", ".join(str(owner.acronym) for owner in point.owners)
    due = _("Due on {due_day}").format(due_day=dates.day(point.due)) if point.due else ""
    facts = [(Run(words, style="quiet"),) for words in (owners, due) if words]
    return joined([(Run(point.number, style="code"),), runs_of(point.text), *facts])


def corrections(record):
    """Printed for the record: what entities had changed in what they said."""
    if not record.corrections:
        return []
    head = (_("Paragraph"), _("Entity"), _("Before"), _("After"))
    rows = [
        (
            (Run(str(row.paragraph)),),
            (Run(str(row.entity.acronym)),),
            (Run(row.before, foreign(row.language)),),
            (Run(row.after, foreign(row.language)),),
        )
        for row in record.corrections
    ]
    return [Heading((Run(_("Corrections")),)), Table(_("Corrections"), head, tuple(rows))]


def corrigenda(record):
    blocks = []
    for corrigendum in record.corrigenda:
        title = _("Corrigendum {number}").format(number=corrigendum.number)
        item = _("item {number}").format(number=corrigendum.item_number) if corrigendum.item_number else ""
        day = dates.day(timezone.localtime(corrigendum.published_at).date())
        blocks += [Heading((Run(joined_words(title, item)),), 2), *lines(corrigendum.text)]
        blocks.append(Paragraph((Run(f"{day} · {corrigendum.reason}", style="quiet"),)))
    return [Heading((Run(_("Corrigenda")),)), *blocks] if blocks else []
