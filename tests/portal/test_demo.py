"""What the demo accounts find when they sign in for the first time."""

from core.models import Mail, Notification
from core.workflow import record_event
from portal import demo
from strategy.models import AnswerComment
from strategy.workflow import REPORT
from tests.strategy.factory import make_report


def returned_report(make, ilo, by):
    report = make_report(make, entity=ilo, state="returned", answers={"1.3": {"value": 3}})
    record_event(REPORT, report, REPORT["return"], "submitted", by, "Check the figures")
    AnswerComment.objects.create(answer=report.answers.get(), by=by, is_secretariat=True, text="Which year?")
    return report


def test_demo_accounts_are_told_of_the_demo_records_once_and_get_no_mail(make, ilo, focal_point, secretariat):
    report = returned_report(make, ilo, secretariat)

    for _start in range(2):
        demo.load()

    told = Notification.objects.order_by("kind").values_list("person", "kind", "object_id", "due_at")
    assert list(told) == [
        (focal_point.pk, "comment", report.pk, None),
        (focal_point.pk, "task", report.pk, None),
    ]
    assert not Mail.objects.exists()


def test_demo_tells_nothing_where_people_were_told_already(make, ilo, focal_point, secretariat):
    returned_report(make, ilo, secretariat)
    demo.load()
    later = make.person("later@ilo.example", ilo)

    demo.load()

    assert not Notification.objects.of(later).exists()
