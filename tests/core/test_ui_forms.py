"""Fields: label, help, error and control belong together; what was typed stays."""

import datetime
from types import SimpleNamespace

from django import forms
from django.template import Context, Template
from django.utils.translation import override

from core import languages


class ReportForm(forms.Form):
    title = forms.CharField(label="Title", help_text="Say what is done.")
    note = forms.CharField(label="Note", required=False, max_length=20, widget=forms.Textarea)
    start = forms.DateField(label="Start")
    kind = forms.ChoiceField(label="Kind", widget=forms.RadioSelect, choices=[("a", "First"), ("b", "Second")])
    goals = forms.MultipleChoiceField(
        label="Goals", required=False, widget=forms.CheckboxSelectMultiple, choices=[(2024, "x"), (2025, "y")]
    )


def render(source, **context):
    return Template("{% load forms %}" + source).render(Context(context))


def test_field_ties_label_help_and_error_to_its_control():
    html = render("{% field form.title %}", form=ReportForm({}))

    assert 'for="id_title"' in html
    assert 'aria-describedby="id_title-error id_title-help"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_title-error"' in html
    assert html.index("Say what is done") < html.index("id_title-error") < html.index("<input")


def test_only_optional_fields_are_marked():
    form = ReportForm()

    assert "(optional)" in render("{% field form.note %}", form=form)
    assert "(optional)" not in render("{% field form.title %}", form=form)


def test_what_was_typed_stays_and_stays_text():
    html = render("{% field form.note %}", form=ReportForm({"note": "</textarea><script>"}))

    assert "&lt;/textarea&gt;&lt;script&gt;" in html
    assert "<script>" not in html


def test_long_text_is_counted_but_not_cut_off():
    html = render("{% field form.note %}", form=ReportForm({"note": "é" * 25}))

    assert 'data-max="20"' in html
    assert "maxlength" not in html
    assert "Characters too many: 5" in html


def test_date_is_written_for_the_date_field_of_the_browser_in_any_language():
    with override("fr"):
        html = render("{% field form.start %}", form=ReportForm(initial={"start": datetime.date(2024, 7, 30)}))

    assert 'type="date"' in html
    assert 'value="2024-07-30"' in html


def test_choices_are_a_group_with_a_legend():
    html = render("{% field form.kind %}{% field form.goals %}", form=ReportForm(initial={"goals": ["2024"]}))

    assert html.count("<legend") == 2
    assert html.count('type="radio"') == 2
    assert html.count('type="checkbox"') == 2
    assert 'value="2024" id="id_goals_0" checked' in " ".join(html.split())


def test_error_summary_leads_to_each_field():
    html = render("{% error_summary form %}", form=ReportForm({}))

    assert "There are 3 errors on this page" in html
    assert 'href="#id_title"' in html
    assert 'href="#id_kind_0"' in html
    assert 'tabindex="-1"' in html


def test_no_error_no_summary():
    assert render("{% error_summary form %}", form=ReportForm()).strip() == ""
    assert render("{% error_prefix form %}", form=ReportForm()) == ""
    assert render("{% error_prefix form %}", form=ReportForm({})) == "Error:"


class TitleForm(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance = SimpleNamespace(original_language="fr", working_translations=["es"])
        for column in languages.columns("title"):
            self.fields[column] = forms.CharField(label="Title", required=False)


def test_text_in_six_languages_has_lang_direction_and_state():
    form = TitleForm(initial={"title_fr": "Riz", "title_es": "Arroz", "title_en": "Rice"})

    html = " ".join(render('{% language_fields form "title" %}', form=form).split())

    assert html.count('class="ia-langset__panel"') == 6
    assert 'lang="ar" dir="rtl"' in html
    assert 'lang="zh-Hans" dir="ltr"' in html
    assert 'data-open="fr"' in html
    assert [html.count(word) for word in ("Original", "Working translation", "Translated", "Missing")] == [1, 1, 1, 3]


def test_error_in_one_language_names_the_language():
    form = TitleForm({})
    form.add_error("title_ar", "Too long.")

    html = render("{% error_summary form %}", form=form)

    assert 'href="#id_title_ar"' in html
    assert "Title (العربية)" in html


FOLD = "{% fold 'More' form 'note' %}{% field form.note %}{% endfold %}"


def test_part_is_folded_until_it_has_content():
    assert "<details" in render(FOLD, form=ReportForm())
    assert " open>" not in render(FOLD, form=ReportForm())
    assert " open>" in render(FOLD, form=ReportForm(initial={"note": "Text"}))


def test_part_with_an_error_is_open():
    assert " open>" in render("{% fold 'More' form 'title' %}{% endfold %}", form=ReportForm({"title": ""}))


def test_rows_are_open_when_one_was_typed_or_more_are_asked_for():
    rows = forms.formset_factory(ReportForm)
    source = "{% fold 'Rows' rows more=more %}{% endfold %}"
    counts = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0"}

    assert " open>" not in render(source, rows=rows())
    assert " open>" not in render(source, rows=rows(counts))
    assert " open>" in render(source, rows=rows(), more="form")
    assert " open>" in render(source, rows=rows(counts | {"form-0-title": "Typed"}))
