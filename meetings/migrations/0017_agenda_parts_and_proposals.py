import core.history.operations
import core.history.triggers
import core.languages
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('entities', '0006_version_of_people'),
        ('meetings', '0016_citable_papers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.history.operations.Together(operations=[
            migrations.CreateModel(
                name='AgendaProposal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('original_language', models.CharField(choices=core.languages.choices, default='en', max_length=10, verbose_name='original language')),
                    ('working_translations', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=core.languages.choices, max_length=10), blank=True, default=list, help_text='Languages whose text is a working translation that language staff have not reviewed.', size=None, verbose_name='working translations')),
                    ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                    ('updated_at', models.DateTimeField(auto_now=True, verbose_name='updated')),
                    ('title', models.CharField(blank=True, default='', max_length=300, verbose_name='title')),
                    ('title_ar', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_zh_hans', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_en', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_ru', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_es', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('reason', models.TextField(blank=True, default='', verbose_name='why it should be discussed')),
                    ('reason_ar', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('reason_zh_hans', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('reason_en', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('reason_fr', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('reason_ru', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('reason_es', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('kind', models.CharField(choices=[('opening', 'Opening'), ('follow_up', 'Follow-up to decisions and action points'), ('entity_updates', 'Updates by entities'), ('secretariat_update', 'Update by the secretariat'), ('sg_report', 'Report of the Secretary-General'), ('peer_support', 'Peer Support Groups'), ('e_modules', 'E-modules and webinars'), ('strategy', 'System-wide strategy: progress and challenges'), ('survey', 'Survey on institutionalization'), ('new_strategy', 'New strategy or action plan'), ('joint_events', 'Joint events'), ('knowledge', 'Knowledge products'), ('measurement', 'Measurement and data'), ('other', 'Other matters and next steps')], default='other', max_length=20, verbose_name='kind')),
                    ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(600)], verbose_name='minutes')),
                    ('state', models.CharField(choices=[('proposed', 'Proposed'), ('later', 'For a later meeting'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('lapsed', 'Not taken up'), ('withdrawn', 'Withdrawn')], db_index=True, default='proposed', editable=False, max_length=24, verbose_name='state')),
                    ('declined_because', models.TextField(blank=True, editable=False, verbose_name='reason for declining')),
                ],
                options={
                    'verbose_name': 'proposal for the agenda',
                    'verbose_name_plural': 'proposals for the agenda',
                    'ordering': ['-created_at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='AgendaProposalEvent',
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
                    ('title_ar', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_zh_hans', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_en', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_ru', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_es', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('reason_ar', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('reason_zh_hans', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('reason_en', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('reason_fr', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('reason_ru', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('reason_es', models.TextField(blank=True, default='', null=True, verbose_name='why it should be discussed')),
                    ('kind', models.CharField(choices=[('opening', 'Opening'), ('follow_up', 'Follow-up to decisions and action points'), ('entity_updates', 'Updates by entities'), ('secretariat_update', 'Update by the secretariat'), ('sg_report', 'Report of the Secretary-General'), ('peer_support', 'Peer Support Groups'), ('e_modules', 'E-modules and webinars'), ('strategy', 'System-wide strategy: progress and challenges'), ('survey', 'Survey on institutionalization'), ('new_strategy', 'New strategy or action plan'), ('joint_events', 'Joint events'), ('knowledge', 'Knowledge products'), ('measurement', 'Measurement and data'), ('other', 'Other matters and next steps')], default='other', max_length=20, verbose_name='kind')),
                    ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(600)], verbose_name='minutes')),
                    ('state', models.CharField(choices=[('proposed', 'Proposed'), ('later', 'For a later meeting'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('lapsed', 'Not taken up'), ('withdrawn', 'Withdrawn')], default='proposed', editable=False, max_length=24, verbose_name='state')),
                    ('declined_because', models.TextField(blank=True, editable=False, verbose_name='reason for declining')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                },
            ),
            migrations.CreateModel(
                name='AgendaSection',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('original_language', models.CharField(choices=core.languages.choices, default='en', max_length=10, verbose_name='original language')),
                    ('working_translations', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=core.languages.choices, max_length=10), blank=True, default=list, help_text='Languages whose text is a working translation that language staff have not reviewed.', size=None, verbose_name='working translations')),
                    ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                    ('updated_at', models.DateTimeField(auto_now=True, verbose_name='updated')),
                    ('title', models.CharField(blank=True, default='', max_length=300, verbose_name='title')),
                    ('title_ar', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_zh_hans', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_en', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_ru', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_es', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('first_number', models.PositiveSmallIntegerField(default=1, editable=False, verbose_name='number of its first item')),
                    ('position', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='position')),
                ],
                options={
                    'verbose_name': 'section of the agenda',
                    'verbose_name_plural': 'sections of the agenda',
                    'ordering': ['meeting', 'first_number', 'position', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='AgendaSectionEvent',
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
                    ('title_ar', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_zh_hans', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_en', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_ru', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('title_es', models.CharField(blank=True, default='', max_length=300, null=True, verbose_name='title')),
                    ('first_number', models.PositiveSmallIntegerField(default=1, editable=False, verbose_name='number of its first item')),
                    ('position', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='position')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                },
            ),
            migrations.CreateModel(
                name='CirculatedAgenda',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('revision', models.PositiveSmallIntegerField(verbose_name='revision')),
                    ('kept', models.JSONField(default=list, verbose_name='items')),
                    ('circulated_at', models.DateTimeField(auto_now_add=True, verbose_name='circulated')),
                ],
                options={
                    'verbose_name': 'circulated agenda',
                    'verbose_name_plural': 'circulated agendas',
                    'ordering': ['meeting', 'revision'],
                    'get_latest_by': 'revision',
                },
            ),
            migrations.CreateModel(
                name='Presenter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('person_name', models.CharField(blank=True, max_length=150, verbose_name='name')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ],
                options={
                    'verbose_name': 'presenter',
                    'verbose_name_plural': 'presenters',
                    'ordering': ['item', 'position', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='PresenterEvent',
                fields=[
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                    ('person_name', models.CharField(blank=True, max_length=150, verbose_name='name')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ],
                options={
                    'ordering': ['pgh_id'],
                    'abstract': False,
                    'default_permissions': (),
                },
            ),
            pgtrigger.migrations.RemoveTrigger(
                model_name='meeting',
                name='insert_insert',
            ),
            pgtrigger.migrations.RemoveTrigger(
                model_name='meeting',
                name='update_update',
            ),
            pgtrigger.migrations.RemoveTrigger(
                model_name='meeting',
                name='delete_delete',
            ),
            pgtrigger.migrations.RemoveTrigger(
                model_name='progressnote',
                name='insert_insert',
            ),
            pgtrigger.migrations.RemoveTrigger(
                model_name='progressnote',
                name='update_update',
            ),
            pgtrigger.migrations.RemoveTrigger(
                model_name='progressnote',
                name='delete_delete',
            ),
            migrations.AddField(
                model_name='meeting',
                name='proposals_until',
                field=models.DateField(blank=True, help_text='Entities can propose items until the end of this day in the city of the meeting. Without a date: until the meeting opens.', null=True, verbose_name='proposals until'),
            ),
            migrations.AddField(
                model_name='meetingevent',
                name='proposals_until',
                field=models.DateField(blank=True, help_text='Entities can propose items until the end of this day in the city of the meeting. Without a date: until the meeting opens.', null=True, verbose_name='proposals until'),
            ),
            migrations.AddField(
                model_name='progressnote',
                name='meeting',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='follow_up_notes', to='meetings.meeting', verbose_name='answered for the meeting'),
            ),
            migrations.AddField(
                model_name='progressnoteevent',
                name='meeting',
                field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.meeting', verbose_name='answered for the meeting'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='meeting',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_meetingevent" ("adopted_on", "cancelled_because", "created_at", "date", "end_time", "format", "id", "interpretation", "is_demo", "is_public", "joining_link", "kind", "note_ar", "note_en", "note_es", "note_fr", "note_ru", "note_zh_hans", "occurrence", "organizer_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_ar", "place_en", "place_es", "place_fr", "place_ru", "place_zh_hans", "proposals_until", "purpose_ar", "purpose_en", "purpose_es", "purpose_fr", "purpose_ru", "purpose_zh_hans", "series_id", "slug", "source_title", "source_url", "start_time", "state", "symbol", "time_zone", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."adopted_on", NEW."cancelled_because", NEW."created_at", NEW."date", NEW."end_time", NEW."format", NEW."id", NEW."interpretation", NEW."is_demo", NEW."is_public", NEW."joining_link", NEW."kind", NEW."note_ar", NEW."note_en", NEW."note_es", NEW."note_fr", NEW."note_ru", NEW."note_zh_hans", NEW."occurrence", NEW."organizer_id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."place_ar", NEW."place_en", NEW."place_es", NEW."place_fr", NEW."place_ru", NEW."place_zh_hans", NEW."proposals_until", NEW."purpose_ar", NEW."purpose_en", NEW."purpose_es", NEW."purpose_fr", NEW."purpose_ru", NEW."purpose_zh_hans", NEW."series_id", NEW."slug", NEW."source_title", NEW."source_url", NEW."start_time", NEW."state", NEW."symbol", NEW."time_zone", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;', hash='d94d202a2d951a5b6ea4ca9b633eab606b490700', operation='INSERT', pgid='pgtrigger_insert_insert_61d9e', table='meetings_meeting', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='meeting',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."adopted_on" IS DISTINCT FROM (NEW."adopted_on") OR OLD."cancelled_because" IS DISTINCT FROM (NEW."cancelled_because") OR OLD."date" IS DISTINCT FROM (NEW."date") OR OLD."end_time" IS DISTINCT FROM (NEW."end_time") OR OLD."format" IS DISTINCT FROM (NEW."format") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpretation" IS DISTINCT FROM (NEW."interpretation") OR OLD."is_demo" IS DISTINCT FROM (NEW."is_demo") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."joining_link" IS DISTINCT FROM (NEW."joining_link") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."note_ar" IS DISTINCT FROM (NEW."note_ar") OR OLD."note_en" IS DISTINCT FROM (NEW."note_en") OR OLD."note_es" IS DISTINCT FROM (NEW."note_es") OR OLD."note_fr" IS DISTINCT FROM (NEW."note_fr") OR OLD."note_ru" IS DISTINCT FROM (NEW."note_ru") OR OLD."note_zh_hans" IS DISTINCT FROM (NEW."note_zh_hans") OR OLD."occurrence" IS DISTINCT FROM (NEW."occurrence") OR OLD."organizer_id" IS DISTINCT FROM (NEW."organizer_id") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."place_ar" IS DISTINCT FROM (NEW."place_ar") OR OLD."place_en" IS DISTINCT FROM (NEW."place_en") OR OLD."place_es" IS DISTINCT FROM (NEW."place_es") OR OLD."place_fr" IS DISTINCT FROM (NEW."place_fr") OR OLD."place_ru" IS DISTINCT FROM (NEW."place_ru") OR OLD."place_zh_hans" IS DISTINCT FROM (NEW."place_zh_hans") OR OLD."proposals_until" IS DISTINCT FROM (NEW."proposals_until") OR OLD."purpose_ar" IS DISTINCT FROM (NEW."purpose_ar") OR OLD."purpose_en" IS DISTINCT FROM (NEW."purpose_en") OR OLD."purpose_es" IS DISTINCT FROM (NEW."purpose_es") OR OLD."purpose_fr" IS DISTINCT FROM (NEW."purpose_fr") OR OLD."purpose_ru" IS DISTINCT FROM (NEW."purpose_ru") OR OLD."purpose_zh_hans" IS DISTINCT FROM (NEW."purpose_zh_hans") OR OLD."series_id" IS DISTINCT FROM (NEW."series_id") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."source_title" IS DISTINCT FROM (NEW."source_title") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."start_time" IS DISTINCT FROM (NEW."start_time") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."symbol" IS DISTINCT FROM (NEW."symbol") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_es" IS DISTINCT FROM (NEW."title_es") OR OLD."title_fr" IS DISTINCT FROM (NEW."title_fr") OR OLD."title_ru" IS DISTINCT FROM (NEW."title_ru") OR OLD."title_zh_hans" IS DISTINCT FROM (NEW."title_zh_hans") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations"))', func='INSERT INTO "meetings_meetingevent" ("adopted_on", "cancelled_because", "created_at", "date", "end_time", "format", "id", "interpretation", "is_demo", "is_public", "joining_link", "kind", "note_ar", "note_en", "note_es", "note_fr", "note_ru", "note_zh_hans", "occurrence", "organizer_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_ar", "place_en", "place_es", "place_fr", "place_ru", "place_zh_hans", "proposals_until", "purpose_ar", "purpose_en", "purpose_es", "purpose_fr", "purpose_ru", "purpose_zh_hans", "series_id", "slug", "source_title", "source_url", "start_time", "state", "symbol", "time_zone", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."adopted_on", NEW."cancelled_because", NEW."created_at", NEW."date", NEW."end_time", NEW."format", NEW."id", NEW."interpretation", NEW."is_demo", NEW."is_public", NEW."joining_link", NEW."kind", NEW."note_ar", NEW."note_en", NEW."note_es", NEW."note_fr", NEW."note_ru", NEW."note_zh_hans", NEW."occurrence", NEW."organizer_id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."place_ar", NEW."place_en", NEW."place_es", NEW."place_fr", NEW."place_ru", NEW."place_zh_hans", NEW."proposals_until", NEW."purpose_ar", NEW."purpose_en", NEW."purpose_es", NEW."purpose_fr", NEW."purpose_ru", NEW."purpose_zh_hans", NEW."series_id", NEW."slug", NEW."source_title", NEW."source_url", NEW."start_time", NEW."state", NEW."symbol", NEW."time_zone", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;', hash='b2baa9b233e2f90e58b625e601fe1afa33d93a97', operation='UPDATE', pgid='pgtrigger_update_update_495b8', table='meetings_meeting', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='meeting',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_meetingevent" ("adopted_on", "cancelled_because", "created_at", "date", "end_time", "format", "id", "interpretation", "is_demo", "is_public", "joining_link", "kind", "note_ar", "note_en", "note_es", "note_fr", "note_ru", "note_zh_hans", "occurrence", "organizer_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_ar", "place_en", "place_es", "place_fr", "place_ru", "place_zh_hans", "proposals_until", "purpose_ar", "purpose_en", "purpose_es", "purpose_fr", "purpose_ru", "purpose_zh_hans", "series_id", "slug", "source_title", "source_url", "start_time", "state", "symbol", "time_zone", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (OLD."adopted_on", OLD."cancelled_because", OLD."created_at", OLD."date", OLD."end_time", OLD."format", OLD."id", OLD."interpretation", OLD."is_demo", OLD."is_public", OLD."joining_link", OLD."kind", OLD."note_ar", OLD."note_en", OLD."note_es", OLD."note_fr", OLD."note_ru", OLD."note_zh_hans", OLD."occurrence", OLD."organizer_id", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."place_ar", OLD."place_en", OLD."place_es", OLD."place_fr", OLD."place_ru", OLD."place_zh_hans", OLD."proposals_until", OLD."purpose_ar", OLD."purpose_en", OLD."purpose_es", OLD."purpose_fr", OLD."purpose_ru", OLD."purpose_zh_hans", OLD."series_id", OLD."slug", OLD."source_title", OLD."source_url", OLD."start_time", OLD."state", OLD."symbol", OLD."time_zone", OLD."title_ar", OLD."title_en", OLD."title_es", OLD."title_fr", OLD."title_ru", OLD."title_zh_hans", OLD."updated_at", OLD."version", OLD."working_translations"); RETURN NULL;', hash='02153dafb57092c83fee2eb8d29ba4fedefa961b', operation='DELETE', pgid='pgtrigger_delete_delete_4bf26', table='meetings_meeting', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='progressnote',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_progressnoteevent" ("action_point_id", "author_id", "channel", "created_at", "entity_id", "id", "meeting_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "url", "version", "working_translations", "written_on") VALUES (NEW."action_point_id", NEW."author_id", NEW."channel", NEW."created_at", NEW."entity_id", NEW."id", NEW."meeting_id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."text_ar", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."text_ru", NEW."text_zh_hans", NEW."updated_at", NEW."url", NEW."version", NEW."working_translations", NEW."written_on"); RETURN NULL;', hash='5b13309ffc429b959cc75fbb2c1d82b7d24f7e05', operation='INSERT', pgid='pgtrigger_insert_insert_e7066', table='meetings_progressnote', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='progressnote',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."action_point_id" IS DISTINCT FROM (NEW."action_point_id") OR OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."entity_id" IS DISTINCT FROM (NEW."entity_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."text_ar" IS DISTINCT FROM (NEW."text_ar") OR OLD."text_en" IS DISTINCT FROM (NEW."text_en") OR OLD."text_es" IS DISTINCT FROM (NEW."text_es") OR OLD."text_fr" IS DISTINCT FROM (NEW."text_fr") OR OLD."text_ru" IS DISTINCT FROM (NEW."text_ru") OR OLD."text_zh_hans" IS DISTINCT FROM (NEW."text_zh_hans") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations") OR OLD."written_on" IS DISTINCT FROM (NEW."written_on"))', func='INSERT INTO "meetings_progressnoteevent" ("action_point_id", "author_id", "channel", "created_at", "entity_id", "id", "meeting_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "url", "version", "working_translations", "written_on") VALUES (NEW."action_point_id", NEW."author_id", NEW."channel", NEW."created_at", NEW."entity_id", NEW."id", NEW."meeting_id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."text_ar", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."text_ru", NEW."text_zh_hans", NEW."updated_at", NEW."url", NEW."version", NEW."working_translations", NEW."written_on"); RETURN NULL;', hash='dc388b35f5dd36bd0548fc7ec1074290534e528c', operation='UPDATE', pgid='pgtrigger_update_update_622f1', table='meetings_progressnote', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='progressnote',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_progressnoteevent" ("action_point_id", "author_id", "channel", "created_at", "entity_id", "id", "meeting_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_ar", "text_en", "text_es", "text_fr", "text_ru", "text_zh_hans", "updated_at", "url", "version", "working_translations", "written_on") VALUES (OLD."action_point_id", OLD."author_id", OLD."channel", OLD."created_at", OLD."entity_id", OLD."id", OLD."meeting_id", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."text_ar", OLD."text_en", OLD."text_es", OLD."text_fr", OLD."text_ru", OLD."text_zh_hans", OLD."updated_at", OLD."url", OLD."version", OLD."working_translations", OLD."written_on"); RETURN NULL;', hash='a3137717068e241cbe5ac2460a0cd5c341273aa9', operation='DELETE', pgid='pgtrigger_delete_delete_bb8ea', table='meetings_progressnote', when='AFTER')),
            ),
        ]),
        core.history.operations.Together(operations=[
            migrations.AddField(
                model_name='agendaproposal',
                name='entity',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agenda_proposals', to='entities.entity', verbose_name='entity'),
            ),
            migrations.AddField(
                model_name='agendaproposal',
                name='item',
                field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposal', to='meetings.agendaitem', verbose_name='agenda item'),
            ),
            migrations.AddField(
                model_name='agendaproposal',
                name='meeting',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agenda_proposals', to='meetings.meeting', verbose_name='meeting'),
            ),
            migrations.AddField(
                model_name='agendaproposal',
                name='proposed_by',
                field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by'),
            ),
            migrations.AddField(
                model_name='agendaproposal',
                name='series',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agenda_proposals', to='meetings.series', verbose_name='series'),
            ),
            migrations.AddField(
                model_name='agendaproposalevent',
                name='entity',
                field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='entities.entity', verbose_name='entity'),
            ),
            migrations.AddField(
                model_name='agendaproposalevent',
                name='item',
                field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.agendaitem', verbose_name='agenda item'),
            ),
            migrations.AddField(
                model_name='agendaproposalevent',
                name='meeting',
                field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.meeting', verbose_name='meeting'),
            ),
            migrations.AddField(
                model_name='agendaproposalevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.agendaproposal'),
            ),
            migrations.AddField(
                model_name='agendaproposalevent',
                name='proposed_by',
                field=models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by'),
            ),
            migrations.AddField(
                model_name='agendaproposalevent',
                name='series',
                field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.series', verbose_name='series'),
            ),
            migrations.AddField(
                model_name='agendasection',
                name='meeting',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sections', to='meetings.meeting', verbose_name='meeting'),
            ),
            migrations.AddField(
                model_name='agendasectionevent',
                name='meeting',
                field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.meeting', verbose_name='meeting'),
            ),
            migrations.AddField(
                model_name='agendasectionevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.agendasection'),
            ),
            migrations.AddField(
                model_name='circulatedagenda',
                name='by',
                field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
            ),
            migrations.AddField(
                model_name='circulatedagenda',
                name='meeting',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='circulated_agendas', to='meetings.meeting', verbose_name='meeting'),
            ),
            migrations.AddField(
                model_name='presenter',
                name='entity',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='presented', to='entities.entity', verbose_name='entity'),
            ),
            migrations.AddField(
                model_name='presenter',
                name='item',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presenters', to='meetings.agendaitem', verbose_name='agenda item'),
            ),
            migrations.AddField(
                model_name='presenterevent',
                name='entity',
                field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='entities.entity', verbose_name='entity'),
            ),
            migrations.AddField(
                model_name='presenterevent',
                name='item',
                field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.agendaitem', verbose_name='agenda item'),
            ),
            migrations.AddField(
                model_name='presenterevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.presenter'),
            ),
            migrations.AddIndex(
                model_name='agendaproposal',
                index=models.Index(condition=models.Q(('state', 'later')), fields=['series', 'created_at'], name='agenda_proposal_backlog'),
            ),
            migrations.AddIndex(
                model_name='agendaproposal',
                index=models.Index(fields=['entity', 'state'], name='agenda_proposal_entity_state'),
            ),
            migrations.AddConstraint(
                model_name='agendaproposal',
                constraint=models.CheckConstraint(condition=models.Q(('meeting__isnull', False), ('series__isnull', False), _connector='OR'), name='agenda_proposal_for_something', violation_error_message='Say for which meeting or series it is proposed.'),
            ),
            migrations.AddConstraint(
                model_name='agendaproposal',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'later'), _negated=True), ('series__isnull', False), _connector='OR'), name='agenda_proposal_later_in_series', violation_error_message='Only a series has later meetings.'),
            ),
            migrations.AddConstraint(
                model_name='agendaproposal',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('declined_because', ''), _negated=True), _connector='OR'), name='agenda_proposal_declined_with_reason', violation_error_message='Say why the proposal is declined.'),
            ),
            migrations.AddConstraint(
                model_name='agendaproposal',
                constraint=models.CheckConstraint(condition=models.Q(('minutes', None), ('minutes__gte', 1), _connector='OR'), name='agenda_proposal_lasts', violation_error_message='An item lasts at least one minute.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendaproposal',
                trigger=pgtrigger.compiler.Trigger(name='version_goes_up', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='IF NEW.version <= OLD.version THEN NEW.version := OLD.version + 1; END IF; RETURN NEW;', hash='b5bc3956094a4364020bd06f996cf691b8f8aaaa', operation='UPDATE', pgid='pgtrigger_version_goes_up_2ef84', table='meetings_agendaproposal', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendaproposal',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_agendaproposalevent" ("created_at", "declined_because", "entity_id", "id", "item_id", "kind", "meeting_id", "minutes", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "reason_ar", "reason_en", "reason_es", "reason_fr", "reason_ru", "reason_zh_hans", "series_id", "state", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."created_at", NEW."declined_because", NEW."entity_id", NEW."id", NEW."item_id", NEW."kind", NEW."meeting_id", NEW."minutes", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."proposed_by_id", NEW."reason_ar", NEW."reason_en", NEW."reason_es", NEW."reason_fr", NEW."reason_ru", NEW."reason_zh_hans", NEW."series_id", NEW."state", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;', hash='b1977e4ee81a23719f0f2f9ec3cdf80c1db5f3f9', operation='INSERT', pgid='pgtrigger_insert_insert_fd815', table='meetings_agendaproposal', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendaproposal',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."declined_because" IS DISTINCT FROM (NEW."declined_because") OR OLD."entity_id" IS DISTINCT FROM (NEW."entity_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."proposed_by_id" IS DISTINCT FROM (NEW."proposed_by_id") OR OLD."reason_ar" IS DISTINCT FROM (NEW."reason_ar") OR OLD."reason_en" IS DISTINCT FROM (NEW."reason_en") OR OLD."reason_es" IS DISTINCT FROM (NEW."reason_es") OR OLD."reason_fr" IS DISTINCT FROM (NEW."reason_fr") OR OLD."reason_ru" IS DISTINCT FROM (NEW."reason_ru") OR OLD."reason_zh_hans" IS DISTINCT FROM (NEW."reason_zh_hans") OR OLD."series_id" IS DISTINCT FROM (NEW."series_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_es" IS DISTINCT FROM (NEW."title_es") OR OLD."title_fr" IS DISTINCT FROM (NEW."title_fr") OR OLD."title_ru" IS DISTINCT FROM (NEW."title_ru") OR OLD."title_zh_hans" IS DISTINCT FROM (NEW."title_zh_hans") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations"))', func='INSERT INTO "meetings_agendaproposalevent" ("created_at", "declined_because", "entity_id", "id", "item_id", "kind", "meeting_id", "minutes", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "reason_ar", "reason_en", "reason_es", "reason_fr", "reason_ru", "reason_zh_hans", "series_id", "state", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."created_at", NEW."declined_because", NEW."entity_id", NEW."id", NEW."item_id", NEW."kind", NEW."meeting_id", NEW."minutes", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."proposed_by_id", NEW."reason_ar", NEW."reason_en", NEW."reason_es", NEW."reason_fr", NEW."reason_ru", NEW."reason_zh_hans", NEW."series_id", NEW."state", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;', hash='30b7d46cf84dc410d218152cb7fb5f27347f3a29', operation='UPDATE', pgid='pgtrigger_update_update_564ed', table='meetings_agendaproposal', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendaproposal',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_agendaproposalevent" ("created_at", "declined_because", "entity_id", "id", "item_id", "kind", "meeting_id", "minutes", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "reason_ar", "reason_en", "reason_es", "reason_fr", "reason_ru", "reason_zh_hans", "series_id", "state", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (OLD."created_at", OLD."declined_because", OLD."entity_id", OLD."id", OLD."item_id", OLD."kind", OLD."meeting_id", OLD."minutes", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."proposed_by_id", OLD."reason_ar", OLD."reason_en", OLD."reason_es", OLD."reason_fr", OLD."reason_ru", OLD."reason_zh_hans", OLD."series_id", OLD."state", OLD."title_ar", OLD."title_en", OLD."title_es", OLD."title_fr", OLD."title_ru", OLD."title_zh_hans", OLD."updated_at", OLD."version", OLD."working_translations"); RETURN NULL;', hash='27b2d635d60500c18c907105f2fd07ec611c9822', operation='DELETE', pgid='pgtrigger_delete_delete_2aedc', table='meetings_agendaproposal', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='agendaproposalevent',
                index=models.Index(fields=['pgh_obj', 'pgh_created_at'], name='meetings_ag_pgh_obj_1f98a3_idx'),
            ),
            migrations.AddIndex(
                model_name='agendaproposalevent',
                index=models.Index(fields=['meeting'], name='meetings_ag_meeting_dc1177_idx'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendaproposalevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='706bea421563805e1952365936136cbb234b2698', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c6570', table='meetings_agendaproposalevent', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendasection',
                trigger=pgtrigger.compiler.Trigger(name='version_goes_up', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='IF NEW.version <= OLD.version THEN NEW.version := OLD.version + 1; END IF; RETURN NEW;', hash='c7945e93a96a2b3b36c294205dca2e7ee01f069e', operation='UPDATE', pgid='pgtrigger_version_goes_up_488c3', table='meetings_agendasection', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendasection',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_agendasectionevent" ("created_at", "first_number", "id", "meeting_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."created_at", NEW."first_number", NEW."id", NEW."meeting_id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;', hash='7776944ccfe9dedf055e3127ceab532bc0edefb1', operation='INSERT', pgid='pgtrigger_insert_insert_b212c', table='meetings_agendasection', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendasection',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."first_number" IS DISTINCT FROM (NEW."first_number") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_es" IS DISTINCT FROM (NEW."title_es") OR OLD."title_fr" IS DISTINCT FROM (NEW."title_fr") OR OLD."title_ru" IS DISTINCT FROM (NEW."title_ru") OR OLD."title_zh_hans" IS DISTINCT FROM (NEW."title_zh_hans") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations"))', func='INSERT INTO "meetings_agendasectionevent" ("created_at", "first_number", "id", "meeting_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."created_at", NEW."first_number", NEW."id", NEW."meeting_id", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;', hash='26dc037adb303ed4a7301f61c198613322900c00', operation='UPDATE', pgid='pgtrigger_update_update_78266', table='meetings_agendasection', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendasection',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_agendasectionevent" ("created_at", "first_number", "id", "meeting_id", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (OLD."created_at", OLD."first_number", OLD."id", OLD."meeting_id", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."title_ar", OLD."title_en", OLD."title_es", OLD."title_fr", OLD."title_ru", OLD."title_zh_hans", OLD."updated_at", OLD."version", OLD."working_translations"); RETURN NULL;', hash='804b19fcb6eee6c56f846bc5a94514b77fc66705', operation='DELETE', pgid='pgtrigger_delete_delete_14368', table='meetings_agendasection', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='agendasectionevent',
                index=models.Index(fields=['pgh_obj', 'pgh_created_at'], name='meetings_ag_pgh_obj_690616_idx'),
            ),
            migrations.AddIndex(
                model_name='agendasectionevent',
                index=models.Index(fields=['meeting'], name='meetings_ag_meeting_2107b5_idx'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendasectionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8c999baba0891ae077e6f2bda2c93b722358e6dc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_12491', table='meetings_agendasectionevent', when='BEFORE')),
            ),
            migrations.AddConstraint(
                model_name='circulatedagenda',
                constraint=models.UniqueConstraint(fields=('meeting', 'revision'), name='circulated_agenda_once'),
            ),
            migrations.AddConstraint(
                model_name='presenter',
                constraint=models.CheckConstraint(condition=models.Q(('entity__isnull', False), models.Q(('person_name', ''), _negated=True), _connector='OR'), name='presenter_is_somebody', violation_error_message='Name an entity or a person.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='presenter',
                trigger=pgtrigger.compiler.Trigger(name='version_goes_up', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='IF NEW.version <= OLD.version THEN NEW.version := OLD.version + 1; END IF; RETURN NEW;', hash='ae674ce3c6722b2c67ce3f9f6dc4e37a11eecf69', operation='UPDATE', pgid='pgtrigger_version_goes_up_2727c', table='meetings_presenter', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='presenter',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_presenterevent" ("entity_id", "id", "item_id", "person_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (NEW."entity_id", NEW."id", NEW."item_id", NEW."person_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."version"); RETURN NULL;', hash='f44af443a1d121aa27e4e0248ae9b62956379809', operation='INSERT', pgid='pgtrigger_insert_insert_4798c', table='meetings_presenter', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='presenter',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."entity_id" IS DISTINCT FROM (NEW."entity_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."person_name" IS DISTINCT FROM (NEW."person_name") OR OLD."position" IS DISTINCT FROM (NEW."position"))', func='INSERT INTO "meetings_presenterevent" ("entity_id", "id", "item_id", "person_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (NEW."entity_id", NEW."id", NEW."item_id", NEW."person_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."version"); RETURN NULL;', hash='69f2215fe63fe100d2cfdf2ff751fd579922497d', operation='UPDATE', pgid='pgtrigger_update_update_16dc2', table='meetings_presenter', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='presenter',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_presenterevent" ("entity_id", "id", "item_id", "person_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (OLD."entity_id", OLD."id", OLD."item_id", OLD."person_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."version"); RETURN NULL;', hash='a0f164e92201e803f8b5b341840ee48291149116', operation='DELETE', pgid='pgtrigger_delete_delete_f7fb2', table='meetings_presenter', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='presenterevent',
                index=models.Index(fields=['pgh_obj', 'pgh_created_at'], name='meetings_pr_pgh_obj_0a3916_idx'),
            ),
            migrations.AddIndex(
                model_name='presenterevent',
                index=models.Index(fields=['item'], name='meetings_pr_item_id_8f7828_idx'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='presenterevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='33671212877199b7d421f2ee5242f292def291c8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5735a', table='meetings_presenterevent', when='BEFORE')),
            ),
        ]),
        migrations.RunSQL(
            "CREATE TRIGGER circulated_agenda_append_only BEFORE UPDATE OR DELETE ON meetings_circulatedagenda"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change_of_log()",
            "DROP TRIGGER circulated_agenda_append_only ON meetings_circulatedagenda",
        ),
    ]
