"""A whole meeting on one light page: agenda, decisions, action points and links, without what was said."""

from dataclasses import replace

from django.utils.translation import gettext as _

from core.papers.structure import Heading, Listing, Run, address, joined
from meetings.papers.agenda import agenda_blocks
from meetings.papers.kinds import FORMAT_NAMES, kinds_for
from meetings.papers.outcomes import decision_blocks, line_of_point, points_of
from meetings.papers.parts import paper_of


def light_page(meeting, user):
    paper = paper_of(meeting, user, _("Light page"), light_blocks)
    return replace(paper, foot=())


def light_blocks(meeting, user):
    blocks = [Heading((Run(_("Agenda")),)), *[lowered(block) for block in agenda_blocks(meeting, user)]]
    decisions = decision_blocks(meeting, user)
    if decisions:
        blocks += [Heading((Run(_("Decisions")),)), *decisions]
    points = points_of(meeting, user)
    if points:
        lines = tuple(line_of_point(point) for point in points)
        blocks += [Heading((Run(_("Action points")),)), Listing(lines)]
    return [*blocks, Heading((Run(_("Papers")),)), Listing(tuple(links(meeting, user)))]


def lowered(block):
    """Under the heading of the page's own part."""
    return replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def links(meeting, user):
    for kind in kinds_for(meeting, user):
        places = [
            (Run(name, href=address(f"{meeting.get_absolute_url()}{kind.name}.{ending}")),)
            for ending, name in FORMAT_NAMES.items()
        ]
        yield joined([(Run(str(kind.label)),), *places])
    yield (Run(_("The whole page of the meeting"), href=address(meeting.get_absolute_url())),)
