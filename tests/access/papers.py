"""Papers that are made of a meeting, and its documents."""

from meetings.models import MeetingDocument
from tests.access.meetings import MEMBERS, RECORDING, a_meeting
from tests.access.table import PUBLIC, Row
from tests.meetings.factory import make_action_point, make_document, make_item, make_meeting


def a_paper(entity=None, **situation):
    """At an address of its own; `entity` gave it for an item that it presents."""

    def kwargs(make):
        giver = make.entity(entity) if entity else None
        meeting = make_meeting(make, is_public=True)
        item = make_item(make, meeting, presenters=[(giver, "")] if giver else [])
        document = make_document(make, meeting, item=item, entity=giver, **situation)
        return {"slug": meeting.slug, "serial": document.serial, "language": document.language}

    return kwargs


def without(name, kwargs):
    return lambda make: {key: value for key, value in kwargs(make).items() if key != name}


def revision(number, kwargs):
    return lambda make: kwargs(make) | {"revision": number}


def an_own_paper(**situation):
    def kwargs(make):
        where = a_paper("ILO", level="members", **situation)(make)
        return {"pk": MeetingDocument.objects.get(meeting__slug=where["slug"]).pk}

    return kwargs


def an_item_of_ilo(make):
    meeting = make_meeting(make, is_public=True)
    make_item(make, meeting, presenters=[(make.entity("ILO"), "")])
    return {"slug": meeting.slug}


def a_printed(paper, ending="docx", **situation):
    def kwargs(make):
        meeting = make_meeting(make, state=RECORDING, **situation)
        make_action_point(make, meeting, make.entity("ILO"))
        return {"slug": meeting.slug, "paper": paper, "ending": ending}

    return kwargs


PUBLIC_REDIRECT = "302 302 302 302 302 302 302"
ROWS = [
    Row("meetings:papers", PUBLIC, "public", a_meeting(is_public=True)),
    Row("meetings:papers", MEMBERS, "members'", a_meeting()),
    Row("meetings:plain", PUBLIC, "public", a_meeting(is_public=True)),
    Row("meetings:plain", MEMBERS, "members'", a_meeting()),
    Row("meetings:paper", PUBLIC, "agenda, public", a_printed("agenda", is_public=True)),
    Row("meetings:paper", MEMBERS, "agenda, members'", a_printed("agenda", "pdf")),
    Row("meetings:paper", "404 404 404 404 404 200 200", "record, draft", a_printed("record", is_public=True)),
    Row("meetings:paper", MEMBERS, "action points", a_printed("action-points", is_public=True)),
    Row("meetings:papers_bundle", "in 302 302 302 302 302 302", "public", a_meeting(is_public=True), "post"),
    Row("meetings:papers_bundle", "in 404 302 302 302 302 302", "members'", a_meeting(), "post"),
    Row("meetings:papers_bundle", "in 405 405 405 405 405 405", "public", a_meeting(is_public=True)),
    Row("meetings:document", PUBLIC_REDIRECT, "public", a_paper()),
    Row("meetings:document", "404 404 302 302 302 302 302", "members'", a_paper(level="members")),
    Row("meetings:document", "404 404 404 404 404 302 302", "secretariat's", a_paper(level="secretariat")),
    Row("meetings:document_best", PUBLIC_REDIRECT, "public", without("language", a_paper())),
    Row("meetings:document_revision", PUBLIC_REDIRECT, "public", revision(0, a_paper())),
    Row("meetings:document_revision", "404 404 404 404 404 404 404", "unknown", revision(7, a_paper())),
    Row("meetings:document_best_revision", PUBLIC_REDIRECT, "public", without("language", revision(0, a_paper()))),
    Row("meetings:own_paper_create", "in 403 403 403 200 403 403", "item of ILO", an_item_of_ilo),
    Row("meetings:own_paper_create", "in 403 403 403 403 403 403", "no item", a_meeting(is_public=True)),
    Row("meetings:own_paper_edit", "in 404 403 403 200 302 302", "of ILO", an_own_paper()),
    Row("meetings:own_paper_delete", "in 404 403 403 200 302 302", "of ILO", an_own_paper()),
]
