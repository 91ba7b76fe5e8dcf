from django.db import migrations

from core.history.operations import KeepWhatStands


class Migration(migrations.Migration):

    dependencies = [
        ("entities", "0004_quiet_hours"),
    ]

    operations = [
        KeepWhatStands(),
    ]
