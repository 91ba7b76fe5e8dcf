"""The agenda as a paper."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import dates
from core.papers.structure import Facts, Heading, Listing, Paragraph, Run, address, inline, joined, paragraphs
from meetings.agenda import agenda_for
from meetings.models import CirculatedAgenda, MeetingDocument
from meetings.papers.outcomes import table_of
from meetings.papers.parts import facts_of, paper_of


def agenda_paper(meeting, user):
    facts = Facts((*facts_of(meeting), *circulated(meeting, user)))
    return paper_of(meeting, user, _("Agenda"), agenda_blocks, facts=facts)


def circulated(meeting, user):
    """Which edition the entities have, so that a print can be told from an older one."""
    edition = CirculatedAgenda.objects.visible_to(user).filter(meeting=meeting).last()
    if edition is None:
        return []
    words = filter(None, [str(edition.label), dates.day(timezone.localtime(edition.circulated_at).date())])
    return [(_("Circulated"), (Run(" · ".join(words)),))]


def agenda_blocks(meeting, user):
    agenda = agenda_for(meeting, user)
    papers = papers_by_item(meeting, user)
    blocks = [*paragraphs(meeting, "purpose"), *paragraphs(meeting, "note")]
    if not agenda.rows:
        blocks.append(Paragraph((Run(_("The agenda is not written yet.")),)))
    level = 2 if any(row.section for row in agenda.rows) else 1
    for row in agenda.rows:
        if row.section:
            blocks.append(Heading(inline(row.section.heading, "title")))
        blocks += blocks_of(row, papers.get(row.item.pk, []), level)
    if agenda.ends:
        blocks.append(Paragraph((Run(dates.clock(agenda.ends), style="strong"), Run(" " + _("End of the meeting")))))
    if papers.get(None):
        blocks += [Heading((Run(_("Documents")),)), Listing(tuple(map(line_of, papers[None])))]
    return blocks


def blocks_of(row, papers, level):
    number = Run(f"{row.item.number}. ")
    if row.is_hidden:
        return [Heading((number, Run(_("Item for members"), style="quiet")), level)]
    blocks = [Heading((number, *inline(row.item, "title")), level), Paragraph(facts_of_item(row))]
    blocks += paragraphs(row.item, "summary")
    if row.follow_up and row.follow_up.rows:
        blocks.append(table_of([owed.point for owed in row.follow_up.rows]))
    if papers:
        blocks.append(Listing(tuple(map(line_of, papers))))
    return blocks


def facts_of_item(row):
    """One line: when, how long, what, who."""
    item = row.item
    words = [dates.clock(row.starts)] if row.starts else []
    if item.minutes:
        words.append(ngettext("{n} min", "{n} min", item.minutes).format(n=item.minutes))
    words.append(str(item.get_kind_display()))
    words += [item.presenters_in_words()] if item.presenters_in_words() else []
    if item.is_for_decision:
        words.append(_("For decision"))
    if item.is_members_only:
        words.append(_("Members only"))
    return joined([(Run(word, style="quiet"),) for word in words])


def papers_by_item(meeting, user):
    """{item id or None: papers} of what the person sees, in the order of their numbers and languages."""
    found = MeetingDocument.objects.visible_to(user).filter(meeting=meeting).select_related("meeting")
    papers = {}
    for document in found.order_by("serial", "language"):
        papers.setdefault(document.item_id, []).append(document)
    return papers


def line_of(document):
    """Title, symbol and level of a paper; the title leads to it."""
    symbol = (Run(document.citation, style="code"),)
    level = (Run(str(document.get_level_display()), style="quiet"),) if document.level != "public" else ()
    return joined([inline(document, "title", href=address(document.get_citation_url())), symbol, level])
