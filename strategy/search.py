"""What the search finds of this room. Answers of a report: by those who may read them, on the page that shows them."""

from django.utils.translation import gettext_lazy as _

from core import languages, search
from strategy.models import Answer, Cycle, CycleState, Framework, Indicator, Node, ReportState


def _answer_url(answer):
    """Of a published cycle its page, which shows answers by level of consent; else the report, for its own people."""
    if answer.report.cycle.state == CycleState.PUBLISHED and answer.report.state == ReportState.ACCEPTED:
        return answer.report.cycle.get_absolute_url()
    return answer.get_absolute_url()


search.register(
    search.Kind(
        "frameworks",
        Framework,
        _("Frameworks"),
        "bar-chart",
        title="title",
        names=("short_title", "code", "symbol"),
        summary=("description",),
        sources=("source",),
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
        body=("unit_label", "disaggregation"),
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
        heading=lambda answer: languages.text_of(answer.question, "text"),
        where=lambda answer: answer.report.entity,
        url=_answer_url,
    ),
)
