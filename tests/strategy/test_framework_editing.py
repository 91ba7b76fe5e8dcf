"""The secretariat keeps frameworks on pages: list, tree, parts, indicators, versions."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core import languages
from strategy.framework_versions import make_version
from strategy.models import Framework, Indicator, Node
from tests.forms_on_page import fields_of
from tests.strategy.factory import make_cycle, make_framework, make_questionnaire


@pytest.fixture
def framework(make):
    return make_framework(make)


@pytest.fixture
def used(make, framework):
    make_cycle(make, questionnaire=make_questionnaire(make, indicator=Indicator.objects.get(), framework=framework))
    return framework


def url(name, *arguments):
    return reverse(f"strategy:{name}", args=arguments)


def send(browser, address, **typed):
    """The form as the page shows it, with what one types."""
    return browser.post(address, fields_of(browser.get(address)) | typed)


def codes(framework):
    return list(framework.nodes.values_list("code", flat=True))


def test_framework_is_made_with_parts_and_indicators(editor):
    typed = {"code": "NEW-2030", "slug": "new-2030", "title_en": "New framework", "period_start": 2026}
    response = send(editor, url("framework_create"), **typed, period_end=2029)
    framework = Framework.objects.get(code="NEW-2030")
    assertRedirects(response, framework.get_tree_url())
    assertContains(editor.get(framework.get_tree_url()), "This framework has no parts yet")

    new_part = url("node_create", framework.slug)
    send(editor, new_part, code="1", kind="outcome", text_en="First outcome")
    first = framework.nodes.get()
    send(editor, f"{new_part}?part={first.pk}", code="1.1", kind="output", text_en="An output")
    send(editor, new_part, code="2", kind="outcome", text_en="Second outcome")
    assert [(node.code, node.parent) for node in framework.nodes.all()] == [("1", None), ("1.1", first), ("2", None)]

    new_indicator = f"{url('indicator_create', framework.slug)}?part={first.pk}"
    typed = {"code": "I-1", "title_en": "How many", "unit": "count", "disaggregation_en": "by region"}
    refused = send(editor, new_indicator, **typed, target_value=10)
    assertContains(refused, "A target needs a value and a year.")
    send(editor, new_indicator, **typed, target_value=10, target_year=2029)
    assert Indicator.objects.get(code="I-1").node == first
    page = editor.get(url("indicator_detail", framework.slug, "I-1"))
    assertContains(page, "by region")


def test_buttons_change_the_order_among_neighbours_and_children_go_with_their_part(editor, framework):
    first = framework.nodes.get()
    Node.objects.create(framework=framework, parent=first, code="S1.1", text_en="Child", position=1)
    second = Node.objects.create(framework=framework, code="S2", text_en="Second", position=2)
    move = url("framework_move", framework.slug)
    response = editor.post(move, {"part": second.pk, "to": "up"})
    assert codes(framework) == ["S2", "S1", "S1.1"]
    assert response.url.endswith(f"?moved=n{second.pk}-up#n{second.pk}")
    editor.post(move, {"part": second.pk, "to": "up"})  # it is the first already
    editor.post(move, {"part": second.pk, "to": "sideways"})
    assert codes(framework) == ["S2", "S1", "S1.1"]
    other = make_version(framework)
    assert editor.post(move, {"part": other.nodes.first().pk, "to": "down"}).status_code == 404


def test_what_entities_reported_on_is_corrected_and_not_changed(editor, used):
    node, indicator = used.nodes.get(), Indicator.objects.get()
    tree = editor.get(used.get_tree_url())
    assertContains(tree, "Entities have reported on this version")
    assertContains(tree, url("node_correct", node.pk))
    assertNotContains(tree, url("node_delete", node.pk))
    assertContains(tree, "question 1.1 of “Report [en]”, 0 accepted answers")

    refused = send(editor, url("node_edit", node.pk), text_en="Another outcome")
    assertContains(refused, "Make a new version of the framework to change this.")
    send(editor, url("node_correct", node.pk), text_en="Policies", text_fr="Politiques")
    send(editor, url("indicator_correct", indicator.pk), definition_en="A clearer definition")
    node.refresh_from_db()
    indicator.refresh_from_db()
    assert (node.text_en, node.text_fr, indicator.definition_en) == ("Policies", "Politiques", "A clearer definition")
    history = editor.get(reverse("history", args=["node", node.pk]))
    assertContains(history, "Correction of the writing")


def test_admin_holds_the_same_rule_beside_the_field(editor, used, administrator):
    editor.force_login(administrator)
    node = used.nodes.get()
    address = reverse("admin:strategy_node_change", args=[node.pk])
    refused = editor.post(address, fields_of(editor.get(address)) | {"code": "S9"})
    assertContains(refused, "Make a new version of the framework to change this.")
    assert editor.post(reverse("admin:strategy_node_delete", args=[node.pk]), {"post": "yes"}).status_code == 403
    assert codes(used) == ["S1"]


def test_removing_asks_and_says_what_stands_in_the_way(editor, framework):
    node, indicator = framework.nodes.get(), Indicator.objects.get()
    assertContains(editor.get(url("node_delete", node.pk)), "Parts or indicators stand under it.")
    assert editor.post(url("node_delete", node.pk)).status_code == 403
    address = url("indicator_delete", indicator.pk)
    editor.post(address, fields_of(editor.get(address)))
    address = url("node_delete", node.pk)
    editor.post(address, fields_of(editor.get(address)))
    assert not framework.nodes.exists()


def test_new_version_says_before_what_stays_and_afterwards_what_changed(client, editor, used):
    address = url("framework_version", used.slug)
    asked = editor.get(address)
    assertContains(asked, "Make version 2?")
    assertContains(asked, "Cycle cycle-2026 [en]")
    assert Framework.objects.count() == 1
    editor.post(address)
    new = Framework.objects.get(edition=2)
    indicator = Indicator.objects.get(node__framework=new)
    send(editor, url("indicator_edit", indicator.pk), target_value=95, target_year=2030)
    send(editor, url("node_edit", new.nodes.get().pk), text_en="Policy and law")
    comparison = url("framework_compare", new.slug)
    assertContains(editor.get(comparison), "question 1.1 of “Report [en]”")
    assertContains(editor.get(comparison), "law</ins>")
    assertContains(editor.post(address, follow=True), "There is version 2 of this framework already.")

    client.logout()
    public = client.get(comparison)
    assertContains(public, "95")
    assertNotContains(public, "accepted answer")
    old_page = client.get(used.get_absolute_url())  # the old address goes on saying the same
    assertContains(old_page, "Policy [en]")
    assertNotContains(old_page, "Policy and law")
    assertContains(client.get(new.get_absolute_url()), "This version is a draft")
    Framework.objects.filter(pk=new.pk).update(status="approved")
    assertContains(client.get(used.get_absolute_url()), "There is a newer version")
    listed = client.get(url("framework_list"))
    assertContains(listed, new.get_absolute_url())
    assertNotContains(listed, f'"{used.get_absolute_url()}"')


def test_official_and_sample_stay_apart_in_pages_and_files(client, framework):
    Node.objects.create(framework=framework, code="O1", text_en="Official part", position=1)
    page = client.get(framework.get_absolute_url())
    assertContains(page, "Sample — not official numbering")
    response = client.get(url("framework_export", framework.slug), {"export": "json"})
    rows = response.getvalue().decode()
    assert rows.count('"status": "sample"') == 1
    assert rows.count('"status": "official"') == 1


@pytest.mark.parametrize("parts", [1, 3])
def test_pages_need_as_many_queries_for_one_part_as_for_three(editor, used, django_assert_max_num_queries, parts):
    for number in range(1, parts):
        Node.objects.create(framework=used, code=f"X{number}", text_en="Part", position=number)
    # Half of them count the desk of the secretariat, as on every page.
    with django_assert_max_num_queries(28):
        editor.get(used.get_tree_url())
    with django_assert_max_num_queries(20):
        editor.get(url("framework_keeping"))


@pytest.mark.parametrize("code", languages.CODES)
def test_tree_in_each_language(editor, framework, code):
    html = languages.BY_CODE[code].html.lower()
    address = framework.get_tree_url().replace("/en/", f"/{html}/")
    assertContains(editor.get(address), f"Framework UNSWS [{code}]")
