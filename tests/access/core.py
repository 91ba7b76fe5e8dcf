from core.files.names import clean_name
from strategy.models import Cycle, Evidence
from strategy.workflow import REPORT
from tests.access.table import Row
from tests.core.factory import make_file, make_upload
from tests.core.samples import pdf
from tests.meetings.factory import make_document, make_meeting
from tests.resources.factory import make_resource
from tests.strategy.factory import make_report


def address_of(file):
    return {"token": file.token, "name": clean_name(file.name)}


def a_paper(level="public", **meeting):
    def kwargs(make):
        file = make_file(make.officer("officer@unossc.example"))
        make_document(make, make_meeting(make, **meeting), level=level, url="", file=file)
        return address_of(file)

    return kwargs


def a_file_of_a_resource(**situation):
    def kwargs(make):
        file = make_file(make.officer("officer@unossc.example"))
        make_resource(make, file=file, **situation)
        return address_of(file)

    return kwargs


def evidence(*events, published=False, taken_away=False):
    """The file of an answer of ILO, after what happened to its report."""

    def kwargs(make):
        by = {"secretariat": make.officer("officer@unossc.example")}
        by["entity"] = make.person("colleague@ilo.example", make.entity("ILO"))
        report = make_report(make, entity=make.entity("ILO"), complete=True)
        row = Evidence.objects.create(answer=report.answers.first(), file=make_file(by["entity"]))
        for event in events:
            writer = by["entity" if event in ("submit", "recall", "revise") else "secretariat"]
            report = REPORT.perform(report, event, by=writer, reason="Why" if event == "return" else "")
        if taken_away:
            row.delete()
        if published:
            Cycle.objects.update(state="published")
        return address_of(row.file)

    return kwargs


def an_earlier_file(make):
    """Everybody could read it when it was the paper; the level of the paper was raised since."""
    officer = make.officer("officer@unossc.example")
    paper = make_document(
        make, make_meeting(make, is_public=True), level="secretariat", url="", file=make_file(officer)
    )
    earlier = make_file(officer, "Earlier.pdf")
    paper.earlier_files.create(file=earlier, revision=0)
    return address_of(earlier)


def a_file_on_its_way(make):
    return address_of(make_upload(make.person("colleague@ilo.example", make.entity("ILO")), pdf(), received=9))


def a_file_of_somebody(make):
    return address_of(make_file(make.person("colleague@ilo.example", make.entity("ILO"))))


def an_upload_of_somebody(make):
    return {"token": make_upload(make.person("colleague@ilo.example", make.entity("ILO")), pdf()).token}


MEMBERS = "404 404 200 200 200 200 200"
OWN = "404 404 404 200 200 404 404"
REVIEWED = "404 404 404 200 200 200 200"
NOBODY = "404 404 404 404 404 404 404"
ROWS = [
    Row("file", "200 200 200 200 200 200 200", "public paper", a_paper(is_public=True)),
    Row("file", MEMBERS, "members' paper", a_paper("members", is_public=True)),
    Row("file", MEMBERS, "public paper of a members' meeting", a_paper()),
    Row("file", "404 404 404 404 404 200 200", "paper of the secretariat", a_paper("secretariat", is_public=True)),
    Row("file", "404 404 404 404 404 200 200", "paper of a draft meeting", a_paper(state="draft", is_public=True)),
    Row("file", "200 200 200 200 200 200 200", "resource", a_file_of_a_resource()),
    Row("file", MEMBERS, "members' resource", a_file_of_a_resource(is_public=False)),
    Row("file", "404 404 404 200 200 200 200", "draft resource of ILO", a_file_of_a_resource(state="draft")),
    Row("file", OWN, "evidence in a draft", evidence()),
    Row("file", REVIEWED, "evidence submitted", evidence("submit")),
    Row("file", OWN, "evidence recalled", evidence("submit", "recall")),
    Row("file", OWN, "evidence recalled and taken away", evidence("submit", "recall", taken_away=True)),
    Row("file", REVIEWED, "evidence returned", evidence("submit", "return")),
    Row("file", REVIEWED, "evidence of an earlier version", evidence("submit", "return", "revise", taken_away=True)),
    Row("file", REVIEWED, "evidence of a published answer", evidence("submit", "accept", published=True)),
    Row("file", "404 404 404 404 404 200 200", "earlier one of a paper of the secretariat", an_earlier_file),
    Row("file", NOBODY, "of no record", a_file_of_somebody),
    Row("file", NOBODY, "on its way", a_file_on_its_way),
    Row("file", NOBODY, "unknown", lambda make: {"token": "0" * 32, "name": "Paper.pdf"}),
    Row("upload_create", "in 403 405 405 405 405 405", "asked"),
    Row("upload_create", "in 403 412 412 412 412 412", "without the protocol", method="post"),
    Row("upload_create", "in 403 204 204 204 204 204", "abilities", method="options"),
    Row("upload", "in 403 404 404 404 404 404", "of somebody else", an_upload_of_somebody),
    Row("upload", "in 403 412 412 412 412 412", "of somebody else", an_upload_of_somebody, "delete"),
    Row("upload", "in 403 412 412 412 412 412", "of somebody else", an_upload_of_somebody, "patch"),
    Row("upload", "in 403 412 412 412 412 412", "of somebody else", an_upload_of_somebody, "head"),
]
