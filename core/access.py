"""Who gets a page: the one place that decides between 404, 403 and sign-in.

A record that the person cannot see does not exist for them: 404. One that they see but may not
act on: 403. Visitors are sent to sign in by LoginRequiredMiddleware before a view runs, and come
back to the same page. What may be seen and changed is said by each model's queryset, in
`visible_to(user)` and `editable_by(user)`, and nowhere else.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404


class VisibleObjectMixin:
    """For list and detail views: only what the person may see."""

    def get_queryset(self):
        return super().get_queryset().visible_to(self.request.user)


class EditableObjectMixin(VisibleObjectMixin):
    """For edit views: visible, and editable too."""

    def get_object(self, queryset=None):
        record = super().get_object(queryset)
        return ensure_editable(record, self.request.user)


def visible_or_404(queryset, user, **lookup):
    """The one record of the queryset that matches and that the user may see."""
    record = queryset.visible_to(user).filter(**lookup).first()
    if record is None:
        raise Http404
    return record


def can_edit(record, user):
    """Asked of the queryset, so that it cannot disagree with the list."""
    return type(record)._default_manager.editable_by(user).filter(pk=record.pk).exists()


def ensure_editable(record, user):
    if not can_edit(record, user):
        raise PermissionDenied
    return record


def ensure(permitted):
    """Refuse with 403 what the person can see but may not do."""
    if not permitted:
        raise PermissionDenied
