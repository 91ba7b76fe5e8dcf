"""Evidence of answers: initiatives of the catalogue, public addresses and, where nothing else fits, files."""

from core import languages
from core.models import File
from initiatives.models import Initiative
from strategy.models import Evidence, SubmittedFile


def evidence_of(report, user=None):
    """{answer id: [Evidence]}: all of it, or what the person may see."""
    rows = Evidence.objects.visible_to(user) if user else Evidence.objects.all()
    found = {}
    for evidence in rows.filter(answer__report=report).select_related("initiative", "file").defer("file__text"):
        found.setdefault(evidence.answer_id, []).append(evidence)
    return found


def submitted_evidence_of(submission, user):
    """{question code: [Evidence]} as it was submitted, as far as the person may see initiatives and files."""
    initiatives = initiatives_by_code(submission.answers.values(), user)
    files = files_by_token(submission, user)
    found = {}
    for code, content in submission.answers.items():
        rows = content.get("evidence", [])
        found[code] = [Evidence(url=row["url"]) for row in rows if row.get("url")]
        codes = [row["initiative"] for row in rows if row.get("initiative") in initiatives]
        found[code] += [Evidence(initiative=initiatives[initiative]) for initiative in codes]
        found[code] += [Evidence(file=files[row["file"]]) for row in rows if row.get("file") in files]
    return found


def initiatives_of(entity, user):
    """[(id, title)] of the published initiatives that the entity leads or takes part in."""
    initiatives = Initiative.objects.visible_to(user).published().of_entity(entity).order_by_translated("title")
    return [(str(initiative.pk), languages.text_of(initiative, "title")) for initiative in initiatives]


def kept(evidence):
    """As a submission keeps it: by code, because ids mean nothing outside this database."""
    return [_kept(row) for row in evidence]


def _kept(row):
    if row.initiative:
        return {"initiative": row.initiative.code}
    if row.file:
        return {"file": row.file.token, "name": row.file.name, "sha256": row.file.sha256}
    return {"url": row.url}


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


def names_the_same(evidence, other):
    """Two lists of Evidence, whatever their order."""
    return sorted(map(str, kept(evidence))) == sorted(map(str, kept(other)))
