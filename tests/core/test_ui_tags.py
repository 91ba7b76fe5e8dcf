"""Tags of every page: what they write, and that what people typed stays text."""

import datetime

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from core import badges
from tests.initiatives.factory import make_initiative

ATTACK = '<script>alert("x")</script>'


def render(source, path="/en/initiatives/", **context):
    context["request"] = RequestFactory().get(path)
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    "source",
    [
        "{% badge text %}",
        '{% badge "published" text=text %}',
        "{% acronym text %}",
        "{% breadcrumbs text text text %}",
        '{% chip text text "goal" 1 %}',
        "{{ text|unbroken }}",
        "{% empty text %}{% endempty %}",
        "{% banner text %}{% endbanner %}",
        "{% action_menu text %}{% endaction_menu %}",
        "{% progress 1 2 text %}",
        "{% icon text %}",
        "{% sdg 3 label=True name=text %}",
    ],
)
def test_tags_escape_what_people_typed(source):
    html = render(source, text=ATTACK)

    assert "<script" not in html
    assert "&lt;" in html


def test_badge_has_icon_word_and_tone():
    html = render('{% badge "published" %}')

    assert "ia-status--ok" in html
    assert "#check-circle-fill" in html
    assert ">Published<" in html


def test_badge_of_unknown_key_is_quiet_words():
    assert "Waiting for advice" in render('{% badge "waiting_for_advice" %}')


def test_one_status_word_cannot_get_two_looks():
    with pytest.raises(ValueError, match="another look"):
        badges.register("published", "bad", "x-lg", "Published")


def test_goal_is_a_number_with_its_name():
    html = render('{% sdg 13 label=True name="Climate action" href="/en/" %}')

    assert html.startswith('<a class="ia-sdg ia-sdg-13" href="/en/">')
    assert "Climate action" in html
    assert render('{% sdg 18 name="No such Goal" %}') == ""


def test_icons_that_point_turn_round_in_arabic():
    assert "ia-icon--dir" in render('{% icon "arrow-right" %}')
    assert "ia-icon--dir" not in render('{% icon "search" %}')


def test_pagination_keeps_the_query():
    page = Paginator(range(45), 20).page(2)

    html = render("{% pagination page_obj %}", "/en/initiatives/?goal=2&goal=13&q=school+meals&page=2", page_obj=page)

    assert "21–40 of 45" in html
    assert 'href="?goal=2&amp;goal=13&amp;q=school+meals&amp;page=3"' in html
    assert html.count('aria-current="page"') == 1


def test_pagination_of_one_page_shows_the_range_only():
    html = render("{% pagination page_obj %}", page_obj=Paginator(range(3), 20).page(1))

    assert "1–3 of 3" in html
    assert "<a " not in html


def test_pagination_of_nothing_is_nothing():
    assert render("{% pagination page_obj %}", page_obj=Paginator([], 20).page(1)).strip() == ""


def test_chip_removes_one_value_and_returns_to_the_first_page():
    html = render('{% chip "Goal" "2 Zero Hunger" "goal" 2 %}', "/en/initiatives/?goal=2&goal=13&page=4")

    assert 'href="?goal=13"' in html


def test_sorting_keeps_the_filters():
    html = render('{% querystring_with sort="title" %}', "/en/initiatives/?goal=2&sort=new&page=4")

    assert html == "?goal=2&amp;sort=title"


class FacetOf:
    name, label, searchable = "year", "Year", False

    def __init__(self, options):
        self.options = options


def option(value, count, **more):
    return {"value": value, "label": str(value), "count": count} | more


def test_facet_shows_five_most_frequent_and_the_chosen_ones_and_folds_the_rest():
    options = [option(year, year - 2000) for year in range(2014, 2024)]
    options[0]["selected"] = True

    html = render("{% facet facet %}", facet=FacetOf(options))

    shown, folded = html.split("ia-facet__more")
    assert [year for year in range(2014, 2024) if f'value="{year}"' in shown] == [2014, 2019, 2020, 2021, 2022, 2023]
    assert "Show 4 more" in folded


def test_facet_disables_what_gives_nothing_unless_it_is_chosen():
    html = render("{% facet facet %}", facet=FacetOf([option("a", 0), option("b", 0, selected=True), option("c", 3)]))

    assert 'id="year-a" disabled' in html
    assert 'id="year-b" checked>' in html
    assert 'id="year-c">' in html


def test_period_is_one_phrase_with_machine_readable_dates():
    html = render("{% period start end %}", start=datetime.date(2015, 7, 1), end=None)

    assert html == 'Since <time datetime="2015-07-01">1\u00a0July 2015</time>'


@pytest.mark.parametrize(("value", "unit", "language", "text"), [(61, "%", "en", "61%"), (61, "%", "fr", "61\u00a0%")])
def test_per_cent_as_the_language_writes_it(value, unit, language, text):
    with override(language):
        assert text in render("{% number value unit %}", value=value, unit=unit)


def test_nothing_known_is_a_dash():
    assert "–" in render("{% number value %}", value=None)


def test_breadcrumb_of_a_record_carries_the_language_of_its_title(make):
    initiative = make_initiative(make, title="Water")
    for column in ("title_ar", "short_title_ar"):
        setattr(initiative, column, "")

    with override("ar"):
        html = Template("{% load ui %}{% breadcrumbs initiative %}").render(Context({"initiative": initiative}))

    assert '<span lang="en" dir="ltr">Water' in html
