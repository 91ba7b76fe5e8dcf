"""Rows of the record and its clearance. ILO and FAO spoke and are asked; the record is circulated where nothing else
is said."""

import time_machine

from meetings.compiling import compile_record
from meetings.due_records import look_after_records
from meetings.models import Intervention, Meeting, Objection
from meetings.workflow import MEETING
from tests.access.table import Row
from tests.meetings.record_factory import circulate, make_held_meeting, propose, ready_to_circulate

SECRETARIAT_ONLY = "in 403 403 403 403 200 200"
NOBODY = "in 403 403 403 403 403 403"
OWN_FOCAL_POINT = "in 404 403 403 302 403 403"


def in_preparation(make):
    meeting = make_held_meeting(make, make.entity("ILO"), make.entity("FAO"))
    compile_record(meeting)
    return {"slug": meeting.slug}


def revision_of(make):
    return circulate(make_held_meeting(make, make.entity("ILO"), make.entity("FAO")), make.officer("chief@u.example"))


def circulated(**more):
    return lambda make: {"slug": revision_of(make).record.meeting.slug, **more}


def adopted(is_public):
    def kwargs(make):
        revision = revision_of(make)
        Meeting.objects.update(is_public=is_public)
        with time_machine.travel(revision.deadline):
            look_after_records()
        return {"slug": revision.record.meeting.slug}

    return kwargs


def taken_back(make):
    """Twice circulated, taken back once."""
    revision = revision_of(make)
    MEETING.perform(revision.record.meeting, "take_back", by=revision.circulated_by, reason="A slip.")
    circulate(revision.record.meeting, revision.circulated_by)
    return {"slug": revision.record.meeting.slug}


def ready(event):
    def kwargs(make):
        meeting = make_held_meeting(make, make.entity("ILO"))
        ready_to_circulate(meeting)
        return {"slug": meeting.slug, "event": event}

    return kwargs


def a_wording(language="en"):
    """Of what ILO said."""

    def kwargs(make):
        slug = revision_of(make).record.meeting.slug
        return {"slug": slug, "pk": Intervention.objects.get(entity__code="ILO").pk, "language": language}

    return kwargs


def a_proposal(event):
    def kwargs(make):
        ilo = make.entity("ILO")
        return {"pk": propose(revision_of(make), ilo, make.person("writer@ilo.example", ilo)).pk, "event": event}

    return kwargs


def an_objection(make):
    ilo = make.entity("ILO")
    revision, person = revision_of(make), make.person("writer@ilo.example", ilo)
    objection = Objection.objects.create(revision=revision, entity=ilo, made_by=person, reason="Not so.")
    return {"pk": objection.pk, "event": "withdraw"}


ROWS = [
    Row("meetings:record_detail", "404 404 404 404 404 200 200", "in preparation", in_preparation),
    Row("meetings:record_detail", "404 404 200 200 200 200 200", "circulated", circulated()),
    Row("meetings:record_detail", "200 200 200 200 200 200 200", "adopted", adopted(is_public=True)),
    Row("meetings:record_detail", "404 404 200 200 200 200 200", "adopted, members'", adopted(is_public=False)),
    Row("meetings:record_compile", SECRETARIAT_ONLY, "in preparation", in_preparation),
    Row("meetings:record_compile", "in 403 403 403 403 302 302", "in preparation", in_preparation, "post"),
    Row("meetings:record_compile", NOBODY, "circulated", circulated()),
    Row("meetings:record_edit", "in 404 404 404 404 200 200", "in preparation", in_preparation),
    Row("meetings:record_edit", "in 404 403 403 403 403 403", "circulated", circulated()),
    Row("meetings:record_circulate", SECRETARIAT_ONLY, "in preparation", in_preparation),
    Row("meetings:record_circulate", NOBODY, "circulated", circulated()),
    Row("meetings:meeting_transition", "in 403 403 403 403 302 302", "circulate", ready("circulate"), "post"),
    Row(
        "meetings:meeting_transition",
        NOBODY,
        "adopt",
        lambda make: {**circulated()(make), "event": "adopt"},
        "post",
    ),
    Row("meetings:record_compare", "in 404 404 404 404 404 404", "once circulated", circulated()),
    Row("meetings:record_compare", "in 404 200 200 200 200 200", "Rev.1", taken_back),
    Row("meetings:corrigendum_create", SECRETARIAT_ONLY, "adopted", adopted(is_public=True)),
    Row("meetings:corrigendum_create", NOBODY, "circulated", circulated()),
    Row("meetings:record_clearance", "in 404 404 404 404 404 404", "in preparation", in_preparation),
    Row("meetings:record_clearance", "in 404 200 200 200 200 200", "circulated", circulated()),
    Row("meetings:record_clearance", "in 403 200 200 200 200 200", "adopted", adopted(is_public=True)),
    Row("meetings:record_clearance", "in 404 302 302 302 302 302", "comment", circulated(), "post", {"text": "Well."}),
    Row("meetings:record_remind", "in 404 403 403 403 302 302", "circulated", circulated(), "post"),
    Row("meetings:record_confirm", OWN_FOCAL_POINT, "circulated", circulated(entity="ilo"), "post"),
    Row("meetings:record_confirm", "in 404 404 404 404 404 404", "not asked", circulated(entity="undp"), "post"),
    Row("meetings:record_object", "in 404 403 403 200 403 403", "circulated", circulated(entity="ilo")),
    Row("meetings:record_object", OWN_FOCAL_POINT, "made", circulated(entity="ilo"), "post", {"reason": "It was so."}),
    Row("meetings:proposal_create", "in 404 403 403 200 403 403", "circulated", a_wording()),
    Row("meetings:proposal_create", OWN_FOCAL_POINT, "made", a_wording(), "post", {"after": "ILO said more."}),
    Row("meetings:proposal_create", "in 404 404 404 404 404 404", "no language", a_wording("xx")),
    Row("meetings:proposal_transition", "in 404 403 403 403 302 302", "accept", a_proposal("accept"), "post"),
    Row(
        "meetings:proposal_transition",
        "in 404 403 403 403 302 302",
        "discuss",
        a_proposal("discuss"),
        "post",
        {"reason": "The recording says days."},
    ),
    Row("meetings:proposal_transition", OWN_FOCAL_POINT, "withdraw", a_proposal("withdraw"), "post"),
    Row("meetings:objection_transition", OWN_FOCAL_POINT, "withdraw", an_objection, "post"),
]
