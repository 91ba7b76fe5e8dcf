import core.history.operations
import core.history.triggers
import core.languages
import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('entities', '0002_version_goes_up'),
    ]

    operations = [
        core.history.operations.Together(
            operations=[migrations.CreateModel(
                name='UserUserPermissions',
                fields=[
                ],
                options={
                    'ordering': ['pk'],
                    'proxy': True,
                    'default_permissions': (),
                    'indexes': [],
                    'constraints': [],
                },
                bases=('entities.user_user_permissions',),
            ), migrations.CreateModel(
                name='UserGroups',
                fields=[
                ],
                options={
                    'ordering': ['pk'],
                    'proxy': True,
                    'default_permissions': (),
                    'indexes': [],
                    'constraints': [],
                },
                bases=('entities.user_groups',),
            ), migrations.CreateModel(
                name='AppointmentEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('role', models.CharField(choices=[('focal_point', 'Focal point'), ('alternate', 'Alternate'), ('contributor', 'Contributor')], max_length=12, verbose_name='role')),
                    ('starts', models.DateField(default=django.utils.timezone.localdate, verbose_name='from')),
                    ('ends', models.DateField(blank=True, null=True, verbose_name='last day')),
                    ('entity', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='entities.entity', verbose_name='entity')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='entities.appointment')),
                    ('user', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='entities_ap_pgh_obj_7b2fde_idx'), models.Index(fields=['entity'], name='entities_ap_entity__8d296a_idx')],
                },
            ), migrations.CreateModel(
                name='EntityEvent',
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
                    ('code', models.CharField(max_length=20, verbose_name='code')),
                    ('slug', models.SlugField(db_index=False, verbose_name='address')),
                    ('acronym_ar', models.CharField(max_length=40, null=True, verbose_name='acronym')),
                    ('acronym_zh_hans', models.CharField(max_length=40, null=True, verbose_name='acronym')),
                    ('acronym_en', models.CharField(max_length=40, null=True, verbose_name='acronym')),
                    ('acronym_fr', models.CharField(max_length=40, null=True, verbose_name='acronym')),
                    ('acronym_ru', models.CharField(max_length=40, null=True, verbose_name='acronym')),
                    ('acronym_es', models.CharField(max_length=40, null=True, verbose_name='acronym')),
                    ('name_ar', models.CharField(max_length=250, null=True, verbose_name='name')),
                    ('name_zh_hans', models.CharField(max_length=250, null=True, verbose_name='name')),
                    ('name_en', models.CharField(max_length=250, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=250, null=True, verbose_name='name')),
                    ('name_ru', models.CharField(max_length=250, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=250, null=True, verbose_name='name')),
                    ('kind', models.CharField(choices=[('secretariat_coordinator', 'Coordinator of the Mechanism'), ('un_secretariat', 'United Nations Secretariat'), ('regional_commission', 'Regional commission'), ('fund_programme', 'Fund or programme'), ('specialized_agency', 'Specialized agency'), ('research_training', 'Research or training body'), ('related_organization', 'Related organization'), ('joint_programme', 'Joint programme'), ('regional_office', 'Regional office'), ('other_body', 'Other United Nations body')], max_length=30, verbose_name='kind')),
                    ('unit_ar', models.CharField(blank=True, max_length=200, null=True, verbose_name='unit for South-South cooperation')),
                    ('unit_zh_hans', models.CharField(blank=True, max_length=200, null=True, verbose_name='unit for South-South cooperation')),
                    ('unit_en', models.CharField(blank=True, max_length=200, null=True, verbose_name='unit for South-South cooperation')),
                    ('unit_fr', models.CharField(blank=True, max_length=200, null=True, verbose_name='unit for South-South cooperation')),
                    ('unit_ru', models.CharField(blank=True, max_length=200, null=True, verbose_name='unit for South-South cooperation')),
                    ('unit_es', models.CharField(blank=True, max_length=200, null=True, verbose_name='unit for South-South cooperation')),
                    ('website', models.URLField(blank=True, verbose_name='web site')),
                    ('mailbox', models.EmailField(blank=True, max_length=254, verbose_name='functional mailbox')),
                    ('iati_identifier', models.CharField(blank=True, max_length=40, verbose_name='IATI identifier')),
                    ('member_from', models.DateField(blank=True, null=True, verbose_name='member from')),
                    ('member_to', models.DateField(blank=True, null=True, verbose_name='member until')),
                    ('is_trusted', models.BooleanField(default=False, help_text='Focal points publish initiatives without review by the secretariat.', verbose_name='trusted')),
                    ('evidence', models.CharField(blank=True, help_text='Sources that tie the entity to inter-agency work.', max_length=60, verbose_name='evidence')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='entities.entity')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='entities_en_pgh_obj_7db0c2_idx')],
                },
            ), migrations.CreateModel(
                name='UserEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                    ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                    ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='entities_us_pgh_obj_c4f377_idx')],
                },
            ), migrations.CreateModel(
                name='UserGroupsEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('group', models.ForeignKey(db_constraint=False, db_index=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='auth.group')),
                    ('user', models.ForeignKey(db_constraint=False, db_index=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='entities.usergroups')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='entities_us_pgh_obj_6a712c_idx'), models.Index(fields=['user'], name='entities_us_user_id_3a59c6_idx')],
                },
            ), migrations.CreateModel(
                name='UserUserPermissionsEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('permission', models.ForeignKey(db_constraint=False, db_index=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='auth.permission')),
                    ('user', models.ForeignKey(db_constraint=False, db_index=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='entities.useruserpermissions')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                    'indexes': [models.Index(fields=['pgh_obj', 'pgh_created_at'], name='entities_us_pgh_obj_a29970_idx'), models.Index(fields=['user'], name='entities_us_user_id_99a457_idx')],
                },
            ), pgtrigger.migrations.AddTrigger(
                model_name='appointment',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "entities_appointmentevent" ("ends", "entity_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts", "user_id", "version") VALUES (NEW."ends", NEW."entity_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."role", NEW."starts", NEW."user_id", NEW."version"); RETURN NULL;', hash='18f4bbad2e3781a5078bf44c9e6cdb165cf988e1', operation='INSERT', pgid='pgtrigger_insert_insert_ae677', table='entities_appointment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='appointment',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."ends" IS DISTINCT FROM (NEW."ends") OR OLD."entity_id" IS DISTINCT FROM (NEW."entity_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."starts" IS DISTINCT FROM (NEW."starts") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))', func='INSERT INTO "entities_appointmentevent" ("ends", "entity_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts", "user_id", "version") VALUES (NEW."ends", NEW."entity_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."role", NEW."starts", NEW."user_id", NEW."version"); RETURN NULL;', hash='d414b7497358bd43dfa1ad117057f500ddb745c9', operation='UPDATE', pgid='pgtrigger_update_update_31286', table='entities_appointment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='appointment',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "entities_appointmentevent" ("ends", "entity_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts", "user_id", "version") VALUES (OLD."ends", OLD."entity_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."role", OLD."starts", OLD."user_id", OLD."version"); RETURN NULL;', hash='ad339f9971e8c28bfa6bd653d0e59d2c0b9306be', operation='DELETE', pgid='pgtrigger_delete_delete_420c4', table='entities_appointment', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='entity',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "entities_entityevent" ("acronym_ar", "acronym_en", "acronym_es", "acronym_fr", "acronym_ru", "acronym_zh_hans", "code", "created_at", "evidence", "iati_identifier", "id", "is_trusted", "kind", "mailbox", "member_from", "member_to", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "unit_ar", "unit_en", "unit_es", "unit_fr", "unit_ru", "unit_zh_hans", "updated_at", "version", "website", "working_translations") VALUES (NEW."acronym_ar", NEW."acronym_en", NEW."acronym_es", NEW."acronym_fr", NEW."acronym_ru", NEW."acronym_zh_hans", NEW."code", NEW."created_at", NEW."evidence", NEW."iati_identifier", NEW."id", NEW."is_trusted", NEW."kind", NEW."mailbox", NEW."member_from", NEW."member_to", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."slug", NEW."unit_ar", NEW."unit_en", NEW."unit_es", NEW."unit_fr", NEW."unit_ru", NEW."unit_zh_hans", NEW."updated_at", NEW."version", NEW."website", NEW."working_translations"); RETURN NULL;', hash='858dea0195399eafaeb875e9e362372b05a558f5', operation='INSERT', pgid='pgtrigger_insert_insert_10f03', table='entities_entity', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='entity',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."acronym_ar" IS DISTINCT FROM (NEW."acronym_ar") OR OLD."acronym_en" IS DISTINCT FROM (NEW."acronym_en") OR OLD."acronym_es" IS DISTINCT FROM (NEW."acronym_es") OR OLD."acronym_fr" IS DISTINCT FROM (NEW."acronym_fr") OR OLD."acronym_ru" IS DISTINCT FROM (NEW."acronym_ru") OR OLD."acronym_zh_hans" IS DISTINCT FROM (NEW."acronym_zh_hans") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."evidence" IS DISTINCT FROM (NEW."evidence") OR OLD."iati_identifier" IS DISTINCT FROM (NEW."iati_identifier") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_trusted" IS DISTINCT FROM (NEW."is_trusted") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."mailbox" IS DISTINCT FROM (NEW."mailbox") OR OLD."member_from" IS DISTINCT FROM (NEW."member_from") OR OLD."member_to" IS DISTINCT FROM (NEW."member_to") OR OLD."name_ar" IS DISTINCT FROM (NEW."name_ar") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."name_es" IS DISTINCT FROM (NEW."name_es") OR OLD."name_fr" IS DISTINCT FROM (NEW."name_fr") OR OLD."name_ru" IS DISTINCT FROM (NEW."name_ru") OR OLD."name_zh_hans" IS DISTINCT FROM (NEW."name_zh_hans") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."unit_ar" IS DISTINCT FROM (NEW."unit_ar") OR OLD."unit_en" IS DISTINCT FROM (NEW."unit_en") OR OLD."unit_es" IS DISTINCT FROM (NEW."unit_es") OR OLD."unit_fr" IS DISTINCT FROM (NEW."unit_fr") OR OLD."unit_ru" IS DISTINCT FROM (NEW."unit_ru") OR OLD."unit_zh_hans" IS DISTINCT FROM (NEW."unit_zh_hans") OR OLD."website" IS DISTINCT FROM (NEW."website") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations"))', func='INSERT INTO "entities_entityevent" ("acronym_ar", "acronym_en", "acronym_es", "acronym_fr", "acronym_ru", "acronym_zh_hans", "code", "created_at", "evidence", "iati_identifier", "id", "is_trusted", "kind", "mailbox", "member_from", "member_to", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "unit_ar", "unit_en", "unit_es", "unit_fr", "unit_ru", "unit_zh_hans", "updated_at", "version", "website", "working_translations") VALUES (NEW."acronym_ar", NEW."acronym_en", NEW."acronym_es", NEW."acronym_fr", NEW."acronym_ru", NEW."acronym_zh_hans", NEW."code", NEW."created_at", NEW."evidence", NEW."iati_identifier", NEW."id", NEW."is_trusted", NEW."kind", NEW."mailbox", NEW."member_from", NEW."member_to", NEW."name_ar", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."name_ru", NEW."name_zh_hans", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."slug", NEW."unit_ar", NEW."unit_en", NEW."unit_es", NEW."unit_fr", NEW."unit_ru", NEW."unit_zh_hans", NEW."updated_at", NEW."version", NEW."website", NEW."working_translations"); RETURN NULL;', hash='360b06d9d63891f20296414f7204ddd8dfdea16a', operation='UPDATE', pgid='pgtrigger_update_update_1c1de', table='entities_entity', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='entity',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "entities_entityevent" ("acronym_ar", "acronym_en", "acronym_es", "acronym_fr", "acronym_ru", "acronym_zh_hans", "code", "created_at", "evidence", "iati_identifier", "id", "is_trusted", "kind", "mailbox", "member_from", "member_to", "name_ar", "name_en", "name_es", "name_fr", "name_ru", "name_zh_hans", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "unit_ar", "unit_en", "unit_es", "unit_fr", "unit_ru", "unit_zh_hans", "updated_at", "version", "website", "working_translations") VALUES (OLD."acronym_ar", OLD."acronym_en", OLD."acronym_es", OLD."acronym_fr", OLD."acronym_ru", OLD."acronym_zh_hans", OLD."code", OLD."created_at", OLD."evidence", OLD."iati_identifier", OLD."id", OLD."is_trusted", OLD."kind", OLD."mailbox", OLD."member_from", OLD."member_to", OLD."name_ar", OLD."name_en", OLD."name_es", OLD."name_fr", OLD."name_ru", OLD."name_zh_hans", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."slug", OLD."unit_ar", OLD."unit_en", OLD."unit_es", OLD."unit_fr", OLD."unit_ru", OLD."unit_zh_hans", OLD."updated_at", OLD."version", OLD."website", OLD."working_translations"); RETURN NULL;', hash='f14b2b1a4539bdeb576b9921437ae4587f89caca', operation='DELETE', pgid='pgtrigger_delete_delete_ab189', table='entities_entity', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='user',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "entities_userevent" ("id", "is_active", "is_staff", "is_superuser", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;', hash='16d0c7fac772ef1d1e16c9595c14fa5f9a49357d', operation='INSERT', pgid='pgtrigger_insert_insert_8871e', table='entities_user', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='user',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser"))', func='INSERT INTO "entities_userevent" ("id", "is_active", "is_staff", "is_superuser", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;', hash='dfa60a9efa95f02a48fbacffea9f37ff4aa789bf', operation='UPDATE', pgid='pgtrigger_update_update_489e3', table='entities_user', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='user',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "entities_userevent" ("id", "is_active", "is_staff", "is_superuser", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."is_active", OLD."is_staff", OLD."is_superuser", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;', hash='74336d80c6ad0c6204f72d95b6ec9385739e0a69', operation='DELETE', pgid='pgtrigger_delete_delete_3f69a', table='entities_user', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='useruserpermissions',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "entities_useruserpermissionsevent" ("id", "permission_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."permission_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;', hash='5d8bc4c7d54c7df1a3c6279d6639bf9367e2ebf9', operation='INSERT', pgid='pgtrigger_insert_insert_e8e13', table='entities_user_user_permissions', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='useruserpermissions',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "entities_useruserpermissionsevent" ("id", "permission_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."permission_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;', hash='822bcfd19996aa0cf7976012b04913c874c80ef7', operation='UPDATE', pgid='pgtrigger_update_update_87869', table='entities_user_user_permissions', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='useruserpermissions',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "entities_useruserpermissionsevent" ("id", "permission_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."id", OLD."permission_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;', hash='a62f672d6eecd89800707b2c42312bff2b1f802a', operation='DELETE', pgid='pgtrigger_delete_delete_8d937', table='entities_user_user_permissions', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='usergroups',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "entities_usergroupsevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."group_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;', hash='eb900b13cf170f3eac6819063d155e4b862088a4', operation='INSERT', pgid='pgtrigger_insert_insert_e5f15', table='entities_user_groups', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='usergroups',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "entities_usergroupsevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."group_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;', hash='fc531a93b61fdf4477acf335c5ab7630eb684892', operation='UPDATE', pgid='pgtrigger_update_update_fac11', table='entities_user_groups', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='usergroups',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "entities_usergroupsevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."group_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;', hash='8fb3bbc8879b0e56daf0e4dc41ab58206457ef9d', operation='DELETE', pgid='pgtrigger_delete_delete_1626d', table='entities_user_groups', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='appointmentevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='22a63e5e3b5aca9e008d62eb40f03dc639a49b86', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3edae', table='entities_appointmentevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='entityevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='66d28446c894477cae8f6e9a4c5d934930c66298', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a6a68', table='entities_entityevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='userevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bfba1f1a990ae859988d584aa43a119b2867c4fd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c3d8e', table='entities_userevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='useruserpermissionsevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1fc10f6b3fe8f8e2bab8bfe4bd03d90c585a47ba', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c7be5', table='entities_useruserpermissionsevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='usergroupsevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0d37926e2a213549b0226bb0a6ac44aeb1054ada', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d33e3', table='entities_usergroupsevent', when='BEFORE')),
            )],
        ),
    ]
