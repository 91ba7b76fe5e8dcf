"""Evidence of answers: initiatives, other records of the portal, public addresses and, where nothing fits, files."""

from django.utils.translation import gettext as _

from core import languages
from core.drafts.views import path_of
from core.models import File
from initiatives.mentions import Mention
from initiatives.models import Initiative
from strategy import evidence_kinds
from strategy.models import Evidence, Report, SubmittedFile


def evidence_of(report, user=None):
    """{answer id: [Evidence]}: all of it, or what the person may see. Records are attached."""
    rows = Evidence.objects.visible_to(user) if user else Evidence.objects.all()
    rows = rows.filter(answer__report=report).select_related("initiative", "file").defer("file__text")
    found = {}
    for evidence in attach(rows):
        found.setdefault(evidence.answer_id, []).append(evidence)
    return found


def attach(rows):
    """The rows as a list, each with the record that it names as `record`: one query for each kind."""
    rows = list(rows)
    for kind in evidence_kinds.kinds().values():
        named = [row for row in rows if row.kind == kind.key]
        records = kind.load({row.record_id for row in named}) if named else {}
        for row in named:
            row.record = records.get(row.record_id)
    return rows


def submitted_evidence_of(submission, user):
    """{question code: [Evidence]} as it was submitted, as far as the person may see what it names."""
    initiatives = initiatives_by_code(submission.answers.values(), user)
    records = records_by_key(submission.answers.values(), user)
    files = files_by_token(submission, user)
    found = {}
    for code, content in submission.answers.items():
        rows = content.get("evidence", [])
        found[code] = [Evidence(url=row["url"]) for row in rows if row.get("url")]
        codes = [row["initiative"] for row in rows if row.get("initiative") in initiatives]
        found[code] += [Evidence(initiative=initiatives[initiative]) for initiative in codes]
        found[code] += [named(row, records) for row in rows if (row.get("kind"), row.get("record")) in records]
        found[code] += [Evidence(file=files[row["file"]]) for row in rows if row.get("file") in files]
    return found


def kept(evidence):
    """As a submission keeps it: by code, because ids mean nothing outside this database."""
    return [_kept(row) for row in evidence]


def _kept(row):
    if row.initiative:
        return {"initiative": row.initiative.code}
    if row.file:
        return {"file": row.file.token, "name": row.file.name, "sha256": row.file.sha256}
    return record_as_it_is(row) if row.kind else {"url": row.url}


def record_as_it_is(row):
    """With its title and address of this day: the record may be worded anew, the submission not."""
    text, language = languages.shown(row.record, row.record_kind.field, row.record.original_language)
    return {
        "kind": row.kind,
        "record": row.record_id,
        "code": row.record_kind.code(row.record),
        "title": text,
        "language": language.code,
        "address": path_of(row.record_kind.address(row.record)),
    }


def keep_files(submission):
    """From here on nobody can take away the files that the submission names, nor does the portal sweep them."""
    tokens = [row["file"] for content in submission.answers.values() for row in content["evidence"] if "file" in row]
    files = File.objects.filter(token__in=tokens)
    SubmittedFile.objects.bulk_create(SubmittedFile(submission=submission, file=file) for file in files)


def files_by_token(submission, user):
    held = SubmittedFile.objects.visible_to(user).filter(submission=submission).select_related("file")
    return {row.file.token: row.file for row in held.defer("file__text")}


def initiatives_by_code(contents, user):
    """{code: Initiative} of all evidence in the contents, as far as the person may see the initiatives."""
    codes = {row["initiative"] for content in contents for row in content.get("evidence", []) if row.get("initiative")}
    if not codes:
        return {}
    # A working copy has the code of its public record.
    initiatives = Initiative.objects.visible_to(user).filter(code__in=codes, replaces=None)
    return {initiative.code: initiative for initiative in initiatives}


def records_by_key(contents, user):
    """{(kind, id): record} of all evidence in the contents, as far as the person may see the records."""
    ids = {}
    for row in (row for content in contents for row in content.get("evidence", []) if row.get("kind")):
        ids.setdefault(row["kind"], set()).add(row["record"])
    kinds = evidence_kinds.kinds()
    return {
        (key, pk): record
        for key, wanted in ids.items()
        if key in kinds
        for pk, record in kinds[key].load(wanted, user).items()
    }


def named(row, records):
    """Evidence as a submission keeps it, with the record as it is now."""
    evidence = Evidence(kind=row["kind"], record_id=row["record"])
    evidence.record = records[row["kind"], row["record"]]
    return evidence


def names_the_same(evidence, other):
    """Two lists of Evidence, whatever their order."""
    return sorted(map(key_of, evidence)) == sorted(map(key_of, other))


def key_of(evidence):
    """What the evidence names, however that is worded now."""
    return str((evidence.kind, evidence.record_id) if evidence.kind else _kept(evidence))


def answers_on(record, user):
    """[Mention] of the answers that name the record as their evidence, as far as the person may read them."""
    return answers_by_record([record], user).get(record.pk, [])


def answers_by_record(records, user):
    """{record id: [Mention]} of the same; the records are all of one model."""
    rows = evidence_kinds.standing_on(records).filter(pk__in=Evidence.objects.visible_to(user).values("pk"))
    rows = rows.select_related(
        "answer__question",
        "answer__report__entity",
        "answer__report__cycle",
        "answer__report__questionnaire",
        "answer__report__accepted_submission",
    )
    reports = {row.answer.report_id for row in rows}
    own = set(Report.objects.with_text_for(user).filter(pk__in=reports).values_list("pk", flat=True))
    found = {}
    for row in rows:
        if row.answer.report_id in own or was_accepted(row.answer):
            found.setdefault(row.record_id, []).append(_mention(row.answer, row.answer.report_id in own))
    return found


def _mention(answer, reads_report):
    report = answer.report
    return Mention(
        record=report.cycle,
        field="title",
        url=answer.get_absolute_url() if reads_report else report.cycle.get_absolute_url(),
        day=report.cycle.due_on,
        who=str(report.entity),
        where=_("question {code}").format(code=answer.question.code),
    )


def was_accepted(answer):
    """An answer to a question that does not apply any more stays with the report, but was not submitted."""
    submission = answer.report.accepted_submission
    return submission is not None and answer.question.code in submission.answers
