"""What the papers of a meeting have in common: the facts at the top, the words at the end, and for whom a paper is."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import dates, languages
from core.papers.structure import Facts, Paper, Run, address, inline, joined, printed_note
from meetings import times
from meetings.models import Meeting, MeetingState

FOR_MEMBERS = gettext_lazy("Contains parts for members only")


def paper_of(meeting, user, kind, blocks_for, **fields):
    """A paper with what this person may see. `blocks_for(meeting, user)` returns its blocks."""
    blocks = tuple(blocks_for(meeting, user))
    defaults = {
        "title": inline(meeting, "title") or (Run(meeting.slug),),
        "symbol": meeting.symbol or meeting.slug,
        "facts": Facts(tuple(facts_of(meeting))),
    }
    return Paper(
        kind=kind,
        language=languages.current(),
        level=level_of(meeting, user, blocks, blocks_for),
        blocks=blocks,
        foot=foot(meeting, user),
        address=address(meeting.get_absolute_url()),
        **(defaults | fields),
    )


def level_of(meeting, user, blocks, blocks_for):
    """Said where a visitor's paper would be another one: compared, not derived from rules that stand elsewhere."""
    if not user.is_authenticated:
        return ""
    nobody = AnonymousUser()
    is_seen_by_all = Meeting.objects.visible_to(nobody).filter(pk=meeting.pk).exists()
    if is_seen_by_all and blocks == tuple(blocks_for(meeting, nobody)):
        return ""
    return str(FOR_MEMBERS)


def facts_of(meeting):
    rows = [(_("Date"), (Run(day_of(meeting)),))]
    if meeting.has_hours:
        hours = dates.clocks(meeting.start_time, meeting.end_time)
        rows.append((_("Hours"), (Run(f"{hours} ({times.city(meeting.time_zone)})"),)))
    place = inline(meeting, "place")
    if place:
        rows.append((_("Place"), place))
    if meeting.organizer:
        rows.append((_("Organizer"), inline(meeting.organizer, "name")))
    if meeting.interpretation:
        spoken = [languages.BY_CODE[code] for code in meeting.interpretation]
        rows.append((_("Interpretation"), joined([(Run(known.name, known),) for known in spoken])))
    if meeting.state != MeetingState.SCHEDULED:
        rows.append((_("State"), (Run(meeting.get_state_display()),)))
    return rows


def day_of(meeting):
    words = dates.day(meeting.date, weekday=True)
    return words[:1].upper() + words[1:]


def foot(meeting, user):
    about = _("This meeting is an invented example.") if meeting.is_demo else ""
    return printed_note(meeting.get_absolute_url(), user, about)
