from django.db import migrations

from core.history.operations import KeepWhatStands


class Migration(migrations.Migration):

    dependencies = [
        ("initiatives", "0004_history"),
    ]

    operations = [
        KeepWhatStands(),
    ]
