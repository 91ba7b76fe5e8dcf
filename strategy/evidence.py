"""Evidence of answers: initiatives of the catalogue and public addresses."""

from core import languages
from initiatives.models import Initiative
from strategy.models import Evidence


def evidence_of(report):
    """{answer id: [Evidence]}"""
    found = {}
    for evidence in Evidence.objects.filter(answer__report=report).select_related("initiative"):
        found.setdefault(evidence.answer_id, []).append(evidence)
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
    return {initiative.code: initiative for initiative in Initiative.objects.visible_to(user).filter(code__in=codes)}
