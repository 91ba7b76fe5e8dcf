"""Texts and questions are made alike: what is typed with or without marks, accents and old habits finds the same."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import languages

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)
any_text = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def sql(expression, *params):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {expression}", params)
        return cursor.fetchone()[0]


def fold(text):
    return sql("search_fold(%s)", text)


def finds(language, words, text):
    question = "search_query(%s, string_to_array(%s, ' '), '{}', '{}', false)"
    return sql(f"search_vector(%s, %s) @@ {question}", language, text, language, words)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Coopération Sud-Sud", "cooperation sud sud"),
        ("Œuvre, Łódź, straße, ñandú", "oeuvre lodz strasse nandu"),
        ("التَّعاوُنُ فيمــا", "التعاون فيما"),
        ("إلى أسس آسيا ٱلله", "الي اسس اسيا الله"),
        ("مدرسة مدرسه", "مدرسه مدرسه"),
        ("کشور ایران", "كشور ايران"),
        ("٢٠٢٤ ۲۰۲۴ ２０２４", "2024 2024 2024"),
        ("Ёлка Йод", "елка йод"),
        ("ＣＯＰ３０ 会议", "cop 30 会议"),
        ("INI-012, A/79/230", "ini 12 a 79 230"),
        ("ﻻ ﬁn", "لا fin"),
        ("  % _ \\ ' \" ", ""),
    ],
)
def test_writings_of_one_word_become_one(db, text, folded):
    assert fold(text) == folded


@any_text
@given(text=ANY_TEXT)
def test_folding_twice_changes_nothing_more(db, text):
    assert fold(fold(text)) == fold(text)


@any_text
@given(text=ANY_TEXT)
def test_no_text_is_refused_by_index_or_question(db, text):
    for code in languages.CODES:
        sql("search_vector(%s, %s)", code, text)
        sql("search_query(%s, %s, %s, %s, false)", code, [text], [text], [text])
    sql("search_beginning(%s, %s)", [text], [text])


@any_text
@given(
    text=ANY_TEXT.filter(lambda text: any(letter.isalnum() for letter in text)), code=st.sampled_from(languages.CODES)
)
def test_every_word_finds_the_text_it_stands_in(db, text, code):
    for word in fold(text).split():
        question = "search_query(%s, %s, '{}', '{}', false)"
        assert sql(
            f"search_vector(%s, %s) @@ {question} OR numnode({question}) = 0", code, text, code, [word], code, [word]
        )


@pytest.mark.parametrize(
    ("language", "words", "text"),
    [
        ("en", "trainings", "Training of trainers"),
        ("en", "countries", "One country"),
        ("en", "ini-12", "INI-012"),
        ("en", "cop 30", "COP30"),
        ("en", "cop30", "COP 30"),
        ("fr", "cooperations", "La coopération triangulaire"),
        ("fr", "adaptee", "Une agriculture adaptée"),
        ("fr", "eau", "L’eau potable"),
        ("es", "cooperacion", "Cooperaciones Sur-Sur"),
        ("es", "capacitaciones", "capacitación"),
        ("ru", "странами", "развивающиеся страны"),
        ("ru", "еще", "ещё раз"),
        ("ar", "تعاون", "التعاون الثلاثي"),
        ("ar", "التعاون", "تعاون ثلاثي"),
        ("ar", "مياه", "إدارة المياه"),
        ("ar", "تنميه", "التنمية المستدامة"),
        ("ar", "اسس", "أُسُس"),
        ("ar", "مضخات", "مضخة واحدة"),
        ("ar", "برازيل", "والبرازيل"),
        ("zh-hans", "合作", "南南合作和三方合作"),
        ("zh-hans", "水", "供水系统"),
        ("zh-hans", "南南合作", "联合国南南合作办公室"),
        ("zh-hans", "cop30", "面向ＣＯＰ３０的转型"),
    ],
)
def test_other_forms_of_a_word_are_found(db, language, words, text):
    assert finds(language, words, text)


@pytest.mark.parametrize(
    ("language", "words", "text"),
    [
        ("en", "water", "watch"),
        ("en", "ini-12", "INI-013"),
        ("zh-hans", "合南", "南南合作"),
        ("ar", "مياه", "تعاون"),
        ("fr", "sud", "sudation"),
    ],
)
def test_other_words_are_not(db, language, words, text):
    assert not finds(language, words, text)


def test_phrase_is_found_only_as_it_stands(db):
    question = "search_query('en', '{}', %s, '{}', false)"

    assert sql(f"search_vector('en', 'South-South cooperation') @@ {question}", ["south-south cooperation"])
    assert not sql(f"search_vector('en', 'Cooperation South of South') @@ {question}", ["south-south cooperation"])


def test_word_with_a_minus_leaves_out(db):
    question = "search_query('en', '{water}', '{}', '{pumps}', false)"

    assert sql(f"search_vector('en', 'Water for schools') @@ {question}")
    assert not sql(f"search_vector('en', 'A pump for water') @@ {question}")


def test_stop_words_are_asked_only_alone_or_in_capitals(db):
    assert finds("en", "health of the nation", "nation health")
    assert not finds("en", "health WHO", "nation health")
    assert finds("en", "who", "Those who came")
