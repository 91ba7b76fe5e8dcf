"""Charts say their finding in words, keep inside their frame and take nothing as markup."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from django.template import Context, Template

from core import charts, dotmap, trend_chart

ATTACK = '"><script>x</script>'
POINTS = [(2021, 46), (2022, None), (2023, 55), (2024, 61)]


def render(source, **context):
    return Template("{% load charts %}" + source).render(Context(context))


@pytest.mark.parametrize(
    "svg",
    [
        charts.bullet(61, 46, 75, 100, "%"),
        charts.bullet(None, None, None),
        charts.segments([("done", 9), ("none", 4)], "9 accepted, 4 not started"),
        charts.clock(66, "14 of 21 days have passed"),
        trend_chart.trend(POINTS, 75, "Target 75%", "%"),
        trend_chart.trend([(2024, 3)]),
        charts.spark([21, None, 47]),
        charts.goal_columns([0] * 17),
        charts.goal_columns({13: 71, 2: 58}),
        dotmap.world({"076": 31, 156: 28}, "World map"),
        dotmap.world({}, "World map"),
    ],
)
def test_chart_is_an_image_with_words(svg):
    root = ElementTree.fromstring(svg.replace("&ndash;", "–"))

    assert root.get("role") == "img"
    assert len(root.get("aria-label")) > 5
    assert "style=" not in svg
    assert "nan" not in svg.lower()


@pytest.mark.parametrize(
    "svg",
    [
        charts.bullet(1, 2, 3, 4, label=ATTACK),
        trend_chart.trend([(ATTACK, 1), (2, 3)], 4, ATTACK, ATTACK),
        charts.segments([("done", 1)], ATTACK),
        charts.spark([1, 2], ATTACK),
        dotmap.world({"076": 1}, ATTACK),
    ],
)
def test_chart_takes_no_markup(svg):
    assert "<script" not in svg
    ElementTree.fromstring(svg)


def test_bullet_says_value_baseline_and_target():
    assert 'aria-label="61% now, baseline 46%, target 75%"' in charts.bullet(61, 46, 75, 100, "%")


def test_bullet_stays_on_its_track_when_the_value_is_beyond_the_scale():
    assert 'width="100.0"' in charts.bullet(140, 46, 75, 100)


def test_trend_leaves_a_gap_where_a_cycle_has_no_value():
    svg = trend_chart.trend(POINTS, unit="%")

    path = re.search(r'class="ln" d="([^"]+)"', svg).group(1)
    assert path.count("M") == 2
    assert svg.count("<circle") == 3
    assert "2022: no value" in svg


def test_trend_is_not_joined_over_a_break_and_says_so():
    svg = trend_chart.trend([(2021, 46), (2022, 52), (2023, 38)], unit="%", breaks=[2], second=[(2, 52, 57)])

    assert re.search(r'class="ln" d="([^"]+)"', svg).group(1).count("M") == 2
    assert svg.count('class="bk"') == 1
    assert svg.count('class="pn"') == 1
    assert "2023: 38% (not comparable with the one before)" in svg
    assert "2022: 52% (" not in svg


@pytest.mark.parametrize(("points", "target"), [([(2021, 140), (2022, 90)], None), ([(2021, -20), (2022, 5)], -40)])
def test_trend_keeps_values_beyond_the_scale_inside_its_frame(points, target):
    svg = trend_chart.trend(points, target, "Target", unit="%")

    heights = [float(y) for y in re.findall(r'cy="([^"]+)"', svg)]
    assert all(trend_chart.TOP <= y <= trend_chart.HEIGHT - trend_chart.BOTTOM for y in heights)


def test_segments_know_their_tones():
    with pytest.raises(ValueError, match="Unknown tone"):
        charts.segments([("gold", 1)], "words")


def test_trend_has_its_figures_as_a_table():
    html = render('{% chart_trend points 75 "%" caption="Growth is steady." %}', points=POINTS)

    assert "Figures as a table" in html
    assert '<th scope="row">2021</th>' in html
    assert "no value" in html


def test_map_has_a_legend_and_the_disclaimer():
    html = render("{% dot_map counts %}", counts={"076": 31, "156": 28, "404": 2, "508": 1})

    assert "none published" in html
    assert "do not imply the expression of any opinion" in html


def test_map_shows_every_country_with_at_least_one_dot():
    assert all(path.startswith("M") for path in dotmap.dots()["d"].values())
    assert len(dotmap.dots()["d"]) > 190


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([], []),
        ([5], ["1 or more"]),
        ([1, 1, 2], ["1", "2"]),
        (range(1, 41), ["1–11", "12–21", "22–31", "32 or more"]),
    ],
)
def test_classes_of_the_map_do_not_overlap(values, labels):
    assert dotmap.class_labels(dotmap.breaks(values)) == labels


def test_roles_diagram_names_who_shares_and_who_learns():
    html = render(
        "{% roles_diagram sharing=a receiving=b %}",
        a=[{"label": "Brazil <b>", "url": "/en/", "note": ""}],
        b=[{"label": "Malawi", "url": None, "note": "confirmed"}],
    )

    assert html.index("Share their experience") < html.index("Brazil &lt;b&gt;") < html.index("Learn from it")
    assert "Facilitate" not in html


def test_horizontal_bars_are_a_table():
    html = render('{% chart_bars rows "By region" "Region" "Initiatives" %}', rows=[{"label": "Africa", "value": 47}])

    assert "<caption>By region</caption>" in html
    assert '<th scope="row">Africa</th>' in html
    assert ">47<" in html
