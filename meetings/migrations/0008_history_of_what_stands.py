from django.db import migrations

from core.history.operations import KeepWhatStands


class Migration(migrations.Migration):

    dependencies = [
        ("meetings", "0007_document_revisions"),
    ]

    operations = [
        KeepWhatStands(),
    ]
