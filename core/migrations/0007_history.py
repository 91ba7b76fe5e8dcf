import core.history.operations
import core.history.triggers
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0006_version_goes_up'),
    ]

    operations = [
        core.history.operations.Together(
            operations=[migrations.CreateModel(
                name='CountryEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_zh_hans', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_ru', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('iso3', models.CharField(max_length=3, verbose_name='ISO alpha-3')),
                    ('iso2', models.CharField(max_length=2, verbose_name='ISO alpha-2')),
                    ('m49', models.CharField(max_length=3, verbose_name='M49')),
                    ('latitude', models.FloatField(blank=True, null=True, verbose_name='latitude')),
                    ('longitude', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                    ('is_member_state', models.BooleanField(default=False, verbose_name='Member State of the United Nations')),
                    ('sort_ranks', models.JSONField(default=dict, editable=False)),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.country')),
                    ('region', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.region', verbose_name='region')),
                    ('subregion', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.region', verbose_name='subregion')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='core_countr_pgh_obj_b4a3dd_idx')],
                },
            ), migrations.CreateModel(
                name='GoalEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_zh_hans', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_ru', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                    ('color', models.CharField(max_length=7)),
                    ('ink', models.CharField(choices=[('black', 'black'), ('white', 'white')], max_length=5)),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.goal')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='core_goalev_pgh_obj_42f013_idx')],
                },
            ), migrations.CreateModel(
                name='GroupMembershipEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('group', models.CharField(choices=[('LDC', 'least developed countries'), ('LLDC', 'landlocked developing countries'), ('SIDS', 'small island developing States')], max_length=4, verbose_name='group')),
                    ('starts', models.DateField(blank=True, null=True, verbose_name='from')),
                    ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
                    ('ends_precision', models.CharField(choices=[('day', 'day'), ('year', 'year')], default='day', max_length=5)),
                    ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                    ('country', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.country')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.groupmembership')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='core_groupm_pgh_obj_ffd459_idx'), models.Index(fields=['country'], name='core_groupm_country_aaf7ba_idx')],
                },
            ), migrations.CreateModel(
                name='ModalityEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_zh_hans', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_ru', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('code', models.SlugField(db_index=False, max_length=60, verbose_name='code')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.modality')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='core_modali_pgh_obj_b7e167_idx')],
                },
            ), migrations.CreateModel(
                name='ProcessEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_zh_hans', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_ru', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('code', models.SlugField(db_index=False, max_length=60, verbose_name='code')),
                    ('kind', models.CharField(choices=[('conference', 'conference'), ('session', 'session'), ('summit', 'summit'), ('process', 'process')], max_length=12, verbose_name='kind')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.process')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='core_proces_pgh_obj_c0f3c7_idx')],
                },
            ), migrations.CreateModel(
                name='RegionEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_zh_hans', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_ru', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('code', models.CharField(max_length=3, verbose_name='M49')),
                    ('parent', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.region')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.region')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='core_region_pgh_obj_847366_idx')],
                },
            ), migrations.CreateModel(
                name='TargetEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('code', models.CharField(max_length=5, verbose_name='code')),
                    ('position', models.PositiveSmallIntegerField()),
                    ('goal', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.goal')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.target')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='core_target_pgh_obj_6cbf2d_idx')],
                },
            ), migrations.CreateModel(
                name='ThemeEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('name_ar', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_zh_hans', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_ru', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=200, null=True, verbose_name='name')),
                    ('code', models.SlugField(db_index=False, max_length=60, verbose_name='code')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.theme')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='core_themee_pgh_obj_cbcd52_idx')],
                },
            ), pgtrigger.migrations.AddTrigger(
                model_name='country',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_countryevent" ("id", "is_member_state", "iso2", "iso3", "latitude", "longitude", "m49", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "sort_ranks", "subregion_id", "version") VALUES (NEW."id", NEW."is_member_state", NEW."iso2", NEW."iso3", NEW."latitude", NEW."longitude", NEW."m49", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."region_id", NEW."sort_ranks", NEW."subregion_id", NEW."version"); RETURN NULL;', hash='d6ae50d7821e09a669ea3d815886586e36516d9b', operation='INSERT', pgid='pgtrigger_insert_insert_3d22c', table='core_country', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='country',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_member_state" IS DISTINCT FROM (NEW."is_member_state") OR OLD."iso2" IS DISTINCT FROM (NEW."iso2") OR OLD."iso3" IS DISTINCT FROM (NEW."iso3") OR OLD."latitude" IS DISTINCT FROM (NEW."latitude") OR OLD."longitude" IS DISTINCT FROM (NEW."longitude") OR OLD."m49" IS DISTINCT FROM (NEW."m49") OR OLD."name_ar" IS DISTINCT FROM (NEW."name_ar") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."name_es" IS DISTINCT FROM (NEW."name_es") OR OLD."name_fr" IS DISTINCT FROM (NEW."name_fr") OR OLD."name_ru" IS DISTINCT FROM (NEW."name_ru") OR OLD."name_zh_hans" IS DISTINCT FROM (NEW."name_zh_hans") OR OLD."region_id" IS DISTINCT FROM (NEW."region_id") OR OLD."sort_ranks" IS DISTINCT FROM (NEW."sort_ranks") OR OLD."subregion_id" IS DISTINCT FROM (NEW."subregion_id"))', func='INSERT INTO "core_countryevent" ("id", "is_member_state", "iso2", "iso3", "latitude", "longitude", "m49", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "sort_ranks", "subregion_id", "version") VALUES (NEW."id", NEW."is_member_state", NEW."iso2", NEW."iso3", NEW."latitude", NEW."longitude", NEW."m49", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."region_id", NEW."sort_ranks", NEW."subregion_id", NEW."version"); RETURN NULL;', hash='022f0ce308e2034912d1f11af27bb4cd16e9bbe6', operation='UPDATE', pgid='pgtrigger_update_update_8cc05', table='core_country', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='country',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_countryevent" ("id", "is_member_state", "iso2", "iso3", "latitude", "longitude", "m49", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "sort_ranks", "subregion_id", "version") VALUES (OLD."id", OLD."is_member_state", OLD."iso2", OLD."iso3", OLD."latitude", OLD."longitude", OLD."m49", OLD."name_ar", OLD."name_en", OLD."name_es", OLD."name_fr", OLD."name_ru", OLD."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."region_id", OLD."sort_ranks", OLD."subregion_id", OLD."version"); RETURN NULL;', hash='52436e87a5bcdd6e40ad684b35a5cea5c3b4af78', operation='DELETE', pgid='pgtrigger_delete_delete_57f9a', table='core_country', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='goal',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_goalevent" ("color", "id", "ink", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."color", NEW."id", NEW."ink", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='a589f6dd62be7b1a52eee3e953a232cf4f1bd8f5', operation='INSERT', pgid='pgtrigger_insert_insert_e02eb', table='core_goal', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='goal',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."color" IS DISTINCT FROM (NEW."color") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."ink" IS DISTINCT FROM (NEW."ink") OR OLD."name_ar" IS DISTINCT FROM (NEW."name_ar") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."name_es" IS DISTINCT FROM (NEW."name_es") OR OLD."name_fr" IS DISTINCT FROM (NEW."name_fr") OR OLD."name_ru" IS DISTINCT FROM (NEW."name_ru") OR OLD."name_zh_hans" IS DISTINCT FROM (NEW."name_zh_hans") OR OLD."number" IS DISTINCT FROM (NEW."number"))', func='INSERT INTO "core_goalevent" ("color", "id", "ink", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."color", NEW."id", NEW."ink", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='f3f032c37fc055b58b9380a1133ce99dcfcf3edd', operation='UPDATE', pgid='pgtrigger_update_update_d012f', table='core_goal', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='goal',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_goalevent" ("color", "id", "ink", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."color", OLD."id", OLD."ink", OLD."name_ar", OLD."name_en", OLD."name_es", OLD."name_fr", OLD."name_ru", OLD."name_zh_hans", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."version"); RETURN NULL;', hash='5ad89168a679bd4183c8de3ce24e368533690eed', operation='DELETE', pgid='pgtrigger_delete_delete_8c45a', table='core_goal', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='groupmembership',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_groupmembershipevent" ("country_id", "ends", "ends_precision", "group", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts", "version") VALUES (NEW."country_id", NEW."ends", NEW."ends_precision", NEW."group", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."starts", NEW."version"); RETURN NULL;', hash='85b1139294a42f21e0984090255f14ace500b848', operation='INSERT', pgid='pgtrigger_insert_insert_d044a', table='core_groupmembership', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='groupmembership',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."country_id" IS DISTINCT FROM (NEW."country_id") OR OLD."ends" IS DISTINCT FROM (NEW."ends") OR OLD."ends_precision" IS DISTINCT FROM (NEW."ends_precision") OR OLD."group" IS DISTINCT FROM (NEW."group") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."starts" IS DISTINCT FROM (NEW."starts"))', func='INSERT INTO "core_groupmembershipevent" ("country_id", "ends", "ends_precision", "group", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts", "version") VALUES (NEW."country_id", NEW."ends", NEW."ends_precision", NEW."group", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."starts", NEW."version"); RETURN NULL;', hash='8dd6883bb10c21511fc678e14d5612e1387bc02c', operation='UPDATE', pgid='pgtrigger_update_update_c8e0f', table='core_groupmembership', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='groupmembership',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_groupmembershipevent" ("country_id", "ends", "ends_precision", "group", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts", "version") VALUES (OLD."country_id", OLD."ends", OLD."ends_precision", OLD."group", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."starts", OLD."version"); RETURN NULL;', hash='ae280cee417a3c5c5af8ff8ca2ad48907a26272e', operation='DELETE', pgid='pgtrigger_delete_delete_badf5', table='core_groupmembership', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='modality',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_modalityevent" ("code", "id", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."code", NEW."id", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='2cb43eb1ad890e0b3f8c4c5ecb1fd39bbb9e94d5', operation='INSERT', pgid='pgtrigger_insert_insert_057e6', table='core_modality', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='modality',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name_ar" IS DISTINCT FROM (NEW."name_ar") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."name_es" IS DISTINCT FROM (NEW."name_es") OR OLD."name_fr" IS DISTINCT FROM (NEW."name_fr") OR OLD."name_ru" IS DISTINCT FROM (NEW."name_ru") OR OLD."name_zh_hans" IS DISTINCT FROM (NEW."name_zh_hans"))', func='INSERT INTO "core_modalityevent" ("code", "id", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."code", NEW."id", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='782c3ea5f202681dcb35a270b3997a384f47196a', operation='UPDATE', pgid='pgtrigger_update_update_046da', table='core_modality', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='modality',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_modalityevent" ("code", "id", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."code", OLD."id", OLD."name_ar", OLD."name_en", OLD."name_es", OLD."name_fr", OLD."name_ru", OLD."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."version"); RETURN NULL;', hash='fd869c19aa5f6566c758ff6028f391336c9e0f29', operation='DELETE', pgid='pgtrigger_delete_delete_06190', table='core_modality', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='process',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_processevent" ("code", "id", "kind", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "year") VALUES (NEW."code", NEW."id", NEW."kind", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."version", NEW."year"); RETURN NULL;', hash='3940366f36bd251cb86e04521c660a7971803a35', operation='INSERT', pgid='pgtrigger_insert_insert_0582b', table='core_process', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='process',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name_ar" IS DISTINCT FROM (NEW."name_ar") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."name_es" IS DISTINCT FROM (NEW."name_es") OR OLD."name_fr" IS DISTINCT FROM (NEW."name_fr") OR OLD."name_ru" IS DISTINCT FROM (NEW."name_ru") OR OLD."name_zh_hans" IS DISTINCT FROM (NEW."name_zh_hans") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='INSERT INTO "core_processevent" ("code", "id", "kind", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "year") VALUES (NEW."code", NEW."id", NEW."kind", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."version", NEW."year"); RETURN NULL;', hash='60cdcd99a08be6f9ee7e43323857859de3b9af3f', operation='UPDATE', pgid='pgtrigger_update_update_8b5d9', table='core_process', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='process',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_processevent" ("code", "id", "kind", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "year") VALUES (OLD."code", OLD."id", OLD."kind", OLD."name_ar", OLD."name_en", OLD."name_es", OLD."name_fr", OLD."name_ru", OLD."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."version", OLD."year"); RETURN NULL;', hash='645e171e67d0a40dd8b206efd06e20ed39e95f1a', operation='DELETE', pgid='pgtrigger_delete_delete_95333', table='core_process', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='region',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_regionevent" ("code", "id", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."code", NEW."id", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='65ffe606355178b6fb4673a31ef68b598863835b', operation='INSERT', pgid='pgtrigger_insert_insert_f7818', table='core_region', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='region',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name_ar" IS DISTINCT FROM (NEW."name_ar") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."name_es" IS DISTINCT FROM (NEW."name_es") OR OLD."name_fr" IS DISTINCT FROM (NEW."name_fr") OR OLD."name_ru" IS DISTINCT FROM (NEW."name_ru") OR OLD."name_zh_hans" IS DISTINCT FROM (NEW."name_zh_hans") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id"))', func='INSERT INTO "core_regionevent" ("code", "id", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."code", NEW."id", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='590da28d2221310257c7ca6479b7e9e6022a38be', operation='UPDATE', pgid='pgtrigger_update_update_bee16', table='core_region', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='region',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_regionevent" ("code", "id", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."code", OLD."id", OLD."name_ar", OLD."name_en", OLD."name_es", OLD."name_fr", OLD."name_ru", OLD."name_zh_hans", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."version"); RETURN NULL;', hash='38931e04bbcfefa15dd5d974278b915e39ae1c4c', operation='DELETE', pgid='pgtrigger_delete_delete_643bf', table='core_region', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='target',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_targetevent" ("code", "goal_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (NEW."code", NEW."goal_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."version"); RETURN NULL;', hash='aa970589af9087c987ed169e440c86ad818e72f4', operation='INSERT', pgid='pgtrigger_insert_insert_5c505', table='core_target', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='target',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."goal_id" IS DISTINCT FROM (NEW."goal_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."position" IS DISTINCT FROM (NEW."position"))', func='INSERT INTO "core_targetevent" ("code", "goal_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (NEW."code", NEW."goal_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."version"); RETURN NULL;', hash='b83da25d98530173b38d89db4d16eb2d1cbdc86f', operation='UPDATE', pgid='pgtrigger_update_update_db42d', table='core_target', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='target',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_targetevent" ("code", "goal_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (OLD."code", OLD."goal_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."version"); RETURN NULL;', hash='e34ca71ffdfecc2b200afb67001f57e3034a32f3', operation='DELETE', pgid='pgtrigger_delete_delete_206dc', table='core_target', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_themeevent" ("code", "id", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."code", NEW."id", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='3e15979c6c923258d0c54ead81447e401eec6cd4', operation='INSERT', pgid='pgtrigger_insert_insert_beb54', table='core_theme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name_ar" IS DISTINCT FROM (NEW."name_ar") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."name_es" IS DISTINCT FROM (NEW."name_es") OR OLD."name_fr" IS DISTINCT FROM (NEW."name_fr") OR OLD."name_ru" IS DISTINCT FROM (NEW."name_ru") OR OLD."name_zh_hans" IS DISTINCT FROM (NEW."name_zh_hans"))', func='INSERT INTO "core_themeevent" ("code", "id", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."code", NEW."id", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='415cc835b59862feeba80f79f7c0a4a5e9b2e299', operation='UPDATE', pgid='pgtrigger_update_update_95369', table='core_theme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "core_themeevent" ("code", "id", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."code", OLD."id", OLD."name_ar", OLD."name_en", OLD."name_es", OLD."name_fr", OLD."name_ru", OLD."name_zh_hans", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."version"); RETURN NULL;', hash='3f16751124f5d032162d10c84f164d70bcbae664', operation='DELETE', pgid='pgtrigger_delete_delete_920b8', table='core_theme', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='countryevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='baa99dae7a0dd980abc66ad4f20154722f980142', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_099a2', table='core_countryevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='goalevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='40b6d5d7ef77ec19df4b6db48d8022b02e371ec2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b80f3', table='core_goalevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='groupmembershipevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9f6b1672cca61bb01b71352cdd3630efdc1895f5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_452b8', table='core_groupmembershipevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='modalityevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='63d416736b8fac7cdbe590ba1a226c7b8f032b96', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cc499', table='core_modalityevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='processevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5960dc647e787fcd8e7d55435d9f7c5ab39e83a1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_58dcd', table='core_processevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='regionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6cb175d5fba5757c65044276eb1b1b9b676f54ab', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d6ac3', table='core_regionevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='targetevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cc4838928483a356579b67981142d821df72e13a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e5626', table='core_targetevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='themeevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='26062a207df9e3237bcc0b938cf194b57c7b40c0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0e55a', table='core_themeevent', when='BEFORE')),
            )],
        ),
    ]
