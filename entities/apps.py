from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EntitiesConfig(AppConfig):
    name = "entities"
    verbose_name = _("Entities and people")

    def ready(self):
        from core import file_owners
        from entities import search  # noqa: F401 - registers what is found
        from entities.roles import is_member

        file_owners.allow_uploads(is_member)
