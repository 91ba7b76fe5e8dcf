"""Demo content around the action points of the demo meetings: evidence, an important one, a date that moved, and what
an owner told the secretariat."""

from datetime import date, timedelta

from core.loading import texts
from meetings.models import ActionPoint, Channel, ProgressNote
from strategy.models import Node

TOLD = {
    "en": "Demo: the entity wrote that a first draft is ready.",
    "fr": "Démonstration : l’entité a écrit qu’un premier projet est prêt.",
    "es": "Demostración: la entidad escribió que un primer borrador está listo.",
    "ar": "عرض تجريبي: كتب الكيان أن المسودة الأولى جاهزة.",
    "zh_hans": "演示：该实体来函称初稿已完成。",
    "ru": "Демонстрация: структура сообщила, что первый проект готов.",
}


def load(officer):
    points = ActionPoint.objects.filter(meeting__is_demo=True)
    if points.filter(evidence__isnull=False).exists():
        return
    for point in points.filter(state="verified"):
        point.evidence.create(url="https://example.org/demo/peer-learning-hours", added_by=point.reported_by)
    for point in points.filter(owners__code="FAO", state="open", decision__isnull=False):
        make_important(point, officer)


def make_important(point, officer):
    """Its date moves by a week, which the page shows from its history."""
    point.due, point.is_important = point.due + timedelta(days=7), True
    point.save()
    ProgressNote.objects.create(
        action_point=point,
        entity=point.owners.first(),
        author=officer,
        channel=Channel.MAIL,
        written_on=date(2026, 11, 12),
        **texts(text=TOLD),
    )
    point.decision.nodes.set(Node.objects.filter(framework__code="UNSWS-2020-2024", code="S4"))
