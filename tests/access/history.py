from core.history.tracking import TRACKED
from initiatives.versions import open_version
from meetings.compiling import compile_record
from tests.access.table import Row
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import (
    make_action_point,
    make_decision,
    make_document,
    make_intervention,
    make_meeting,
    make_series,
    make_template,
)
from tests.resources.factory import make_resource
from tests.strategy.factory import make_report


def of(make_record):
    def kwargs(make):
        record = make_record(make)
        return {"kind": record._meta.model_name, "pk": record.pk}

    return kwargs


def version_of(make_record):
    """The version with which the record began."""

    def kwargs(make):
        record = make_record(make)
        event = TRACKED[type(record)].objects.filter(pgh_obj=record.pk).first()
        return {"kind": record._meta.model_name, "pk": record.pk, "event": event.pk}

    return kwargs


def initiative(state):
    return lambda make: make_initiative(make, state=state, lead=make.entity("ILO"))


def with_new_version(make):
    public = initiative("published")(make)
    open_version(public, by=None)
    return public


def meeting(state):
    return lambda make: make_meeting(make, state=state, is_public=True)


def intervention(is_draft):
    def make_one(make):
        meeting = make_meeting(make, state="in_progress", is_public=True)
        return make_intervention(make, meeting, make.entity("ILO"), is_draft=is_draft)

    return make_one


def report(state):
    return lambda make: make_report(make, entity=make.entity("ILO"), state=state, complete=True)


def answer(make):
    return report("draft")(make).answers.first()


def row(situation, expected, make_record):
    return Row("history", expected, situation, of(make_record))


def restore(situation, expected, make_record, method="get"):
    return Row("history_restore", expected, situation, version_of(make_record), method)


def part_of_record(make):
    return compile_record(make_meeting(make, state="record_preparation", is_public=True)).parts.first()


def adopted(make):
    return make_meeting(make, state="adopted", is_public=True)


# visitor stranger other contributor focal_point secretariat administrator
ROWS = [
    row("published initiative", "in 403 200 200 200 200 200", initiative("published")),
    row("draft initiative", "in 404 404 200 200 404 404", initiative("draft")),
    row("submitted initiative", "in 404 404 200 200 200 200", initiative("submitted")),
    row("resource", "in 403 200 200 200 200 200", make_resource),
    row("draft resource", "in 404 404 200 200 200 200", lambda make: make_resource(make, state="draft")),
    row("meeting", "in 403 200 200 200 200 200", meeting("scheduled")),
    row("draft meeting", "in 404 404 404 404 200 200", meeting("draft")),
    row("intervention", "in 404 200 200 200 200 200", intervention(is_draft=False)),
    row("draft intervention", "in 404 404 200 200 200 200", intervention(is_draft=True)),
    row("decision", "in 403 403 403 403 200 200", lambda make: make_decision(make, adopted(make))),
    row("action point", "in 404 200 200 200 200 200", lambda make: make_action_point(make, adopted(make))),
    row("paper", "in 403 403 403 403 200 200", lambda make: make_document(make, adopted(make))),
    row("draft report", "in 404 404 200 200 200 200", report("draft")),
    row("answer of a draft report", "in 404 404 200 200 404 404", answer),
    row("entity", "in 403 403 403 200 200 200", lambda make: make.entity("ILO")),
    row("person", "in 403 403 403 403 403 200", lambda make: make.person("somebody@ilo.example")),
    row("theme", "in 403 403 403 403 200 200", lambda make: make.theme()),
    Row("history", "in 404 404 404 404 404 404", "unknown kind", lambda make: {"kind": "session", "pk": 1}),
    restore("published initiative", "in 403 403 200 200 200 200", initiative("published")),
    restore("published initiative with a new version of its entity", "in 403 403 200 200 200 200", with_new_version),
    restore("draft initiative", "in 404 404 200 200 404 404", initiative("draft")),
    restore("submitted initiative", "in 404 404 403 403 403 403", initiative("submitted")),
    restore("resource", "in 403 403 403 403 200 200", make_resource),
    restore("intervention", "in 404 403 403 200 200 200", intervention(is_draft=False)),
    row("part of a record", "in 404 404 404 404 200 200", part_of_record),
    restore("part of a record", "in 404 404 404 404 200 200", part_of_record),
    row("series", "in 404 200 200 200 200 200", make_series),
    restore("series", "in 404 403 403 403 200 200", make_series),
    restore("template", "in 404 404 404 404 200 200", make_template),
    restore("entity", "in 403 403 403 200 200 200", lambda make: make.entity("ILO")),
    restore("report", "in 404 404 403 403 403 403", report("draft")),
    restore("theme", "in 403 403 403 403 200 200", lambda make: make.theme()),
    # Without the version that was shown nothing is written.
    restore("entity", "in 403 403 403 409 409 409", lambda make: make.entity("ILO"), "post"),
]
