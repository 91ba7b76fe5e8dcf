"""From what a new meeting starts: a series, a template, or another meeting.

What it takes over is proposed in the form of the new meeting and can be changed there; the agenda is copied when the
meeting is saved. Interventions, decisions, attendance and papers stay with the meeting they belong to.
"""

from datetime import date

from django.http import Http404
from django.utils.translation import gettext as _

from core import languages
from core.access import visible_or_404
from core.numbers import whole_number
from meetings.agenda_copy import add_headings, copy_parts, values
from meetings.models import AgendaItem, Meeting, MeetingTemplate, Series

SETTINGS = (
    "original_language",
    "kind",
    "start_time",
    "end_time",
    "time_zone",
    "format",
    "joining_link",
    "interpretation",
    "is_public",
    *languages.columns("title", "purpose", "place"),
)
ITEM_OF_TEMPLATE = (
    "kind",
    "minutes",
    "is_members_only",
    "is_for_decision",
    "original_language",
    "working_translations",
    *languages.columns("title"),
)
ITEM_OF_MEETING = (*ITEM_OF_TEMPLATE, "has_discussion", *languages.columns("summary"))


def settings_of(plan):
    """What the form of a new meeting or template proposes; texts that are missing are left to the form."""
    given = {name: value for name, value in values(plan, SETTINGS).items() if value is not None}
    return given | {"organizer": plan.organizer_id}


class Start:
    """Another meeting, of which a copy is made: everything but its day and its symbol."""

    item_fields = ITEM_OF_MEETING

    def __init__(self, plan, items):
        self.plan, self.items = plan, items

    @property
    def initial(self):
        return settings_of(self.plan)

    def prepare(self, meeting):
        """To be called before the meeting is saved. Returns in words what stands in the way, or nothing."""
        meeting.working_translations = self.plan.working_translations
        return ""

    def add_agenda(self, meeting):
        made = [
            AgendaItem(meeting=meeting, number=number, **values(item, self.item_fields))
            for number, item in enumerate(self.items, start=1)
        ]
        AgendaItem.objects.bulk_create(made)
        return made


class FromMeeting(Start):
    def __init__(self, meeting):
        super().__init__(meeting, meeting.items.prefetch_related("nodes", "presenters").order_by("number", "pk"))

    def add_agenda(self, meeting):
        made = super().add_agenda(meeting)
        link = AgendaItem.nodes.through
        link.objects.bulk_create(
            link(agendaitem=copy, node=node)
            for item, copy in zip(self.items, made, strict=True)
            for node in item.nodes.all()
        )
        copy_parts(self.plan, zip(self.items, made, strict=True), meeting)
        return made


class WithTemplate(Start):
    item_fields = ITEM_OF_TEMPLATE

    def add_agenda(self, meeting):
        made = super().add_agenda(meeting)
        add_headings(self.items, meeting)
        return made


class FromTemplate(WithTemplate):
    def __init__(self, template):
        super().__init__(template, template.items.all())


class NextOfSeries(WithTemplate):
    """On a date that the rule gives and for which no meeting is planned."""

    def __init__(self, series, day):
        super().__init__(series, series.template.items.all() if series.template else ())
        self.day = day

    @property
    def initial(self):
        return super().initial | {"date": self.day, "series": self.plan.pk}

    def prepare(self, meeting):
        # Held to the end of the transaction: two officers who plan the same date come one after the other.
        series = Series.objects.select_for_update(of=("self",)).get(pk=self.plan.pk)
        meeting.series, meeting.occurrence = series, self.day
        super().prepare(meeting)
        return "" if series.is_free(self.day) else _("A meeting of the series is planned for this date already.")


SOURCES = ("series", "template", "copy")


def start_of(asked, user):
    """The start that the query of an address names, or None; 404 where the person may not see it or there is none."""
    if key := asked.get("copy", "").replace("\0", ""):
        return FromMeeting(visible_or_404(Meeting.objects.all(), user, slug=key))
    if "template" in asked:
        return FromTemplate(visible_or_404(MeetingTemplate.objects.all(), user, pk=whole_number(asked["template"])))
    if "series" in asked:
        series = visible_or_404(Series.objects.select_related("template"), user, pk=whole_number(asked["series"]))
        return NextOfSeries(series, day_of(series, asked.get("date", "")))
    return None


def day_of(series, text):
    """A date of the series that is not left out."""
    return day_of_rule(series.rule, text)


def day_of_rule(rule, text):
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Http404 from None
    if not rule.gives(day):
        raise Http404
    return day
