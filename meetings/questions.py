"""Questions and their answers: shown together, and those that nobody has answered yet."""

from entities.roles import is_member, is_secretariat, represented_ids
from meetings.models import RECORDING_STATES, Intervention, Meeting


def context(meeting, user):
    """For the page of a meeting."""
    return {"open_questions": list(open_questions(meeting, user)) if is_member(user) else []}


def open_questions(meeting, user):
    visible = Intervention.objects.visible_to(user).filter(meeting=meeting)
    return visible.unanswered().select_related("meeting", "entity", "addressed_to").order_by("pk")


def waiting_for(user):
    """Open questions that were put to the person's entities, in meetings whose record is still open."""
    served = represented_ids(user)
    if not served:
        return Intervention.objects.none()
    put = Intervention.objects.visible_to(user).filter(addressed_to__in=served, meeting__state__in=RECORDING_STATES)
    return put.unanswered().select_related("meeting", "entity", "addressed_to").order_by("meeting__date", "pk")


def meetings_with_open_questions(user):
    """For the secretariat: [(meeting, number of its open questions)], the oldest first."""
    if not is_secretariat(user):
        return []
    asked = Intervention.objects.filter(meeting__state__in=RECORDING_STATES).unanswered()
    numbers = {}
    for meeting in asked.values_list("meeting", flat=True):
        numbers[meeting] = numbers.get(meeting, 0) + 1
    return [(meeting, numbers[meeting.pk]) for meeting in Meeting.objects.filter(pk__in=numbers).order_by("date", "pk")]


def with_answers(interventions):
    """The list without the answers whose question is in it: each stands in `shown_answers` of its question."""
    by_key = {intervention.pk: intervention for intervention in interventions}
    for intervention in interventions:
        intervention.shown_answers = []
    top = []
    for intervention in interventions:
        question = by_key.get(intervention.answers_id)
        (question.shown_answers if question else top).append(intervention)
    return top
