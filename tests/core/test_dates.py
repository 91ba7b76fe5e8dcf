"""Dates in six languages, after United Nations usage."""

import datetime

import pytest
from django.utils import timezone

from core import dates

DAY = datetime.date(2024, 7, 30)
TODAY = datetime.date(2024, 8, 13)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Tuesday 30\u00a0July 2024"),
        ("fr", "mardi 30\u00a0juillet 2024"),
        ("es", "martes 30\u00a0de julio de 2024"),
        ("ar", "الثلاثاء، 30\u00a0تموز/يوليه 2024"),
        ("zh-hans", "2024年7月30日星期二"),
        ("ru", "вторник, 30\u00a0июля 2024\u00a0года"),
    ],
)
def test_day_with_its_weekday(language, text):
    assert dates.day(DAY, weekday=True, language=language) == text


def test_first_of_the_month_in_french():
    assert dates.day(datetime.date(2024, 8, 1), language="fr") == "1er\u00a0août 2024"


@pytest.mark.parametrize(("language", "text"), [("en", "10:30"), ("fr", "10\u00a0h\u00a030"), ("ar", "10:30")])
def test_clock(language, text):
    assert dates.clock(datetime.time(10, 30), language) == text


def test_full_hour_in_french():
    assert dates.clock("09:00", "fr") == "9\u00a0h"


def test_clock_range_in_arabic_uses_words():
    assert dates.clocks("10:00", "12:00", "ar") == "من 10:00 إلى 12:00"


def test_moment_is_told_in_the_active_time_zone():
    moment = datetime.datetime(2024, 7, 30, 14, 0, tzinfo=datetime.UTC)

    with timezone.override("America/New_York"):
        assert dates.moment(moment, language="en") == "30\u00a0July 2024, 10:00"


@pytest.mark.parametrize(
    ("start", "end", "texts"),
    [
        (
            2015,
            2019,
            ["2015–2019", "2015-2019", "2015-2019", "من 2015 إلى 2019", "2015年至2019年", "2015–2019\u00a0годы"],
        ),
        (
            2011,
            None,
            ["since 2011", "depuis 2011", "desde 2011", "منذ عام 2011", "自2011年起", "с 2011\u00a0года"],
        ),
        (
            None,
            "2019-05",
            [
                "until May 2019",
                "jusqu’en mai 2019",
                "hasta mayo de 2019",
                "حتى أيار/مايو 2019",
                "至2019年5月",
                "до мая 2019\u00a0года",
            ],
        ),
        (
            "2015-04",
            "2019-05",
            [
                "April 2015 to May 2019",
                "d’avril 2015 à mai 2019",
                "de abril de 2015 a mayo de 2019",
                "من نيسان/أبريل 2015 إلى أيار/مايو 2019",
                "2015年4月至2019年5月",
                "с апреля 2015\u00a0года по май 2019\u00a0года",
            ],
        ),
        (
            datetime.date(2024, 3, 1),
            "2025",
            [
                "1\u00a0March 2024 to 2025",
                "du 1er\u00a0mars 2024 à 2025",
                "del 1\u00a0de marzo de 2024 a 2025",
                "من 1\u00a0آذار/مارس 2024 إلى عام 2025",
                "2024年3月1日至2025年",
                "с 1\u00a0марта 2024\u00a0года по 2025\u00a0год",
            ],
        ),
    ],
)
def test_period(start, end, texts):
    assert [dates.period(start, end, code) for code in ("en", "fr", "es", "ar", "zh-hans", "ru")] == texts


def test_period_of_one_year_is_that_year():
    assert dates.period(2015, 2015, "en") == "2015"


def test_period_of_nothing_is_empty():
    assert dates.period(None, "", "en") == ""


@pytest.mark.parametrize(
    ("value", "iso"), [(2015, "2015"), ("2015-07", "2015-07"), (DAY, "2024-07-30"), ((2015, 7), "2015-07")]
)
def test_partial_date_keeps_its_precision(value, iso):
    assert dates.partial(value).iso == iso


def test_precision_shortens_a_whole_date():
    assert dates.partial(DAY, "month").iso == "2024-07"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (3, "in 3 days"),
        (-4, "4 days ago"),
        (48, "in 7 weeks"),
        (-100, "3 months ago"),
        (800, "in 2 years"),
    ],
)
def test_distance(days, text):
    assert dates.distance(TODAY + datetime.timedelta(days=days), TODAY) == text


def test_lateness():
    assert dates.lateness(TODAY - datetime.timedelta(days=4), TODAY) == "4 days late"
    assert dates.lateness(TODAY + datetime.timedelta(days=3), TODAY) == "in 3 days"
