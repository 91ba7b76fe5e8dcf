"""What the page of a review shows: its rows, its filters, and the reports before and after in the queue."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy

from strategy.desk import to_review
from strategy.differences import Difference, difference
from strategy.models import AnswerReview
from strategy.plausibility import warnings_of

SHOWS = {
    "all": gettext_lazy("All answers"),
    "changed": gettext_lazy("Changed since the last cycle"),
    "new": gettext_lazy("New in this cycle"),
    "comments": gettext_lazy("With comments"),
    "flagged": gettext_lazy("To come back to"),
    "open": gettext_lazy("Not looked at yet"),
}


@dataclass
class Row:
    """One answer under review. `shown` is what the page of the report shows of it, `look` who looked at it."""

    shown: object
    difference: Difference
    look: AnswerReview | None
    is_submitted: bool
    warnings: list = field(default_factory=list)  # sentences of plausibility.py, as the writer read them
    form: object = None

    @property
    def question(self):
        return self.shown.question

    def is_in(self, show):
        """Does a filter of SHOWS keep it?"""
        answer = self.shown.answer
        return {
            "all": True,
            "changed": self.shown.last is not None and self.difference.is_change,
            "new": self.shown.last is None and self.is_submitted,
            "comments": bool(self.shown.comments),
            "flagged": answer is not None and answer.follow_up,
            "open": self.is_submitted and self.look is None,
        }[show]


def rows_of(shown, submission, looks):
    """`looks` is {question code: AnswerReview} of the submission."""
    return [
        Row(
            shown=item,
            difference=difference(item.question, item.last, item.content),
            look=looks.get(item.question.code),
            is_submitted=item.question.code in submission.answers,
            warnings=warnings_of(item.question, item.content, item.last),
        )
        for item in shown
    ]


@dataclass(frozen=True)
class Queue:
    """Where a report stands among those that wait, the longest waiting first."""

    place: int
    length: int
    before: object = None
    after: object = None


def queue_of(report, user):
    """At place 0 where the report itself does not wait; None where no report does."""
    waiting = list(to_review(user))
    keys = [other.pk for other in waiting]
    if report.pk not in keys:
        return Queue(0, len(waiting), after=waiting[0]) if waiting else None
    place = keys.index(report.pk)
    before = waiting[place - 1] if place else None
    after = waiting[place + 1] if place + 1 < len(waiting) else None
    return Queue(place + 1, len(waiting), before, after)
