import core.history.operations
import core.history.triggers
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0018_presenters_in_rows'),
    ]

    operations = [
        core.history.operations.Together(operations=[
            pgtrigger.migrations.RemoveTrigger(
                model_name='agendaitem',
                name='insert_insert',
            ),
            pgtrigger.migrations.RemoveTrigger(
                model_name='agendaitem',
                name='update_update',
            ),
            pgtrigger.migrations.RemoveTrigger(
                model_name='agendaitem',
                name='delete_delete',
            ),
            migrations.RemoveField(
                model_name='agendaitem',
                name='presenter',
            ),
            migrations.RemoveField(
                model_name='agendaitem',
                name='presenter_name',
            ),
            migrations.RemoveField(
                model_name='agendaitemevent',
                name='presenter',
            ),
            migrations.RemoveField(
                model_name='agendaitemevent',
                name='presenter_name',
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendaitem',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_agendaitemevent" ("created_at", "has_discussion", "id", "is_for_decision", "is_members_only", "kind", "meeting_id", "minutes", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_ar", "summary_en", "summary_es", "summary_fr", "summary_ru", "summary_zh_hans", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."created_at", NEW."has_discussion", NEW."id", NEW."is_for_decision", NEW."is_members_only", NEW."kind", NEW."meeting_id", NEW."minutes", NEW."number", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."summary_ar", NEW."summary_en", NEW."summary_es", NEW."summary_fr", NEW."summary_ru", NEW."summary_zh_hans", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;', hash='77b4e98b1e024638e289e4eba2a7bb16abe868ae', operation='INSERT', pgid='pgtrigger_insert_insert_f98e2', table='meetings_agendaitem', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendaitem',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=core.history.triggers.HistoryTriggerSql(condition='WHEN (OLD."has_discussion" IS DISTINCT FROM (NEW."has_discussion") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_for_decision" IS DISTINCT FROM (NEW."is_for_decision") OR OLD."is_members_only" IS DISTINCT FROM (NEW."is_members_only") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."summary_ar" IS DISTINCT FROM (NEW."summary_ar") OR OLD."summary_en" IS DISTINCT FROM (NEW."summary_en") OR OLD."summary_es" IS DISTINCT FROM (NEW."summary_es") OR OLD."summary_fr" IS DISTINCT FROM (NEW."summary_fr") OR OLD."summary_ru" IS DISTINCT FROM (NEW."summary_ru") OR OLD."summary_zh_hans" IS DISTINCT FROM (NEW."summary_zh_hans") OR OLD."title_ar" IS DISTINCT FROM (NEW."title_ar") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_es" IS DISTINCT FROM (NEW."title_es") OR OLD."title_fr" IS DISTINCT FROM (NEW."title_fr") OR OLD."title_ru" IS DISTINCT FROM (NEW."title_ru") OR OLD."title_zh_hans" IS DISTINCT FROM (NEW."title_zh_hans") OR OLD."working_translations" IS DISTINCT FROM (NEW."working_translations"))', func='INSERT INTO "meetings_agendaitemevent" ("created_at", "has_discussion", "id", "is_for_decision", "is_members_only", "kind", "meeting_id", "minutes", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_ar", "summary_en", "summary_es", "summary_fr", "summary_ru", "summary_zh_hans", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (NEW."created_at", NEW."has_discussion", NEW."id", NEW."is_for_decision", NEW."is_members_only", NEW."kind", NEW."meeting_id", NEW."minutes", NEW."number", NEW."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."summary_ar", NEW."summary_en", NEW."summary_es", NEW."summary_fr", NEW."summary_ru", NEW."summary_zh_hans", NEW."title_ar", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."title_ru", NEW."title_zh_hans", NEW."updated_at", NEW."version", NEW."working_translations"); RETURN NULL;', hash='102bb495e818708bab64c9151a200c4c1b7836e4', operation='UPDATE', pgid='pgtrigger_update_update_ca6ee', table='meetings_agendaitem', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agendaitem',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=core.history.triggers.HistoryTriggerSql(func='INSERT INTO "meetings_agendaitemevent" ("created_at", "has_discussion", "id", "is_for_decision", "is_members_only", "kind", "meeting_id", "minutes", "number", "original_language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_ar", "summary_en", "summary_es", "summary_fr", "summary_ru", "summary_zh_hans", "title_ar", "title_en", "title_es", "title_fr", "title_ru", "title_zh_hans", "updated_at", "version", "working_translations") VALUES (OLD."created_at", OLD."has_discussion", OLD."id", OLD."is_for_decision", OLD."is_members_only", OLD."kind", OLD."meeting_id", OLD."minutes", OLD."number", OLD."original_language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."summary_ar", OLD."summary_en", OLD."summary_es", OLD."summary_fr", OLD."summary_ru", OLD."summary_zh_hans", OLD."title_ar", OLD."title_en", OLD."title_es", OLD."title_fr", OLD."title_ru", OLD."title_zh_hans", OLD."updated_at", OLD."version", OLD."working_translations"); RETURN NULL;', hash='a7cf2b5314683a12427b2d27dfd04db0c5d0447f', operation='DELETE', pgid='pgtrigger_delete_delete_2c12a', table='meetings_agendaitem', when='AFTER')),
            ),
        ]),
    ]
