"""Submitted reports that wait for the secretariat, the longest waiting first."""

import django_filters
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters.views import FilterView

from core import languages
from core.access import ensure
from core.exports import Column, ExportMixin
from entities.models import EntityKind
from entities.roles import is_secretariat
from strategy.models import Cycle, Report

BEGAN = [("yes", _("Review has begun")), ("no", _("Nobody has begun"))]
QUEUE_COLUMNS = [
    Column("entity", _("Entity"), lambda report: str(report.entity), 20),
    Column("cycle", _("Reporting cycle"), lambda report: languages.text_of(report.cycle, "title"), 40),
    Column("questionnaire", _("Questionnaire"), lambda report: languages.text_of(report.questionnaire, "title"), 40),
    Column("version", _("Version"), lambda report: report.number, 10),
    Column("submitted_at", pgettext_lazy("state", "Submitted"), lambda report: report.submitted_at, 18),
    Column("review_began_at", _("Review began"), lambda report: report.review_began_at, 18),
    Column("looked_at", _("Answers looked at"), lambda report: report.number_looked_at, 12),
    Column("on_behalf", _("Entered on behalf"), lambda report: report.received is not None, 12),
]


class QueueFilter(django_filters.FilterSet):
    cycle = django_filters.ModelChoiceFilter(
        label=_("Reporting cycle"), to_field_name="slug", queryset=Cycle.objects.none(), empty_label=_("All cycles")
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind of entity"), field_name="entity__kind", choices=EntityKind.choices, empty_label=_("All kinds")
    )
    began = django_filters.ChoiceFilter(
        label=_("Review"), method="with_review", choices=BEGAN, empty_label=_("Begun or not")
    )

    class Meta:
        model = Report
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        waiting = Report.objects.reviewable_by(self.request.user).to_review()
        self.filters["cycle"].queryset = Cycle.objects.filter(pk__in=waiting.values("cycle"))

    def with_review(self, queryset, name, value):
        return queryset.filter(review_began_at__isnull=value == "no")


class ReviewQueueView(ExportMixin, FilterView):
    model = Report
    filterset_class = QueueFilter
    template_name = "strategy/review_queue.html"
    paginate_by = 50
    export_name = "review-queue"
    export_title = _("Reports that wait for review")
    export_columns = QUEUE_COLUMNS

    def get_queryset(self):
        user = self.request.user
        ensure(is_secretariat(user))
        looked = Count("submissions__reviews", filter=Q(submissions__number=F("number")))
        waiting = Report.objects.reviewable_by(user).to_review().annotate(number_looked_at=looked)
        return waiting.select_related("entity", "cycle", "questionnaire").order_by("submitted_at", "pk")
