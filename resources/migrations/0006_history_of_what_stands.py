from django.db import migrations

from core.history.operations import KeepWhatStands


class Migration(migrations.Migration):

    dependencies = [
        ("resources", "0005_history"),
    ]

    operations = [
        KeepWhatStands(),
    ]
