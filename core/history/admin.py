"""The history button of the administration leads to the history of the record, for every kind of record."""

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.http import Http404
from django.shortcuts import redirect

from core.history import kinds


@admin.site.admin_view
def history(request, app_label, model_name, object_id):
    try:
        model_admin = admin.site.get_model_admin(apps.get_model(app_label, model_name))
    except (LookupError, admin.exceptions.NotRegistered):
        raise Http404 from None
    record = model_admin.get_object(request, unquote(object_id))
    kind, key = kinds.page_of(record) if record else (None, None)
    # Without a page of its own: the administration's, with its own question for the right to see it.
    return redirect("history", kind.name, key) if kind else model_admin.history_view(request, object_id)
