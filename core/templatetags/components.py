"""Sample values for /components/, the page that shows every part in every state. In development only."""

import datetime
from types import SimpleNamespace

from django import forms, template
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.html import format_html_join

from core import badges, languages
from core.facets import Facet

register = template.Library()


class SampleForm(forms.Form):
    title = forms.CharField(max_length=160, help_text="Say what is done and where. No acronyms.")
    summary = forms.CharField(
        max_length=300, required=False, widget=forms.Textarea, help_text="Two or three sentences that can be quoted."
    )
    number = forms.IntegerField(label="Number in 2024")
    start = forms.DateField(label="Start date")
    lead = forms.ChoiceField(label="Lead entity", choices=[("ilo", "International Labour Organization (ILO)")])
    kind = forms.ChoiceField(
        label="Type of cooperation",
        widget=forms.RadioSelect,
        choices=[("south", "South-South"), ("triangular", "Triangular")],
    )
    goals = forms.MultipleChoiceField(
        required=False,
        label="Goals",
        widget=forms.CheckboxSelectMultiple,
        choices=[(number, f"Goal {number}") for number in range(1, 18)],
    )
    evidence = forms.FileField(required=False, help_text="A PDF of at most 10 MB.")
    agreed = forms.BooleanField(label="The partners agree to the publication")


class SampleLanguageForm(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance = SimpleNamespace(original_language="en", working_translations=["fr"])
        for code in languages.CODES:
            field = forms.CharField(label="Title", required=False, help_text="Up to 160 characters.")
            self.fields[languages.column("title", code)] = field
        self.initial = {
            "title_en": "School meals from local farms",
            "title_fr": "Des repas scolaires issus de fermes locales",
        }


def facets():
    goals = [(2, "2 Zero Hunger", 58), (13, "13 Climate Action", 71), (8, "8 Decent Work and Economic Growth", 63)]
    goals += [(number, f"Goal {number}", 30 - number) for number in (1, 3, 4, 5, 9)] + [(14, "14 Life Below Water", 0)]
    kinds = [("south", "South-South", 121), ("triangular", "Triangular", 93)]
    countries = [(number, f"Country {number}", 40 - number) for number in range(1, 15)]

    def options(rows, chosen=()):
        return [
            {"value": value, "label": label, "count": count, "selected": value in chosen}
            for value, label, count in rows
        ]

    return [
        Facet(name="goal", label="Goal", options=options(goals, chosen=(14,)), searchable=False),
        Facet(name="kind", label="Type of cooperation", options=options(kinds), searchable=False),
        Facet(name="country", label="Country", options=options(countries), searchable=True, open=False),
    ]


@register.simple_tag
def samples():
    today = timezone.localdate()
    bad = {"title": "", "number": "64", "start": "2023-12-31", "lead": "ilo", "summary": "word " * 80}
    with_errors = SampleForm(bad, auto_id="bad_%s")
    return {
        "badges": badges.known(),
        "form": SampleForm(initial={"number": 47, "kind": "south", "summary": "Six new programmes."}),
        "form_with_errors": with_errors,
        "language_form": SampleLanguageForm(),
        "facets": facets(),
        "page_obj": Paginator(range(143), 20).page(3),
        "goal_numbers": range(1, 18),
        "trend": [(2020, None), (2021, 46), (2022, None), (2023, 55), (2024, 61)],
        "rounds": [(2021, 46), (2022, 52), (2023, 38), (2024, 44)],
        "breaks": [2],
        "panel": [(2, 52, 57)],
        "answered": [
            {"tone": "again", "label": "Reported again", "count": 22},
            {"tone": "same", "label": "Last cycle’s answer confirmed", "count": 9},
            {"tone": "apart", "label": "Does not apply", "count": 2},
            {"tone": "none", "label": "No answer", "count": 5},
        ],
        "spark": [21, 28, None, 41, 47],
        "segments": [
            {"tone": "done", "label": "Accepted", "count": 9},
            {"tone": "sent", "label": "Submitted", "count": 6},
            {"tone": "back", "label": "Returned", "count": 2},
            {"tone": "draft", "label": "In progress", "count": 5},
            {"tone": "none", "label": "Not started", "count": 4},
        ],
        "bars": [
            {"label": "Africa", "value": 47, "url": "#charts"},
            {"label": "Arab States", "value": 17, "url": None},
        ],
        "goal_counts": [41, 58, 49, 37, 44, 19, 28, 63, 31, 52, 23, 26, 71, 12, 22, 29, 88],
        "map": {
            "076": 31,
            "156": 28,
            "356": 26,
            "710": 18,
            "404": 16,
            "031": 4,
            "508": 10,
            "894": 8,
            "480": 1,
            "484": 2,
        },
        "sharing": [{"label": "Brazil", "url": "#charts", "note": ""}],
        "receiving": [{"label": name, "url": "#charts", "note": ""} for name in ("Malawi", "Mozambique", "Zambia")],
        "mutual": [{"label": name, "url": "", "note": ""} for name in ("Azerbaijan", "Brazil")],
        "facilitating": [{"label": "World Food Programme", "url": "#charts", "note": "confirmed"}],
        "funding": [{"label": "Brazilian Cooperation Agency", "url": "", "note": ""}],
        "late": today - datetime.timedelta(days=4),
        "soon": today + datetime.timedelta(days=3),
        "later": today + datetime.timedelta(days=40),
        "moment": timezone.now(),
    }


@register.simple_tag
def swatches(names):
    return format_html_join(
        "", '<li><span class="ia-swatch ia-sw-{0}"></span>--ia-{0}</li>', ((name,) for name in names.split())
    )
