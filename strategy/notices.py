"""What people are told about reports and cycles besides their transitions. Imported by StrategyConfig.ready."""

from django.utils.translation import gettext_lazy as _

from core import languages
from core.outbox import notifications
from core.outbox.delivery import When
from strategy.models import Cycle, Extension, Report

notifications.register_naming(Report, related=("entity", "questionnaire", "cycle"))
notifications.register_naming(Cycle, marked=lambda cycle: languages.marked(cycle, "title") or cycle.slug)
notifications.register_naming(Extension, related=("entity", "cycle"))
notifications.register_kind(
    "comment",
    "chat-left-text",
    _("Comments on a report"),
    _("What the secretariat asks about an answer, and what the entity replies."),
    When.DAILY,
)
notifications.register_kind(
    "cycle",
    "clipboard-check",
    _("Reporting cycles"),
    _("A cycle opens, closes, opens again or is published."),
    When.AT_ONCE,
)
notifications.register_sentence("report_due_passed", _("It was due, and not everything is submitted."))
notifications.register_sentence("report_asked_for", _("The secretariat asks for the report of your entity."))
notifications.register_sentence("reports_owed", _("Entities that owe a report were reminded."))
notifications.register_sentence("cycle_stuck", _("It could not open by itself: something is missing."))
notifications.register_sentence("extension_asked", _("An entity asks for more time."))
notifications.register_sentence("commented", _("There is a new comment on an answer."))
notifications.register_sentence("section_assigned", _("A section of this report is yours to write."))
