from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StrategyConfig(AppConfig):
    name = "strategy"
    verbose_name = _("Strategy")

    def ready(self):
        from django.utils.translation import pgettext_lazy

        from core import badges
        from core.files import owners
        from core.imports import kinds as imports
        from entities import profile
        from initiatives import mentions
        from strategy import (
            consolidated_making,  # noqa: F401 - registers its job
            cycle_workflow,  # noqa: F401 - registers its table, in the worker too
            extension_workflow,  # noqa: F401 - registers its table, in the worker too
            framework_import,  # noqa: F401 - registers what can be imported
            history,  # noqa: F401 - registers what has a history page
            notices,  # noqa: F401 - registers itself
            search,  # noqa: F401 - registers what is found
            shown_elsewhere,
            workflow,  # noqa: F401 - registers its table, in the worker too
        )
        from strategy.workbooks import imports as report_workbooks

        profile.register(
            profile.Section(
                template="strategy/_entity_section.html",
                context=shown_elsewhere.entity_section,
                order=20,
                figures=shown_elsewhere.entity_figures,
            )
        )
        badges.register("in_use", "ok", "lock", pgettext_lazy("questionnaire", "In use"))
        mentions.register(shown_elsewhere.mentions_of_initiative)
        imports.register(report_workbooks.KIND)
        owners.register("strategy.Evidence", "file")
        owners.register("strategy.SubmittedFile", "file")
        owners.register("strategy.SnapshotPaper", "file")
