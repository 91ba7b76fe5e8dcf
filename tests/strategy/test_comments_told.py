"""Who is told of a comment on an answer: the other side, where it may read the report."""

import pytest

from core.models import Notification
from entities.models import Role
from strategy.models import Question
from strategy.workflow import comment_on
from tests.strategy.factory import make_report


def told():
    return sorted(Notification.objects.filter(kind="comment").values_list("person__email", flat=True))


@pytest.fixture
def comment(make, ilo):
    def comment_by(person, state="submitted"):
        report = make_report(make, entity=ilo, state=state)
        comment_on(report, Question.objects.get(code="1.3"), "Which year?", person)

    return comment_by


def test_focal_points_of_the_entity_are_told_of_a_comment_of_the_secretariat(
    comment, focal_point, alternate, contributor, other_focal_point, secretariat
):
    comment(secretariat)

    assert told() == ["alternate@ilo.example", "focal@ilo.example"]


def test_secretariat_is_told_of_a_comment_of_the_entity(comment, make, ilo, focal_point, secretariat):
    comment(make.person("writer@ilo.example", ilo, Role.CONTRIBUTOR))

    assert told() == ["secretariat@unossc.example"]


@pytest.mark.parametrize("state", ["draft", "not_started"])
def test_what_an_entity_writes_beside_its_draft_is_told_to_nobody(comment, focal_point, secretariat, state):
    comment(focal_point, state)

    assert told() == []
