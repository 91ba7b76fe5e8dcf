"""Parts of the page that shows two texts side by side."""

from django import template
from django.contrib.auth import get_user_model
from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from core import dates
from core.history import kinds
from core.history.tracking import TRACKED, tells_versions
from core.saving import deleting
from core.templatetags import forms

register = template.Library()
register.filter("label_of", forms.label_of)


@register.simple_tag
def control_of(bound):
    """The field alone, named for a screen reader by its label."""
    bound.field.widget.attrs["aria-label"] = forms.label_of(bound)
    return forms.control(bound, help_text="")


@register.simple_tag
def versions_of_rows(records):
    """For a page that asks whether to delete a record, or several: what goes with them, as it is shown."""
    records = [records] if isinstance(records, Model) else records
    return format_html('<input type="hidden" name="{}" value="{}">', deleting.ROWS, deleting.rows_shown(records))


@register.simple_tag
def saved_by(record):
    """Who saved what is stored now, and when, as the history of the record says."""
    if not tells_versions(type(record)):
        return ""
    last = TRACKED[type(record)].objects.filter(pgh_obj_id=record.pk).last()
    if not last:
        return ""
    person = get_user_model().objects.filter(pk=(last.pgh_context or {}).get("user")).first()
    moment = dates.moment(last.pgh_created_at)
    if person:
        return format_html(_("Saved by {person}, {moment}."), person=person, moment=moment)
    return format_html(_("Saved {moment}."), moment=moment)


@register.simple_tag
def history_link(record):
    """To the page that shows what was changed, where the record has one."""
    kind, key = kinds.page_of(record)
    if not kind:
        return ""
    return format_html('<a href="{}">{}</a>', reverse("history", args=[kind.name, key]), _("What was changed"))
