"""Entities propose items until the cut-off; the secretariat answers; what is left over waits for the next meeting."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.models import Notification
from core.workflow import TransitionRefused
from entities.models import Appointment, Role
from meetings.models import AgendaProposal, AgendaProposalState
from meetings.proposals import PROPOSAL
from meetings.workflow import MEETING
from tests.forms_on_page import opened
from tests.meetings.factory import make_item, make_meeting, make_proposal, make_series

SOON = timezone.localdate() + timedelta(days=30)
TYPED = {
    "original_language": "fr",
    "title_fr": "Évaluation à mi-parcours",
    "reason_fr": "Elle est terminée.",
    "kind": "measurement",
    "minutes": "20",
}


@pytest.fixture
def series(make):
    return make_series(make)


@pytest.fixture
def meeting(make, series):
    return make_meeting(make, series=series, date=SOON)


def propose(client, meeting, **changes):
    return client.post(reverse("meetings:agenda_proposal_create", args=[meeting.slug]), TYPED | changes)


def act(client, proposal, event, **data):
    return client.post(proposal.get_transition_url(event), data)


def page_of(meeting):
    return reverse("meetings:agenda_edit", args=[meeting.slug])


def test_search_finds_a_proposal_for_its_entity_and_the_secretariat_alone(
    client, make, ilo, meeting, series, secretariat, focal_point, other_focal_point
):
    make_proposal(make, ilo, title="Walrus", meeting=meeting)
    make_proposal(make, ilo, title="Walrus later", series=series, state="later")

    def found(person):
        client.force_login(person) if person else client.logout()
        return client.get(reverse("search"), {"q": "walrus", "in": "agenda_proposals"}).text.count("agenda-proposals/")

    assert [found(person) for person in (secretariat, focal_point, other_focal_point, None)] == [2, 2, 1, 0]


def test_alternate_proposes_an_item_and_the_secretariat_is_told(client, ilo, fao, alternate, secretariat, meeting):
    Appointment.objects.create(user=alternate, entity=fao, role=Role.CONTRIBUTOR, starts=date(2020, 1, 1))
    client.force_login(alternate)
    url = reverse("meetings:agenda_proposal_create", args=[meeting.slug])

    response = client.post(url, opened(client, url) | TYPED)

    proposal = AgendaProposal.objects.get()
    assertRedirects(response, proposal.get_absolute_url())
    assert (proposal.meeting, proposal.entity, proposal.proposed_by, proposal.state) == (
        meeting,
        ilo,
        alternate,
        "proposed",
    )
    assert Notification.objects.of(secretariat).get().params == {"sentence": "agenda_proposed"}
    assertContains(client.get(meeting.get_absolute_url()), "Évaluation à mi-parcours")


def test_contributor_reads_what_the_entity_proposes_and_is_offered_nothing_else(
    client, make, ilo, contributor, meeting
):
    client.force_login(contributor)
    assertNotContains(client.get(meeting.get_absolute_url()), "Propose an item")
    proposal = make_proposal(make, ilo, meeting=meeting)

    assertContains(client.get(meeting.get_absolute_url()), proposal.get_absolute_url())
    page = client.get(proposal.get_absolute_url())
    assertNotContains(page, proposal.get_edit_url())
    assertNotContains(page, proposal.get_transition_url("withdraw"))


def test_title_and_reason_are_needed_and_what_was_typed_stays(client, focal_point, ilo, meeting):
    client.force_login(focal_point)

    response = propose(client, meeting, entity=ilo.pk, reason_fr="", minutes="0")

    assertContains(response, "Write this text in Français, the original language of the record.")
    assertContains(response, "Ensure this value is greater than or equal to 1.")
    assertContains(response, 'value="Évaluation à mi-parcours"')
    assert not AgendaProposal.objects.exists()


def test_nobody_proposes_for_an_entity_that_is_not_theirs(client, focal_point, fao, meeting):
    client.force_login(focal_point)

    assertContains(propose(client, meeting, entity=fao.pk), "Select a valid choice.")


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        # The last day ends in Nairobi, three hours before it does in London.
        (datetime(2027, 3, 9, 20, 59, tzinfo=UTC), "proposed"),
        (datetime(2027, 3, 9, 21, 1, tzinfo=UTC), "later"),
    ],
)
def test_cut_off_is_the_end_of_the_day_in_the_city_of_the_meeting(client, make, ilo, series, moment, state):
    meeting = make_meeting(
        make, series=series, date=date(2027, 3, 20), time_zone="Africa/Nairobi", proposals_until=date(2027, 3, 9)
    )
    with time_machine.travel(moment, tick=False):
        client.force_login(make.person("nairobi@ilo.example", ilo))
        page = client.get(reverse("meetings:agenda_proposal_create", args=[meeting.slug]))
        propose(client, meeting, entity=ilo.pk)

    assert ("taken until the end of 9\xa0March 2027 in Nairobi" in page.content.decode()) == (state == "later")
    proposal = AgendaProposal.objects.get()
    assert (proposal.state, proposal.series) == (state, series if state == "later" else None)


def test_without_a_series_a_late_proposal_is_refused_and_its_text_stays(client, make, ilo, focal_point):
    meeting = make_meeting(make, date=SOON, proposals_until=timezone.localdate() - timedelta(days=3))
    client.force_login(focal_point)

    response = propose(client, meeting, entity=ilo.pk)

    assertContains(response, "Proposals for this meeting were taken until the end of")
    assertContains(response, 'value="Évaluation à mi-parcours"')
    assert not AgendaProposal.objects.exists()


def test_accepted_proposal_becomes_the_last_item_presented_by_its_entity(editor, make, ilo, contributor, meeting):
    make_item(make, meeting)
    proposal = make_proposal(make, ilo, meeting=meeting, minutes=20, proposed_by=contributor)

    assertRedirects(act(editor, proposal, "accept"), proposal.get_absolute_url())

    proposal.refresh_from_db()
    item = meeting.items.get(number=2)
    assert (proposal.state, proposal.item, item.title_ar, item.minutes) == ("accepted", item, "Proposal [ar]", 20)
    assert item.presenters.get().entity == ilo
    assert Notification.objects.of(contributor).get().record == proposal
    assert act(editor, proposal, "accept").status_code == 409  # pressed twice
    assert meeting.items.count() == 2


def test_kept_proposal_waits_in_the_series_and_the_next_meeting_takes_it(
    client, editor, make, ilo, series, meeting, other_focal_point
):
    proposal = make_proposal(make, ilo, meeting=meeting)
    act(editor, proposal, "keep")
    assertNotContains(editor.get(page_of(make_meeting(make, date=SOON))), "Proposal [en]")
    MEETING.perform(meeting, "cancel", by=make.officer("second@unossc.example"), reason="Too few.")
    refused = act(editor, proposal, "accept")
    assertContains(refused, "No next meeting of the series is planned.", status_code=409)

    following = make_meeting(make, series=series, date=SOON + timedelta(days=30), state="draft")
    assertContains(editor.get(page_of(following)), "Proposal [en]")
    act(editor, proposal, "accept")

    proposal.refresh_from_db()
    assert (proposal.meeting, following.items.get()) == (following, proposal.item)
    client.force_login(other_focal_point)
    assert client.get(proposal.get_absolute_url()).status_code == 404


def test_what_is_kept_is_read_by_all_members_and_nobody_else(client, make, ilo, meeting, other_focal_point):
    series = make_series(make, is_public=True)
    kept = make_proposal(make, ilo, meeting=meeting, series=series, state="later", title="Zzkept")
    make_proposal(make, ilo, meeting=meeting, title="Zzasked")

    assertNotContains(client.get(series.get_absolute_url()), "Zz")
    client.force_login(other_focal_point)
    page = client.get(series.get_absolute_url())
    assertContains(page, "Zzkept")
    assertNotContains(page, "Zzasked")
    assert list(AgendaProposal.objects.visible_to(other_focal_point)) == [kept]
    assert not AgendaProposal.objects.visible_to(make.person("stranger@example.org")).exists()
    assert not series.can_be_deleted


def test_last_day_of_proposals_is_not_after_the_meeting(editor, meeting):
    typed = opened(editor, meeting.get_edit_url()) | {"proposals_until": str(SOON + timedelta(days=1))}

    page = editor.post(meeting.get_edit_url(), typed)

    assertContains(page, "Proposals come before the meeting. Choose an earlier day.")
    editor.post(meeting.get_edit_url(), typed | {"proposals_until": str(SOON - timedelta(days=7))})
    meeting.refresh_from_db()
    assert meeting.proposals_until == SOON - timedelta(days=7)


def test_declined_proposal_says_why_to_its_entity_alone(client, editor, make, ilo, meeting, focal_point):
    proposal = make_proposal(make, ilo, meeting=meeting)

    assert act(editor, proposal, "decline").status_code == 409
    act(editor, proposal, "decline", reason="It belongs to another group.")

    client.force_login(focal_point)
    assertContains(client.get(proposal.get_absolute_url()), "It belongs to another group.")


def test_entity_changes_and_withdraws_what_is_not_answered(client, make, ilo, meeting, focal_point, other_focal_point):
    proposal = make_proposal(make, ilo, meeting=meeting)
    client.force_login(focal_point)

    url = proposal.get_edit_url()
    client.post(url, opened(client, url) | {"title_en": "A better title"})
    proposal.refresh_from_db()
    assert proposal.title_en == "A better title"
    act(client, proposal, "withdraw")

    proposal.refresh_from_db()
    assert proposal.state == "withdrawn"
    assert client.get(url).status_code == 403
    client.force_login(other_focal_point)
    assert client.get(proposal.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("has_series", "event", "becomes"),
    [(True, "close", "later"), (True, "cancel", "later"), (False, "close", "lapsed"), (False, "cancel", "lapsed")],
)
def test_what_a_meeting_leaves_unanswered_is_carried_over(
    make, ilo, secretariat, contributor, series, has_series, event, becomes
):
    state = "in_progress" if event == "close" else "scheduled"
    meeting = make_meeting(make, series=series if has_series else None, date=SOON, state=state)
    left = make_proposal(make, ilo, meeting=meeting, proposed_by=contributor)
    declined = make_proposal(make, ilo, meeting=meeting, state="declined", declined_because="No.")

    MEETING.perform(meeting, event, by=secretariat, reason="A reason.")

    for proposal in (left, declined):
        proposal.refresh_from_db()
    assert (left.state, declined.state) == (becomes, "declined")
    assert Notification.objects.of(contributor).filter(kind="moved").count() == 1


def test_proposal_does_not_go_on_an_agenda_that_is_closed(make, ilo, secretariat):
    meeting = make_meeting(make, state="record_preparation", date=SOON)
    proposal = make_proposal(make, ilo, meeting=meeting)

    with pytest.raises(TransitionRefused, match="agenda of the meeting is closed"):
        PROPOSAL.perform(proposal, "accept", by=secretariat)

    assert PROPOSAL.perform(proposal, "lapse", by=secretariat).state == AgendaProposalState.LAPSED
