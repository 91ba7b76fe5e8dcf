from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class InitiativesConfig(AppConfig):
    name = "initiatives"
    verbose_name = _("Initiatives")

    def ready(self):
        from core import badges
        from entities import profile
        from initiatives import (
            history,  # noqa: F401 - registers what has a history page
            notices,  # noqa: F401 - registers itself
            search,  # noqa: F401 - registers what is found
            section,
            workflow,  # noqa: F401 - registers the transition table
        )

        badges.register("good_practice", "ok", "award", pgettext_lazy("content", "Good practice"))
        profile.register(
            profile.Section(
                "initiatives/_entity_section.html", section.initiatives_of, order=10, figures=section.figures_of
            )
        )
