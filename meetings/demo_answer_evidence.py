"""Demo: answers of the demo reports name decisions and action points of the demo meetings as their evidence."""

from meetings.models import ActionPoint, Decision
from strategy.models import Answer, Evidence, ReportState


def load():
    kinds = {"decision": Decision, "action_point": ActionPoint}
    answers = Answer.objects.filter(
        report__cycle__is_demo=True, report__state=ReportState.DRAFT, report__entity__code="ILO"
    )
    for (kind, model), answer in zip(kinds.items(), answers, strict=False):
        record = model.objects.filter(meeting__is_demo=True).first()
        if record and not Evidence.objects.filter(kind=kind, answer__report__cycle__is_demo=True).exists():
            Evidence.objects.create(answer=answer, kind=kind, record_id=record.pk)
