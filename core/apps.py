from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Shared by all rooms")

    def ready(self):
        from django.db.models.signals import post_migrate

        from core.search.install import after_migrate

        # Sent when the tables of all apps are there.
        post_migrate.connect(after_migrate, sender=self)

        from core.files import owners
        from core.history import reference  # noqa: F401 - registers itself
        from core.imports import jobs  # noqa: F401 - registers itself, in the worker too
        from core.models import Draft

        owners.remember_drafts(Draft.objects.naming)
        owners.register("core.Import", "file")
