from django.db import migrations

from core.history.operations import KeepWhatStands


class Migration(migrations.Migration):

    dependencies = [
        ("core", "0013_search_index_of_each_language"),
    ]

    operations = [
        KeepWhatStands(),
    ]
