"""The search index: a row per record and language."""

import core.languages
import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0007_history'),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20, verbose_name='kind')),
                ('object_id', models.BigIntegerField(verbose_name='record')),
                ('language', models.CharField(choices=core.languages.choices, max_length=10, verbose_name='language')),
                ('part', models.PositiveIntegerField(default=0, verbose_name='part')),
                ('title', models.TextField(verbose_name='title')),
                ('names', models.TextField(verbose_name='other names')),
                ('summary', models.TextField(verbose_name='summary')),
                ('body', models.TextField(verbose_name='text')),
                ('folded', models.TextField()),
                ('heading', django.contrib.postgres.search.SearchVectorField()),
                ('vector', django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                'verbose_name': 'entry of the search index',
                'verbose_name_plural': 'entries of the search index',
                'ordering': ['kind', 'object_id', 'language', 'part'],
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['heading'], name='search_heading'), django.contrib.postgres.indexes.GinIndex(fields=['vector'], name='search_vector'), django.contrib.postgres.indexes.GinIndex(fields=['folded'], name='search_folded', opclasses=['gin_trgm_ops'])],
                'constraints': [models.UniqueConstraint(fields=('kind', 'object_id', 'language', 'part'), name='search_entry_once')],
            },
        ),
    ]
