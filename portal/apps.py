from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"

    def ready(self):
        from django.db.models.signals import post_save

        from core.models import TransitionEvent
        from portal import (
            jobs,  # noqa: F401 - the kinds of jobs register themselves
            search,  # noqa: F401 - registers what is found
        )

        post_save.connect(_after_a_move, sender=TransitionEvent)


def _after_a_move(sender, instance, **kwargs):
    """The person who moved a record sees the number on the work bar change at once."""
    from portal.work import forget_waiting

    if instance.by_id:
        forget_waiting(instance.by)
