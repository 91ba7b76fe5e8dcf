"""What the search finds of this room. Answers to a report: by those who can open the report and read its text."""

from django.utils.translation import gettext_lazy as _

from core import languages, search
from strategy.models import Answer, Cycle, Framework, Indicator, Node, Report


def _answers(kind, user):
    return Answer.objects.visible_to(user).filter(report__in=Report.objects.visible_to(user))


search.register(
    search.Kind(
        "frameworks",
        Framework,
        _("Frameworks"),
        "bar-chart",
        title="title",
        names=("short_title", "code", "symbol"),
        summary=("description",),
        body=("source",),
    ),
    search.Kind(
        "nodes",
        Node,
        _("Outcomes, outputs and principles"),
        "list-ul",
        title="text",
        names=("code",),
        summary=("description",),
        related=("framework",),
        where=lambda node: node.framework,
    ),
    search.Kind(
        "indicators",
        Indicator,
        _("Indicators"),
        "bar-chart",
        title="title",
        names=("short_title", "code"),
        summary=("definition",),
        body=("unit_label",),
        related=("node__framework",),
        where=lambda indicator: indicator.node.framework,
    ),
    search.Kind("cycles", Cycle, _("Reporting cycles"), "calendar-event", title="title", summary=("note",)),
    search.Kind(
        "answers",
        Answer,
        _("Answers in reports"),
        "chat-left-text",
        summary=(search.In("text", "text_language"),),
        body=(search.In("reason", "text_language"),),
        related=("question", "report__entity", "report__cycle"),
        visible=_answers,
        heading=lambda answer: languages.text_of(answer.question, "text"),
        where=lambda answer: answer.report.entity,
    ),
)
