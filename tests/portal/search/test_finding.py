"""What the search of all rooms finds, and in which order. Who may find what: tests/rights/test_search_leaks.py."""

import pytest

from core.models import File
from tests.initiatives.factory import make_initiative
from tests.meetings.factory import (
    make_action_point,
    make_decision,
    make_document,
    make_intervention,
    make_item,
    make_meeting,
    make_proposal,
)
from tests.portal.search.results import counts, titles
from tests.resources.factory import make_resource
from tests.strategy.factory import make_cycle, make_framework


def test_all_rooms_are_searched(search, make, secretariat, client, ilo):
    meeting = make_meeting(make, title="Zebra meeting", is_public=True, state="adopted")
    make_item(make, meeting, title="Zebra item")
    make_intervention(make, meeting, ilo, text="Zebra said")
    make_proposal(make, ilo, meeting=meeting, title="Zebra proposal")
    make_decision(make, meeting, text="Zebra decided")
    make_action_point(make, meeting, ilo, text="Zebra to do")
    make_document(make, meeting, title="Zebra paper")
    make_initiative(make, title="Zebra initiative")
    make_framework(make, code="ZEBRA")
    make_cycle(make, title_en="Zebra cycle")
    make_resource(make, title="Zebra lesson")
    make.entity("ZEB", **{"name_en": "Zebra Organization"})
    make.country("ZEB", **{"name_en": "Zebra Land"})
    client.force_login(secretariat)

    assert counts(search("zebra")) == {
        "initiatives": 1, "meetings": 1, "agenda": 1, "agenda_proposals": 1, "interventions": 1, "decisions": 1,
        "action_points": 1, "documents": 1, "frameworks": 1, "cycles": 1, "entities": 1, "countries": 1, "resources": 1,
    }  # fmt: skip


@pytest.mark.parametrize("text", ["water", "[ar] water", "WATER [ru]", "water summary", "agua"])
def test_words_may_be_in_any_language_order_and_case(search, make, text):
    make_initiative(make, summary_es="Agua")

    assert counts(search(text)) == {"initiatives": 1}


def test_other_forms_of_a_word_are_found(search, make):
    make_initiative(make, title_ru="Насосы", title_ar="المضخات", title_fr="Coopération", title_zh_hans="南南合作")

    for text in ("насос", "مضخة", "cooperations", "合作", "南"):
        assert counts(search(text)) == {"initiatives": 1}, text


def test_title_comes_before_summary_and_summary_before_text(search, make):
    texts = {"complete": False, "state": "published"}
    make_initiative(make, title="Text", challenge_en="About zebras", **texts)
    make_initiative(make, title="Summary", summary_en="A zebra", **texts)
    make_initiative(make, title="A zebra in the title", **texts)
    make_initiative(make, title="Zebra", title_en="Zebra", **texts)

    assert titles(search("zebra")) == ["Zebra", "A zebra in the title [en]", "Summary [en]", "Text [en]"]


def test_language_of_the_reader_comes_first(search, make):
    make_initiative(make, title_en="Plan", title_fr="Zebra")
    make_initiative(make, title_en="Zebra", title_fr="Plan")

    assert titles(search("zebra")) == ["Zebra", "Zebra (in Français)"]
    assert titles(search("zebra", "fr"))[0] == "Zebra"


def test_record_with_that_code_comes_first(search, make):
    first = make_initiative(make, title="First")
    make_initiative(make, title="Second", summary_en=f"Follows {first.code}")

    assert titles(search(first.code)) == ["First [en]", "Second [en]"]
    assert titles(search(first.code.replace("-0", "-").lower()))[0] == "First [en]"


def test_record_is_one_row_however_often_it_is_found(search, make):
    make_initiative(make, title="Zebra", summary_en="zebra zebra", challenge_fr="zebra")

    response = search("zebra")

    assert (counts(response), len(titles(response))) == ({"initiatives": 1}, 1)


def test_text_of_a_file_is_found_with_the_record_that_holds_it(search, make):
    file = File.objects.create(name="paper.pdf", size=1, text="Desalination by reverse osmosis", text_state="read")
    meeting = make_meeting(make, is_public=True)
    make_document(make, meeting, title="Paper", file=file, url="", language="fr")
    make_resource(make, title="Lesson", file=File.objects.create(name="a.docx", size=1, text="Osmosis for beginners"))

    response = search("osmosis")

    assert counts(response) == {"documents": 1, "resources": 1}
    assert titles(response) == ["Lesson [en]", "Paper [fr] (in Français)"]
    File.objects.filter(pk=file.pk).update(text="Something else")
    assert counts(search("osmosis")) == {"resources": 1}


# The stems of the words, the words as questions, the hits, their entries, the forms to mark; and the records of each of
# three kinds.
QUERIES = 8


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_does_not_grow(search, make, number, django_assert_num_queries):
    meeting = make_meeting(make, is_public=True, state="adopted")
    for place in range(number):
        make_initiative(make, title=f"Zebra {place}")
        make_resource(make, title=f"Zebra {place}")
        make_intervention(make, meeting, make.entity("ILO"), text=f"Zebra {place}")
    search("zebra")

    with django_assert_num_queries(QUERIES):
        assert len(titles(search("zebra"))) == 3 * number
