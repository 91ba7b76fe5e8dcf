"""A text in six languages: which one a reader gets, how it is found and ordered."""

import pytest
from django.template import Context, Template
from django.utils import translation

from core import languages
from core.models import Theme
from entities.models import Entity


def render(template, **context):
    return Template("{% load languages %}" + template).render(Context(context))


@pytest.fixture
def theme(db):
    return Theme.objects.create(code="water", name_en="Water", name_ru="Вода")


def test_reader_gets_the_own_language(theme):
    with translation.override("ru"):
        assert languages.shown(theme, "name") == ("Вода", languages.BY_CODE["ru"])


def test_reader_gets_english_where_the_own_language_is_missing(theme):
    with translation.override("ar"):
        assert languages.shown(theme, "name") == ("Water", languages.BY_CODE["en"])


def test_reader_gets_french_before_the_original(make):
    entity = make.entity(code="X", original_language="ru", name_en="", name_ar="", name_fr="Eau", name_ru="Вода")

    with translation.override("ar"):
        assert languages.text_of(entity, "name") == "Eau"


def test_reader_gets_the_original_where_nothing_else_exists(make):
    entity = make.entity(code="X", original_language="ru", name_en="", name_ar="", name_fr="")

    with translation.override("ar"):
        assert languages.text_of(entity, "name") == "Entity X [ru]"


def test_text_in_another_language_carries_lang_and_dir_and_says_so(theme):
    with translation.override("ar"):
        html = render('{% translated theme "name" %}', theme=theme)

    assert '<span lang="en" dir="ltr">Water</span>' in html
    assert "ia-langnote" in html


def test_text_in_the_own_language_is_plain(theme):
    with translation.override("ru"):
        assert render('{% translated theme "name" %}', theme=theme) == "Вода"


def test_arabic_text_on_an_english_page_runs_from_right_to_left(db):
    theme = Theme.objects.create(code="x", name_ar="مياه")

    assert 'lang="ar" dir="rtl"' in render('{% translated theme "name" %}', theme=theme)


def test_texts_are_escaped(db):
    theme = Theme.objects.create(code="x", name_en="<b>&", name_fr="<script>")

    assert render('{% translated theme "name" %}', theme=theme) == "&lt;b&gt;&amp;"
    with translation.override("fr"):
        assert "<script>" not in render('{% translated_block theme "name" %}', theme=theme)


def test_order_is_that_of_the_texts_shown(db):
    Entity.objects.all().delete()
    for code, english, french in (("A", "Zebra", "Abeille"), ("B", "Ant", "")):
        Entity.objects.create(code=code, slug=code.lower(), kind="other_body", name_en=english, name_fr=french)

    with translation.override("en"):
        assert [e.code for e in Entity.objects.order_by_translated("name")] == ["B", "A"]
    with translation.override("fr"):
        assert [e.code for e in Entity.objects.order_by_translated("name")] == ["A", "B"]
        assert [e.code for e in Entity.objects.order_by_translated("-name")] == ["B", "A"]


@pytest.mark.parametrize("code", languages.CODES)
def test_record_with_a_text_in_one_language_only_can_be_saved_and_named(db, code):
    with translation.override("ar"):
        theme = Theme.objects.create(code="x", **{languages.column("name", code): "text"})

        assert str(theme) == "text"
