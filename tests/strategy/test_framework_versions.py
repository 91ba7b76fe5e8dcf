"""What entities reported on keeps its meaning: another meaning is another version of the framework."""

import pytest
from django.core.exceptions import ValidationError

from strategy.framework_use import questions_by_code, use_of
from strategy.framework_versions import NotNewest, make_version
from strategy.models import Framework, Indicator, Node, QuestionType
from tests.strategy.factory import (
    make_cycle,
    make_framework,
    make_question,
    make_questionnaire,
    make_report,
    make_section,
)


@pytest.fixture
def framework(make):
    framework = make_framework(make)
    Node.objects.create(framework=framework, code="S1.1", parent=framework.nodes.get(), text_en="Output", position=1)
    return framework


@pytest.fixture
def used(make, framework):
    """The framework, and a cycle that was opened in which ILO answered on its indicator."""
    indicator = Indicator.objects.get(code="INS-1")
    questionnaire = make_questionnaire(make, indicator=indicator, framework=framework)
    ilo = make.entity("ILO")
    make_report(make, ilo, make_cycle(make, questionnaire=questionnaire, entities=[ilo]), state="accepted")
    return framework


def refused(record):
    with pytest.raises(ValidationError) as refusal:
        record.full_clean()
    return set(refusal.value.message_dict)


def changed(record, **fields):
    for name, value in fields.items():
        setattr(record, name, value)
    return record


def test_framework_that_no_opened_cycle_uses_may_change(make, framework):
    planned = make_questionnaire(make, framework=framework)
    make_cycle(make, questionnaire=planned, state="planned")
    changed(framework.nodes.get(code="S1"), code="S9", text_en="Other").full_clean()
    changed(Indicator.objects.get(), target_value=90, target_year=2030, direction="down").full_clean()
    assert not framework.is_in_use


def test_meaning_stays_where_entities_reported_on_it(used):
    node, indicator = used.nodes.get(code="S1"), Indicator.objects.get()
    assert refused(changed(node, code="S9", text_en="Another outcome")) == {"code", "text_en"}
    assert refused(changed(indicator, target_value=90, target_year=2030, direction="down", definition_en="Other")) == {
        "target_value",
        "target_year",
        "direction",
        "definition_en",
    }
    assert refused(changed(Framework.objects.get(), code="X")) == {"code"}


def test_translations_and_slips_of_the_pen_may_be_mended(used):
    node = used.nodes.get(code="S1")
    changed(node, text_fr="Politiques").full_clean()
    changed(node, text_en="Policies", is_correction=True).full_clean()


@pytest.mark.parametrize("binding", ["questionnaire", "section", "question"])
def test_any_binding_counts_as_use(make, framework, binding):
    questionnaire = make_questionnaire(make, framework=framework if binding == "questionnaire" else None)
    section = make_section(
        make, questionnaire, "3", node=framework.nodes.get(code="S1") if binding == "section" else None
    )
    indicator = Indicator.objects.get() if binding == "question" else None
    make_question(make, section, "3.1", QuestionType.PERCENT, indicator=indicator)
    make_cycle(make, questionnaire=questionnaire, state="closed")
    assert framework.is_in_use


def test_new_version_copies_the_tree_keeps_the_codes_and_leaves_what_was_reported(used, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        new = make_version(used)
    assert (new.code, new.edition, new.slug, new.status) == ("UNSWS", 2, "unsws-v2", "draft")
    assert [(node.code, node.parent and node.parent.code, node.is_sample) for node in new.nodes.all()] == [
        ("S1", None, True),
        ("S1.1", "S1", False),
    ]
    copied = Indicator.objects.get(node__framework=new)
    assert (copied.code, copied.title_fr, copied.unit) == ("INS-1", "Indicator INS-1 [fr]", "percent")
    assert [(value.year, value.value) for value in copied.values.all()] == [(2022, 73), (2023, 81)]
    assert not new.is_in_use
    changed(copied, target_value=90, target_year=2030).full_clean()
    assert use_of(used).answers == 4
    assert use_of(new).answers == 0
    assert used.newer == new
    assert new.previous == used


def test_versions_follow_each_other_in_one_line(used):
    newest = make_version(used)
    with pytest.raises(NotNewest, match="version 2"):
        make_version(used)
    assert list(Framework.objects.current()) == [used]  # a draft replaces nothing
    Framework.objects.filter(pk=newest.pk).update(status="approved")
    assert list(Framework.objects.current()) == [newest]
    assert make_version(newest).slug == "unsws-v3"


def test_what_is_concerned_is_counted_by_code(used):
    nodes, indicators = questions_by_code(used)
    assert nodes == {}
    assert [(asked.question.code, asked.answers) for asked in indicators["INS-1"]] == [("1.1", 1)]


def test_codes_are_unique_in_a_framework_and_units_stay_with_published_values(framework, make):
    second = framework.nodes.get(code="S1.1")
    assert refused(Indicator(node=second, code="INS-1", title_en="T")) == {"code"}
    assert refused(changed(Indicator.objects.get(), unit="count")) == {"unit"}
    assert refused(changed(framework.nodes.get(code="S1"), parent=second)) == {"parent"}
    assert refused(Node(framework=framework, code="a b", text_en="T")) == {"code"}
    assert "slug" in refused(Framework(code="Y", slug="cycles"))
    other = make_framework(make, "OTHER", with_indicator=False)
    Indicator(node=other.nodes.get(), code="INS-1", title_en="T").full_clean()
