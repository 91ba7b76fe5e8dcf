"""Attendance of entities over meetings: one cell says how an entity took part in a meeting."""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, OuterRef, Q, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from entities.models import Entity
from meetings.models import Answer, Attendance, Invitation, Meeting, MeetingState, Presence
from meetings.models.people import PRESENT

# While a meeting is open people still come.
HELD_STATES = (MeetingState.RECORD_PREPARATION, MeetingState.CLEARANCE, MeetingState.ADOPTED)
# Wider tables are not read. Exports have all meetings.
MOST_MEETINGS = 12
RUNNING = 3


@dataclass(frozen=True)
class Kind:
    """How an entity took part: `css` and `icon` beside the word, never instead of it."""

    word: str
    css: str
    icon: str


KINDS = {
    "room": Kind(pgettext_lazy("attendance", "Present in the room"), "done", "people"),
    "online": Kind(pgettext_lazy("attendance", "Present online"), "done", "camera-video"),
    "present": Kind(pgettext_lazy("attendance", "Present"), "done", "check-lg"),
    "replaced": Kind(pgettext_lazy("attendance", "Present, somebody was replaced"), "sent", "arrow-left-right"),
    "apologies": Kind(pgettext_lazy("attendance", "Apologies"), "draft", "envelope"),
    "absent": Kind(pgettext_lazy("attendance", "Absent"), "back", "x-lg"),
    "unknown": Kind(pgettext_lazy("attendance", "Invited, nothing recorded"), "", "question-circle"),
    "": Kind(pgettext_lazy("attendance", "Not invited"), "", "dash-lg"),
}
SHOWED_UP = ("room", "online", "present", "replaced")


def kind_of(lines, is_invited, is_recorded):
    """The key of KINDS for the lines of one entity in one meeting.

    Whoever is invited and has no line is absent once the attendance of the meeting was recorded at all; who answered
    that nobody comes has excused itself. The answer of one that was taken off the list counts for nothing.
    """
    if not is_invited and not any(line.presence for line in lines):
        return ""
    present = {line.presence for line in lines if line.was_present}
    if present:
        return kind_of_present(lines, present)
    if any(line.presence == Presence.APOLOGIES or (not line.presence and line.answer == Answer.NO) for line in lines):
        return "apologies"
    if any(line.presence == Presence.ABSENT for line in lines) or (is_recorded and (is_invited or lines)):
        return "absent"
    return "unknown" if is_invited or lines else ""


def kind_of_present(lines, present):
    if any(line.answer == Answer.REPLACED and not line.was_present for line in lines):
        return "replaced"
    return next(str(presence) for presence in (Presence.ROOM, Presence.ONLINE, Presence.PRESENT) if presence in present)


@dataclass
class Cell:
    key: str
    meeting: Meeting
    names: list = field(default_factory=list)  # of those present, for the secretariat

    @property
    def kind(self):
        return KINDS[self.key]

    @property
    def words(self):
        names = _("; ").join(self.names)
        return f"{self.kind.word}: {names}" if names else str(self.kind.word)


@dataclass
class Row:
    entity: Entity
    cells: list
    is_absent_running: bool = False

    @property
    def attended(self):
        return sum(cell.key in SHOWED_UP for cell in self.cells)

    @property
    def expected(self):
        """Meetings to which the entity was invited, or of which something is known."""
        return sum(cell.key != "" for cell in self.cells)


def held(user):
    """The meetings that were held, the latest first, as far as the person sees them."""
    return Meeting.objects.visible_to(user).filter(state__in=HELD_STATES).order_by("-date", "-start_time", "-pk")


def entities_of(meetings):
    """Those that were invited or took part, by code."""
    invited = Invitation.objects.filter(meeting__in=meetings)
    listed = Attendance.objects.filter(meeting__in=meetings)
    return Entity.objects.filter(
        Q(pk__in=invited.values("entity")) | Q(pk__in=listed.filter(entity__isnull=False).values("entity"))
    ).order_by("code")


def rows_of(entities, meetings, user, with_names=False):
    """[Row] of the entities over the meetings, both in their order. The queries do not depend on how many there are."""
    lines = {}
    visible = Attendance.objects.visible_to(user).filter(meeting__in=meetings, entity__in=entities)
    for line in visible:
        lines.setdefault((line.entity_id, line.meeting_id), []).append(line)
    invited = set(Invitation.objects.filter(meeting__in=meetings, entity__in=entities).values_list("entity", "meeting"))
    recorded = set(recorded_meetings(meetings))

    def cell(entity, meeting):
        here = lines.get((entity.pk, meeting.pk), [])
        key = kind_of(here, (entity.pk, meeting.pk) in invited, meeting.pk in recorded)
        names = [line.person_name for line in here if line.was_present and line.person_name] if with_names else []
        return Cell(key, meeting, names)

    return [Row(entity, [cell(entity, meeting) for meeting in meetings]) for entity in entities]


def recorded_meetings(meetings):
    """Ids of those in which anybody's presence was marked."""
    marked = Attendance.objects.filter(meeting__in=meetings).exclude(presence="")
    return marked.order_by().values_list("meeting", flat=True).distinct()


def present_by_meeting(meetings):
    """{meeting id: number of entities present}, over all entities and not only those of a page."""
    present = Attendance.objects.filter(meeting__in=meetings, presence__in=PRESENT)
    counted = present.order_by().values("meeting").annotate(n=Count("entity", distinct=True))
    return dict(counted.values_list("meeting", "n"))


def absent_running(meetings, times=RUNNING):
    """Ids of the entities that neither came nor excused themselves in the last meetings to which they were invited
    and whose attendance was recorded, so many times running."""
    lines = Attendance.objects.filter(meeting=OuterRef("meeting"), entity=OuterRef("entity"))
    came = lines.filter(presence__in=PRESENT)
    excused = lines.filter(Q(presence=Presence.APOLOGIES) | Q(presence="", answer=Answer.NO))
    latest = Window(RowNumber(), partition_by="entity", order_by=[F("meeting__date").desc(), F("meeting_id").desc()])
    invited = Invitation.objects.filter(meeting__in=meetings.filter(pk__in=recorded_meetings(meetings)))
    last = invited.order_by().annotate(was_missed=~Exists(came) & ~Exists(excused), place=latest)
    missed = {}
    for entity, was_missed in last.filter(place__lte=times).values_list("entity", "was_missed"):
        missed[entity] = missed.get(entity, 0) + was_missed
    return {entity for entity, number in missed.items() if number == times}
