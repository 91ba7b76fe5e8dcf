"""A submission keeps the files that it names; such a row is as immutable as the submission."""

import django.db.models.deletion
from django.db import migrations, models


FORWARD = """
CREATE TRIGGER submitted_file_immutable BEFORE UPDATE OR DELETE ON strategy_submittedfile
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submission();
"""
BACKWARD = "DROP TRIGGER submitted_file_immutable ON strategy_submittedfile;"


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0011_drafts'),
        ('strategy', '0006_history'),
    ]

    operations = [
        migrations.CreateModel(
            name='SubmittedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.file', verbose_name='file')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='strategy.submission', verbose_name='submission')),
            ],
            options={
                'verbose_name': 'submitted file',
                'verbose_name_plural': 'submitted files',
                'ordering': ['submission_id', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('submission', 'file'), name='submitted_file_once')],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
