"""What the demo accounts find under Notifications: what happened to the demo records before anybody signed in."""

from core.models import Notification, TransitionEvent
from core.workflow import REGISTRY
from strategy.models import AnswerComment
from strategy.workflow import tell_of_comment


def load():
    """Once, and without a mail: nobody is to get one about a demo."""
    if Notification.objects.exists():
        return
    for event in TransitionEvent.objects.select_related("by"):
        REGISTRY[event.workflow].tell(event.record, event)
        Notification.objects.filter(key=f"transition:{event.pk}").update(created_at=event.at)
    for comment in AnswerComment.objects.select_related("answer__report", "by"):
        tell_of_comment(comment.answer.report, comment)
        Notification.objects.filter(key=f"comment:{comment.pk}").update(created_at=comment.at)
    Notification.objects.update(due_at=None)
