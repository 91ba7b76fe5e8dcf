"""The administration of questionnaires deletes under the same rules as their pages."""

from strategy.models.keeping import missing_to_delete


class KeepsMeaning:
    """For the admin, or the rows, of sections, questions, choices and columns."""

    def has_delete_permission(self, request, obj=None):
        permitted = super().has_delete_permission(request, obj)
        return permitted and not (isinstance(obj, self.model) and missing_to_delete(obj))

    def get_deleted_objects(self, objs, request):
        """Of several at once: what has to stay is named on the page that asks."""
        deleted, counts, perms, protected = super().get_deleted_objects(objs, request)
        kept = [f"{record}: {reason}" for record in objs for reason in missing_to_delete(record)]
        return deleted, counts, perms, [*protected, *kept]
