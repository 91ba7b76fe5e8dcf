from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EntitiesConfig(AppConfig):
    name = "entities"
    verbose_name = _("Entities and people")

    def ready(self):
        from django.contrib.auth.signals import user_logged_in

        from core.files import owners
        from entities import (
            history,  # noqa: F401 - registers what has a history page
            search,  # noqa: F401 - registers what is found
        )
        from entities.roles import is_member
        from entities.sign_in import keep_what_came_along

        owners.allow_uploads(is_member)
        user_logged_in.connect(keep_what_came_along)
