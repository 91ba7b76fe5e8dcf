"""Who presents an item becomes a row, so that there can be several."""

from django.db import migrations
from django.db.models import Q


def make_rows(apps, schema_editor):
    items = apps.get_model("meetings", "AgendaItem").objects.exclude(Q(presenter=None) & Q(presenter_name=""))
    presenters = apps.get_model("meetings", "Presenter").objects
    presenters.bulk_create(
        presenters.model(item=item, entity_id=item.presenter_id, person_name=item.presenter_name) for item in items
    )


def keep_the_first(apps, schema_editor):
    """An item held one presenter before."""
    presenters = apps.get_model("meetings", "Presenter").objects
    items = apps.get_model("meetings", "AgendaItem").objects
    for presenter in presenters.order_by("-position", "-pk"):
        items.filter(pk=presenter.item_id).update(presenter=presenter.entity_id, presenter_name=presenter.person_name)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0017_agenda_parts_and_proposals")]

    operations = [migrations.RunPython(make_rows, keep_the_first)]
