from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Resources")

    def ready(self):
        from core.files import owners
        from entities import profile
        from initiatives import mentions
        from resources import (
            history,  # noqa: F401 - registers what has a history page
            notices,  # noqa: F401 - registers itself
            search,  # noqa: F401 - registers what is found
            workflow,  # noqa: F401 - the table registers itself
        )
        from resources import profile as section
        from resources.answer_evidence import KIND
        from resources.mentions import resources_made_by
        from strategy import evidence_kinds

        profile.register(
            profile.Section(
                "resources/_entity_section.html", section.resources_of, order=50, figures=section.figures_of
            )
        )
        mentions.register(resources_made_by)
        owners.register("resources.Resource", "file")
        evidence_kinds.register(KIND)
