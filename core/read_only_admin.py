"""Of an admin page that shows what is written elsewhere. A module of its own, because core.admin imports such pages."""


class ReadOnly:
    """Shown, and written elsewhere: on the pages of its room, or by the portal alone."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
