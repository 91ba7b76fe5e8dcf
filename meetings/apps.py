from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = _("Meetings")

    def ready(self):
        from core import badges
        from core.files import owners
        from entities import profile
        from initiatives import mentions
        from meetings import (
            calendar_invitations,  # noqa: F401 - registers what mails tell calendars
            clearance_workflow,  # noqa: F401 - registers its tables
            history,  # noqa: F401 - registers what has a history page
            notices,  # noqa: F401 - registers itself
            proposals,  # noqa: F401 - registers its table
            record_notices,  # noqa: F401 - registers itself
            search,  # noqa: F401 - registers what is found
            workflow,  # noqa: F401 - registers the tables
        )
        from meetings.answer_evidence import KINDS
        from meetings.mentions import (
            action_points_shown_by,
            decisions_in_framework,
            mentions_of_initiative,
            section_of_entity,
        )
        from meetings.papers import bundle  # noqa: F401 - registers its background job
        from strategy import evidence_kinds
        from strategy import mentions as strategy_mentions

        profile.register(profile.Section("meetings/_entity_section.html", section_of_entity, order=40))
        mentions.register(mentions_of_initiative)
        strategy_mentions.register(decisions_in_framework, action_points_shown_by)
        evidence_kinds.register(*KINDS)
        badges.register("important", "warn", "flag-fill", pgettext_lazy("content", "Important"))
        owners.register("meetings.MeetingDocument", "file")
        owners.register("meetings.EarlierFile", "file")
        owners.register("meetings.ActionPointEvidence", "file")
        badges.register("proposed", "warn", "chat-left-text", pgettext_lazy("state", "Wording proposed"))
        badges.register("wording_accepted", "ok", "check-lg", _("Another wording is accepted"))
        badges.register("silent", "", "circle", pgettext_lazy("state", "No answer yet"))
        badges.register("silent_consent", "ok", "check-lg", pgettext_lazy("state", "Agreed by silence"))
        badges.register("unanswered", "", "dash-lg", pgettext_lazy("state", "No answer"))
        badges.register("discussed", "warn", "chat-left-text", pgettext_lazy("state", "Under discussion"))
        badges.register("taken_back", "", "arrow-return-left", pgettext_lazy("state", "Taken back"))
        owners.register("meetings.PaperBundle", "file")
        badges.register("item_proposed", "rev", "send", pgettext_lazy("state of a proposal", "Proposed"))
        badges.register("later", "", "clock", pgettext_lazy("state of a proposal", "For a later meeting"))
        badges.register("declined", "", "x-lg", pgettext_lazy("state of a proposal", "Declined"))
        badges.register("lapsed", "", "dash-lg", pgettext_lazy("state of a proposal", "Not taken up"))
