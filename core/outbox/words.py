"""What a notification says: in the language of the reader, and only what the reader may see now."""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from core.models import Notification
from core.outbox.notifications import Kind, Naming, kinds, namings, sentences
from core.workflow import REGISTRY


@dataclass(frozen=True)
class Line:
    """A notification as it is shown, in the language that is active then. Without a `record` the reader may not
    see it any more, or it is gone: then neither its name nor a reason is given."""

    notification: Notification
    record: Any = None
    reader: Any = None

    @property
    def kind(self) -> Kind | None:
        return kinds.get(self.notification.kind)

    @property
    def sentence(self):
        params = self.notification.params
        workflow = REGISTRY.get(params.get("workflow"))
        if workflow and params.get("event") in workflow:
            return str(workflow[params["event"]].done)
        # An event that a later version of the portal does not know any more still happened.
        return str(sentences.get(params.get("sentence"), _("Something has changed.")))

    @property
    def naming(self):
        return namings.get(type(self.record), Naming())

    @property
    def title(self):
        return self.naming.plain(self.record)

    @property
    def marked_title(self):
        return self.naming.marked(self.record)

    @property
    def url(self):
        return self.record.get_absolute_url()

    @property
    def reason(self):
        params = self.notification.params
        if not self.record or not self.naming.tells_reason(self.record, params.get("event"), self.reader):
            return ""
        return params.get("reason", "")


def lines_of(notifications, reader):
    """[Line] in the same order; the queries depend on the kinds of records, not on how many there are."""
    records = visible_records(notifications, reader)
    return [
        Line(notification, records.get((notification.content_type_id, notification.object_id)), reader)
        for notification in notifications
    ]


def visible_records(notifications, reader):
    """{(content type id, id): record} of those that the reader may see."""
    wanted = {}
    for notification in notifications:
        wanted.setdefault(notification.content_type_id, set()).add(notification.object_id)
    found = {}
    for type_id, pks in wanted.items():
        # None where a later version of the portal does not have this kind of record any more.
        model = ContentType.objects.get_for_id(type_id).model_class()
        records = visible_of(model, reader).in_bulk(pks) if model else {}
        found |= {(type_id, pk): record for pk, record in records.items()}
    return found


def visible_of(model, reader):
    records = model._default_manager.select_related(*namings.get(model, Naming()).related)
    return records.visible_to(reader) if hasattr(records, "visible_to") else records
