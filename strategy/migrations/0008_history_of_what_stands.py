from django.db import migrations

from core.history.operations import KeepWhatStands


class Migration(migrations.Migration):

    dependencies = [
        ("strategy", "0007_files_of_submissions"),
    ]

    operations = [
        KeepWhatStands(),
    ]
