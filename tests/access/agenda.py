"""The agenda, its items and headings, proposals, the follow-up."""

from meetings.models import AgendaSection
from tests.access.meetings import FORM_OF_MEETING, SECRETARIAT_MOVES, a_meeting
from tests.access.table import Row
from tests.meetings.factory import make_action_point, make_item, make_meeting, make_proposal, make_series


def an_item(state="scheduled", **situation):
    def kwargs(make):
        return {"pk": make_item(make, make_meeting(make, state=state, is_public=True), **situation).pk}

    return kwargs


def a_section(make):
    meeting = make_meeting(make, is_public=True)
    return {"pk": AgendaSection.objects.create(meeting=meeting, title_en="Results").pk}


def a_proposal(state="proposed", meeting_state="scheduled", **situation):
    def kwargs(make):
        meeting = make_meeting(make, state=meeting_state, series=make_series(make))
        series = meeting.series if state == "later" else None
        return {
            "pk": make_proposal(make, make.entity("ILO"), meeting=meeting, series=series, state=state, **situation).pk
        }

    return kwargs


def a_move_of_proposal(event, **situation):
    return lambda make: {**a_proposal(**situation)(make), "event": event}


def a_meeting_with_follow_up(make):
    earlier = make_meeting(make, state="adopted", date="2023-01-10")
    make_action_point(make, earlier, make.entity("ILO"))
    meeting = make_meeting(make, is_public=True)
    make_item(make, meeting, kind="follow_up")
    return {"slug": meeting.slug}


# People of FAO may read a proposal of ILO that is kept for later, and no other.
ILO_READS = "in 404 404 200 200 200 200"
ILO_DECIDES = "in 404 404 403 302 403 403"
OFFICE_DECIDES = "in 404 404 403 403 302 302"
ROWS = [
    Row("meetings:agenda_edit", FORM_OF_MEETING, "public", a_meeting(is_public=True)),
    Row("meetings:agenda_edit", "in 404 403 403 403 200 200", "members'", a_meeting()),
    Row("meetings:agenda_edit", "in 404 403 403 403 403 403", "circulated", a_meeting(state="clearance")),
    Row("meetings:agenda_edit", "in 403 403 403 403 403 403", "adopted", a_meeting(state="adopted", is_public=True)),
    Row(
        "meetings:agenda_edit",
        SECRETARIAT_MOVES,
        "add",
        a_meeting(is_public=True),
        "post",
        {"title": "Budget", "kind": "other"},
    ),
    Row("meetings:agenda_order", "in 405 405 405 405 405 405", "", a_meeting(is_public=True)),
    Row(
        "meetings:agenda_order",
        "in 403 403 403 403 409 409",
        "",
        a_meeting(is_public=True),
        "post",
        {"line": "i1", "to": "0", "order": "old"},
    ),
    Row("meetings:item_edit", FORM_OF_MEETING, "", an_item()),
    Row("meetings:item_edit", "in 404 403 403 403 200 200", "members only", an_item(is_members_only=True)),
    Row("meetings:item_edit", "in 403 403 403 403 403 403", "circulated", an_item(state="clearance")),
    Row("meetings:item_edit", "in 403 403 403 403 403 403", "adopted", an_item(state="adopted")),
    Row("meetings:item_delete", FORM_OF_MEETING, "", an_item()),
    Row("meetings:item_delete", SECRETARIAT_MOVES, "", an_item(), "post", {"version": "1"}),
    Row("meetings:section_edit", "in 404 403 403 403 200 200", "", a_section),
    Row("meetings:section_delete", "in 404 403 403 403 302 302", "", a_section, "post", {"version": "1"}),
    Row("meetings:agenda_proposal_create", "in 403 200 403 200 200 200", "public", a_meeting(is_public=True)),
    Row("meetings:agenda_proposal_create", "in 404 404 404 404 403 403", "draft", a_meeting(state="draft")),
    Row("meetings:agenda_proposal_detail", ILO_READS, "proposed", a_proposal()),
    Row("meetings:agenda_proposal_detail", "in 404 200 200 200 200 200", "kept for later", a_proposal(state="later")),
    Row("meetings:agenda_proposal_edit", "in 404 404 403 200 200 200", "proposed", a_proposal()),
    Row("meetings:agenda_proposal_edit", "in 404 404 403 403 403 403", "withdrawn", a_proposal(state="withdrawn")),
    *[
        Row(
            "meetings:agenda_proposal_transition",
            expected,
            event,
            a_move_of_proposal(event, **situation),
            "post",
            {"reason": "It comes too late."},
        )
        for event, expected, situation in [
            ("accept", OFFICE_DECIDES, {}),
            ("keep", OFFICE_DECIDES, {}),
            ("decline", OFFICE_DECIDES, {}),
            ("withdraw", ILO_DECIDES, {}),
            ("lapse", OFFICE_DECIDES, {"meeting_state": "adopted"}),
        ]
    ],
    Row("meetings:follow_up_answer", "in 403 403 200 200 200 200", "", a_meeting_with_follow_up),
]
