import core.history.operations
import core.history.triggers
import core.languages
import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0007_history'),
        ('entities', '0003_history'),
        ('initiatives', '0004_history'),
        ('resources', '0004_version_goes_up'),
    ]

    operations = [
        core.history.operations.Together(
            operations=[migrations.CreateModel(
                name='ResourceThemes',
                fields=[
                ],
                options={
                    'ordering': ['pk'],
                    'proxy': True,
                    'default_permissions': (),
                    'indexes': [],
                    'constraints': [],
                },
                bases=('resources.resource_themes',),
            ), migrations.CreateModel(
                name='ResourcePartners',
                fields=[
                ],
                options={
                    'ordering': ['pk'],
                    'proxy': True,
                    'default_permissions': (),
                    'indexes': [],
                    'constraints': [],
                },
                bases=('resources.resource_partners',),
            ), migrations.CreateModel(
                name='ResourceGoals',
                fields=[
                ],
                options={
                    'ordering': ['pk'],
                    'proxy': True,
                    'default_permissions': (),
                    'indexes': [],
                    'constraints': [],
                },
                bases=('resources.resource_goals',),
            ), migrations.CreateModel(
                name='ResourceEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('original_language', models.CharField(choices=core.languages.choices, default='en', max_length=10, verbose_name='original language')),
                    ('working_translations', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=core.languages.choices, max_length=10), blank=True, default=list, help_text='Languages whose text is a working translation that language staff have not reviewed.', size=None, verbose_name='working translations')),
                    ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                    ('updated_at', models.DateTimeField(auto_now=True, verbose_name='updated')),
                    ('code', models.CharField(editable=False, max_length=12, verbose_name='code')),
                    ('slug', models.SlugField(db_index=False, editable=False, max_length=120, verbose_name='address')),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'Published')], default='draft', editable=False, max_length=24, verbose_name='state')),
                    ('kind', models.CharField(choices=[('e_module', 'E-module'), ('webinar', 'Webinar'), ('guidance', 'Guidance'), ('publication', 'Publication'), ('report', 'Report'), ('platform', 'Platform')], max_length=12, verbose_name='kind')),
                    ('title_ar', models.CharField(blank=True, default='', max_length=250, null=True, verbose_name='title')),
                    ('title_zh_hans', models.CharField(blank=True, default='', max_length=250, null=True, verbose_name='title')),
                    ('title_en', models.CharField(blank=True, default='', max_length=250, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(blank=True, default='', max_length=250, null=True, verbose_name='title')),
                    ('title_ru', models.CharField(blank=True, default='', max_length=250, null=True, verbose_name='title')),
                    ('title_es', models.CharField(blank=True, default='', max_length=250, null=True, verbose_name='title')),
                    ('description_ar', models.TextField(blank=True, default='', null=True, verbose_name='description')),
                    ('description_zh_hans', models.TextField(blank=True, default='', null=True, verbose_name='description')),
                    ('description_en', models.TextField(blank=True, default='', null=True, verbose_name='description')),
                    ('description_fr', models.TextField(blank=True, default='', null=True, verbose_name='description')),
                    ('description_ru', models.TextField(blank=True, default='', null=True, verbose_name='description')),
                    ('description_es', models.TextField(blank=True, default='', null=True, verbose_name='description')),
                    ('audience_ar', models.CharField(blank=True, default='', help_text='For whom it was made.', max_length=250, null=True, verbose_name='audience')),
                    ('audience_zh_hans', models.CharField(blank=True, default='', help_text='For whom it was made.', max_length=250, null=True, verbose_name='audience')),
                    ('audience_en', models.CharField(blank=True, default='', help_text='For whom it was made.', max_length=250, null=True, verbose_name='audience')),
                    ('audience_fr', models.CharField(blank=True, default='', help_text='For whom it was made.', max_length=250, null=True, verbose_name='audience')),
                    ('audience_ru', models.CharField(blank=True, default='', help_text='For whom it was made.', max_length=250, null=True, verbose_name='audience')),
                    ('audience_es', models.CharField(blank=True, default='', help_text='For whom it was made.', max_length=250, null=True, verbose_name='audience')),
                    ('publisher_name_ar', models.CharField(blank=True, default='', help_text='A publisher that is not an entity of this directory, or the unit inside the entity.', max_length=250, null=True, verbose_name='other publisher')),
                    ('publisher_name_zh_hans', models.CharField(blank=True, default='', help_text='A publisher that is not an entity of this directory, or the unit inside the entity.', max_length=250, null=True, verbose_name='other publisher')),
                    ('publisher_name_en', models.CharField(blank=True, default='', help_text='A publisher that is not an entity of this directory, or the unit inside the entity.', max_length=250, null=True, verbose_name='other publisher')),
                    ('publisher_name_fr', models.CharField(blank=True, default='', help_text='A publisher that is not an entity of this directory, or the unit inside the entity.', max_length=250, null=True, verbose_name='other publisher')),
                    ('publisher_name_ru', models.CharField(blank=True, default='', help_text='A publisher that is not an entity of this directory, or the unit inside the entity.', max_length=250, null=True, verbose_name='other publisher')),
                    ('publisher_name_es', models.CharField(blank=True, default='', help_text='A publisher that is not an entity of this directory, or the unit inside the entity.', max_length=250, null=True, verbose_name='other publisher')),
                    ('published_on', models.DateField(blank=True, null=True, verbose_name='date of publication')),
                    ('published_precision', models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year')], default='day', max_length=5, verbose_name='precision of the date')),
                    ('symbol', models.CharField(blank=True, help_text='Of a United Nations document: A/79/230.', max_length=60, verbose_name='document symbol')),
                    ('url', models.URLField(blank=True, max_length=500, verbose_name='link')),
                    ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), blank=True, default=list, help_text='Languages in which the resource itself exists.', size=None, verbose_name='languages')),
                    ('source', models.CharField(blank=True, help_text='Where the facts of this record come from.', max_length=500, verbose_name='source')),
                    ('is_public', models.BooleanField(default=True, help_text='Otherwise only people of the Mechanism see it once it is published.', verbose_name='public')),
                    ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='demo')),
                    ('file', models.ForeignKey(blank=True, db_constraint=False, db_index=False, help_text='Where the publisher has no page for it.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.file', verbose_name='file')),
                    ('initiative', models.ForeignKey(blank=True, db_constraint=False, db_index=False, help_text='The initiative that the resource comes from.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='initiatives.initiative', verbose_name='initiative')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='resources.resource')),
                    ('publisher', models.ForeignKey(blank=True, db_constraint=False, db_index=False, help_text='The entity that publishes it and keeps this record.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='entities.entity', verbose_name='publisher')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='resources_r_pgh_obj_7c0d35_idx')],
                },
            ), migrations.CreateModel(
                name='ResourceGoalsEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('goal', models.ForeignKey(db_constraint=False, db_index=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.goal')),
                    ('resource', models.ForeignKey(db_constraint=False, db_index=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='resources.resource')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='resources.resourcegoals')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='resources_r_pgh_obj_2a3bdb_idx'), models.Index(fields=['resource'], name='resources_r_resourc_e3025c_idx')],
                },
            ), migrations.CreateModel(
                name='ResourcePartnersEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('entity', models.ForeignKey(db_constraint=False, db_index=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='entities.entity')),
                    ('resource', models.ForeignKey(db_constraint=False, db_index=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='resources.resource')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='resources.resourcepartners')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='resources_r_pgh_obj_ff6b2e_idx'), models.Index(fields=['resource'], name='resources_r_resourc_488704_idx')],
                },
            ), migrations.CreateModel(
                name='ResourceThemesEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('resource', models.ForeignKey(db_constraint=False, db_index=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='resources.resource')),
                    ('theme', models.ForeignKey(db_constraint=False, db_index=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.theme')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='resources.resourcethemes')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='resources_r_pgh_obj_ebc9e2_idx'), models.Index(fields=['resource'], name='resources_r_resourc_5fa3d9_idx')],
                },
            ), pgtrigger.migrations.AddTrigger(
                model_name='resource',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "resources_resourceevent" ("audience_ar", "audience_en", "audience_es", "audience_fr", "audience_ru", "audience_zh_hans", "code", "created_at", "description_ar", "description_en", "description_es", "description_fr", "description_ru", "description_zh_hans", "file_id", "id", "initiative_id", "is_demo", "is_public", "kind", "languages", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_precision", "publisher_id", "publisher_name_ar", "publisher_name_en", "publisher_name_es", "publisher_name_fr", "publisher_name_ru", "publisher_name_zh_hans", "slug", "source", "state", "symbol", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "url", "version", "working_translations") VALUES (NEW."audience_ar", NEW."audience_en", NEW."audience_es", NEW."audience_fr", NEW."audience_ru", NEW."audience_zh_hans", NEW."code", NEW."created_at", NEW."description_ar", NEW."description_en", NEW."description_es", NEW."description_fr", NEW."description_ru", NEW."description_zh_hans", NEW."file_id", NEW."id", NEW."initiative_id", NEW."is_demo", NEW."is_public", NEW."kind", NEW."languages", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."published_on", NEW."published_precision", NEW."publisher_id", NEW."publisher_name_ar", NEW."publisher_name_en", NEW."publisher_name_es", NEW."publisher_name_fr", NEW."publisher_name_ru", NEW."publisher_name_zh_hans", NEW."slug", NEW."source", NEW."state", NEW."symbol", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."url", NEW."version", NEW."working_translations"); RETURN NULL;', hash='fc5d5d3f5d528cb1aac7a8dba501f12dd11c56ca', operation='INSERT', pgid='pgtrigger_insert_insert_09d61', table='resources_resource', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resource',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."audience_ar" IS DISTINCT FROM (NEW."audience_ar") OR OLD."audience_en" IS DISTINCT FROM (NEW."audience_en") OR OLD."audience_es" IS DISTINCT FROM (NEW."audience_es") OR OLD."audience_fr" IS DISTINCT FROM (NEW."audience_fr") OR OLD."audience_ru" IS DISTINCT FROM (NEW."audience_ru") OR OLD."audience_zh_hans" IS DISTINCT FROM (NEW."audience_zh_hans") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."description_ar" IS DISTINCT FROM (NEW."description_ar") OR OLD."description_en" IS DISTINCT FROM (NEW."description_en") OR OLD."description_es" IS DISTINCT FROM (NEW."description_es") OR OLD."description_fr" IS DISTINCT FROM (NEW."description_fr") OR OLD."description_ru" IS DISTINCT FROM (NEW."description_ru") OR OLD."description_zh_hans" IS DISTINCT FROM (NEW."description_zh_hans") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."initiative_id" IS DISTINCT FROM (NEW."initiative_id") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."published_precision" IS DISTINCT FROM (NEW."published_precision") OR OLD."publisher_id" IS DISTINCT FROM (NEW."publisher_id") OR OLD."publisher_name_ar" IS DISTINCT FROM (NEW."publisher_name_ar") OR OLD."publisher_name_en" IS DISTINCT FROM (NEW."publisher_name_en") OR OLD."publisher_name_es" IS DISTINCT FROM (NEW."publisher_name_es") OR OLD."publisher_name_fr" IS DISTINCT FROM (NEW."publisher_name_fr") OR OLD."publisher_name_ru" IS DISTINCT FROM (NEW."publisher_name_ru") OR OLD."publisher_name_zh_hans" IS DISTINCT FROM (NEW."publisher_name_zh_hans") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."symbol" IS DISTINCT FROM (NEW."symbol") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_es" IS DISTINCT FROM (NEW."title_es") OR OLD."title_fr" IS DISTINCT FROM (NEW."title_fr") OR OLD."title_ru" IS DISTINCT FROM (NEW."title_ru") OR OLD."title_zh_hans" IS DISTINCT FROM (NEW."title_zh_hans") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations"))', func='INSERT INTO "resources_resourceevent" ("audience_ar", "audience_en", "audience_es", "audience_fr", "audience_ru", "audience_zh_hans", "code", "created_at", "description_ar", "description_en", "description_es", "description_fr", "description_ru", "description_zh_hans", "file_id", "id", "initiative_id", "is_demo", "is_public", "kind", "languages", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_precision", "publisher_id", "publisher_name_ar", "publisher_name_en", "publisher_name_es", "publisher_name_fr", "publisher_name_ru", "publisher_name_zh_hans", "slug", "source", "state", "symbol", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "url", "version", "working_translations") VALUES (NEW."audience_ar", NEW."audience_en", NEW."audience_es", NEW."audience_fr", NEW."audience_ru", NEW."audience_zh_hans", NEW."code", NEW."created_at", NEW."description_ar", NEW."description_en", NEW."description_es", NEW."description_fr", NEW."description_ru", NEW."description_zh_hans", NEW."file_id", NEW."id", NEW."initiative_id", NEW."is_demo", NEW."is_public", NEW."kind", NEW."languages", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."published_on", NEW."published_precision", NEW."publisher_id", NEW."publisher_name_ar", NEW."publisher_name_en", NEW."publisher_name_es", NEW."publisher_name_fr", NEW."publisher_name_ru", NEW."publisher_name_zh_hans", NEW."slug", NEW."source", NEW."state", NEW."symbol", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."url", NEW."version", NEW."working_translations"); RETURN NULL;', hash='d4d755211df40a265f204fd7d13368e56de0f1e1', operation='UPDATE', pgid='pgtrigger_update_update_4f99f', table='resources_resource', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resource',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "resources_resourceevent" ("audience_ar", "audience_en", "audience_es", "audience_fr", "audience_ru", "audience_zh_hans", "code", "created_at", "description_ar", "description_en", "description_es", "description_fr", "description_ru", "description_zh_hans", "file_id", "id", "initiative_id", "is_demo", "is_public", "kind", "languages", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_precision", "publisher_id", "publisher_name_ar", "publisher_name_en", "publisher_name_es", "publisher_name_fr", "publisher_name_ru", "publisher_name_zh_hans", "slug", "source", "state", "symbol", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "url", "version", "working_translations") VALUES (OLD."audience_ar", OLD."audience_en", OLD."audience_es", OLD."audience_fr", OLD."audience_ru", OLD."audience_zh_hans", OLD."code", OLD."created_at", OLD."description_ar", OLD."description_en", OLD."description_es", OLD."description_fr", OLD."description_ru", OLD."description_zh_hans", OLD."file_id", OLD."id", OLD."initiative_id", OLD."is_demo", OLD."is_public", OLD."kind", OLD."languages", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."published_on", OLD."published_precision", OLD."publisher_id", OLD."publisher_name_ar", OLD."publisher_name_en", OLD."publisher_name_es", OLD."publisher_name_fr", OLD."publisher_name_ru", OLD."publisher_name_zh_hans", OLD."slug", OLD."source", OLD."state", OLD."symbol", OLD."title_ar", OLD."title_en", OLD."title_es", OLD."title_fr", OLD."title_ru", OLD."title_zh_hans", OLD."updated_at", OLD."url", OLD."version", OLD."working_translations"); RETURN NULL;', hash='71ad030a3a15d27183b01f9a483191dba0e9e605', operation='DELETE', pgid='pgtrigger_delete_delete_551db', table='resources_resource', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcethemes',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "resources_resourcethemesevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resource_id", "theme_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."resource_id", NEW."theme_id"); RETURN NULL;', hash='32422c1c9556caaffa7fc99e0d7c7b9ef62dbec7', operation='INSERT', pgid='pgtrigger_insert_insert_8d3c1', table='resources_resource_themes', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcethemes',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "resources_resourcethemesevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resource_id", "theme_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."resource_id", NEW."theme_id"); RETURN NULL;', hash='70bc5afa5ca4a3543b22b2ac9d16b9b9fdc3b9e1', operation='UPDATE', pgid='pgtrigger_update_update_533dd', table='resources_resource_themes', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcethemes',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "resources_resourcethemesevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resource_id", "theme_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."resource_id", OLD."theme_id"); RETURN NULL;', hash='5e93621e1b6c36a1d8b475bd230c614f2109bbc6', operation='DELETE', pgid='pgtrigger_delete_delete_c7f78', table='resources_resource_themes', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcepartners',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "resources_resourcepartnersevent" ("entity_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resource_id") VALUES (NEW."entity_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."resource_id"); RETURN NULL;', hash='e197b8b4a5852bfd25b12ff0ed56a6ea3d11c1e8', operation='INSERT', pgid='pgtrigger_insert_insert_569b3', table='resources_resource_partners', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcepartners',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "resources_resourcepartnersevent" ("entity_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resource_id") VALUES (NEW."entity_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."resource_id"); RETURN NULL;', hash='3f70a13d3deb779cfcf290a309e306d01516ac1d', operation='UPDATE', pgid='pgtrigger_update_update_30406', table='resources_resource_partners', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcepartners',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "resources_resourcepartnersevent" ("entity_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resource_id") VALUES (OLD."entity_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."resource_id"); RETURN NULL;', hash='a41e282dfe534bfaae6d5243832ab141afcf0fdc', operation='DELETE', pgid='pgtrigger_delete_delete_79de8', table='resources_resource_partners', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcegoals',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "resources_resourcegoalsevent" ("goal_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resource_id") VALUES (NEW."goal_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."resource_id"); RETURN NULL;', hash='aa458c2093ba122b3478867fc5cbfc1b86f91793', operation='INSERT', pgid='pgtrigger_insert_insert_f8c59', table='resources_resource_goals', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcegoals',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "resources_resourcegoalsevent" ("goal_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resource_id") VALUES (NEW."goal_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."resource_id"); RETURN NULL;', hash='1b4015bf68cecb05433908bd855024edf6298433', operation='UPDATE', pgid='pgtrigger_update_update_9b398', table='resources_resource_goals', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcegoals',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "resources_resourcegoalsevent" ("goal_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resource_id") VALUES (OLD."goal_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."resource_id"); RETURN NULL;', hash='5bb298ab3f2dfc4ce9793e8dd87f9a02f9763bed', operation='DELETE', pgid='pgtrigger_delete_delete_2ca8d', table='resources_resource_goals', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourceevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='994bf6d4f2d725f9e450d7905df6ab11fa8e2b35', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_34f27', table='resources_resourceevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcethemesevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='578ec71a27037e1e56a553f5edf97d2c0a311001', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3f90d', table='resources_resourcethemesevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcepartnersevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='63ae135b1fa04a7c71b1f832919252a8c8c58edb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fce4d', table='resources_resourcepartnersevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='resourcegoalsevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8159ad05293d68d5b86200b1d3fa92ee2cc9fbdd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2fb06', table='resources_resourcegoalsevent', when='BEFORE')),
            )],
        ),
    ]
