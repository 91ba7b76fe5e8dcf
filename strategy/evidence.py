"""Evidence of answers: initiatives of the catalogue and public addresses."""

from core import languages
from initiatives.models import Initiative
from strategy.models import Evidence


def evidence_of(report, user=None):
    """{answer id: [Evidence]}: all of it, or what the person may see."""
    rows = Evidence.objects.visible_to(user) if user else Evidence.objects.all()
    found = {}
    for evidence in rows.filter(answer__report=report).select_related("initiative"):
        found.setdefault(evidence.answer_id, []).append(evidence)
    return found


def submitted_evidence_of(submission, user):
    """{question code: [Evidence]} as it was submitted, as far as the person may see the initiatives."""
    initiatives = initiatives_by_code(submission.answers.values(), user)
    found = {}
    for code, content in submission.answers.items():
        rows = content.get("evidence", [])
        found[code] = [Evidence(url=row["url"]) for row in rows if row.get("url")]
        codes = [row["initiative"] for row in rows if row.get("initiative") in initiatives]
        found[code] += [Evidence(initiative=initiatives[initiative]) for initiative in codes]
    return found


def initiatives_of(entity, user):
    """[(id, title)] of the published initiatives that the entity leads or takes part in."""
    initiatives = Initiative.objects.visible_to(user).published().of_entity(entity).order_by_translated("title")
    return [(str(initiative.pk), languages.text_of(initiative, "title")) for initiative in initiatives]


def kept(evidence):
    """As a submission keeps it: by code, because ids mean nothing outside this database."""
    return [{"initiative": row.initiative.code} if row.initiative else {"url": row.url} for row in evidence]


def initiatives_by_code(contents, user):
    """{code: Initiative} of all evidence in the contents, as far as the person may see the initiatives."""
    codes = {row["initiative"] for content in contents for row in content.get("evidence", []) if row.get("initiative")}
    if not codes:
        return {}
    # A working copy has the code of its public record.
    initiatives = Initiative.objects.visible_to(user).filter(code__in=codes, replaces=None)
    return {initiative.code: initiative for initiative in initiatives}
