"""What the one search looks into: each room's records, as the room's own `visible_to` lets this reader see them."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Country
from entities.models import Entity
from initiatives.models import Initiative
from meetings.models import ActionPoint, AgendaItem, Decision, Intervention, Meeting, MeetingDocument
from resources.models import Resource
from strategy.models import Framework, Indicator, Node

SHOWN = 10
# A reader is told what not everybody can see, or what is no longer current.
TOLD_STATES = {"draft", "submitted", "returned", "archived", "cancelled"}


@dataclass(frozen=True)
class Shelf:
    """Records of one kind. `title` and `about` name translated fields of the record.

    `find(user, text)` begins with what the user may see. `list_url` names the room's own list, where it has one
    that takes `q`; `where(record)` is the record it belongs to.
    """

    key: str
    label: str
    icon: str
    find: Callable
    title: str = "title"
    about: str = ""
    list_url: str = ""
    where: Callable = lambda record: None


def _visible(model, *fields, plain=(), related=()):
    def find(user, text):
        return model.objects.visible_to(user).search(text, *fields, plain=plain).select_related(*related)

    return find


def _initiatives(user, text):
    # A working copy of a published record would show the same initiative twice.
    return Initiative.objects.visible_to(user).filter(replaces=None).search_text(text).select_related("lead")


def _countries(user, text):
    """Countries are reference data: all of them are public."""
    return Country.objects.search(text, "name", plain=("iso3",))


def _meeting(record):
    return record.meeting


SHELVES = (
    Shelf(
        "initiatives",
        _("Initiatives"),
        "diagram-3",
        _initiatives,
        about="summary",
        list_url="initiatives:initiative_list",
        where=lambda initiative: initiative.lead,
    ),
    Shelf(
        "meetings",
        _("Meetings"),
        "calendar-event",
        _visible(Meeting, "title", "purpose", plain=("symbol",)),
        about="purpose",
    ),
    Shelf(
        "agenda",
        _("Agenda items"),
        "list-ol",
        _visible(AgendaItem, "title", "summary", related=("meeting",)),
        about="summary",
        where=_meeting,
    ),
    Shelf(
        "interventions",
        _("Interventions"),
        "mic",
        _visible(
            Intervention,
            "text",
            "entity__name",
            "entity__acronym",
            plain=("speaker_name",),
            related=("meeting", "entity"),
        ),
        title="",
        about="text",
        where=_meeting,
    ),
    Shelf(
        "decisions",
        _("Decisions"),
        "check2-all",
        _visible(Decision, "text", related=("meeting",)),
        title="",
        about="text",
        where=_meeting,
    ),
    Shelf(
        "action_points",
        _("Action points"),
        "flag",
        _visible(ActionPoint, "text", related=("meeting",)),
        title="",
        about="text",
        where=_meeting,
    ),
    Shelf(
        "documents",
        _("Documents of meetings"),
        "file-earmark-text",
        _visible(MeetingDocument, "title", related=("meeting",)),
        where=_meeting,
    ),
    Shelf(
        "frameworks",
        _("Frameworks"),
        "bar-chart",
        _visible(Framework, "title", "short_title", "description", plain=("code", "symbol")),
        about="description",
    ),
    Shelf(
        "framework_parts",
        _("Outcomes, outputs and principles"),
        "list-ul",
        _visible(Node, "text", "description", related=("framework",)),
        title="text",
        about="description",
        where=lambda node: node.framework,
    ),
    Shelf(
        "indicators",
        _("Indicators"),
        "bar-chart",
        _visible(Indicator, "title", "definition", plain=("code",), related=("node__framework",)),
        about="definition",
        where=lambda indicator: indicator.node.framework,
    ),
    Shelf(
        "entities",
        _("Entities"),
        "building",
        _visible(Entity, "name", "acronym", "unit", plain=("code",)),
        title="name",
        list_url="entities:entity_list",
    ),
    Shelf("countries", _("Countries"), "geo-alt", _countries, title="name"),
    Shelf(
        "resources",
        _("Resources"),
        "journal-text",
        _visible(Resource, "title", "description", plain=("code", "symbol"), related=("publisher",)),
        about="description",
        list_url="resources:resource_list",
        where=lambda resource: resource.publisher,
    ),
)


def search(user, text):
    """[{"shelf", "count", "records", "more_url"}] of the shelves in which something was found."""
    found = []
    for shelf in SHELVES:
        records = shelf.find(user, text)
        count = records.count()
        if count:
            found.append(
                {
                    "shelf": shelf,
                    "count": count,
                    "records": [_row(shelf, record) for record in records[:SHOWN]],
                    "more_url": _more(shelf, text) if count > SHOWN else "",
                }
            )
    return found


def _row(shelf, record):
    url = reverse("country_detail", args=[record.iso3]) if shelf.key == "countries" else record.get_absolute_url()
    state = getattr(record, "state", "")
    badges = [state] if state in TOLD_STATES else []
    if getattr(record, "is_demo", False):
        badges.append("demo")
    return {"record": record, "url": url, "where": shelf.where(record), "badges": badges}


def _more(shelf, text):
    return f"{reverse(shelf.list_url)}?{urlencode({'q': text})}" if shelf.list_url else ""
