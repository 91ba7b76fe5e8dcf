"""The log of changes of state is append-only: the database itself refuses to change or delete a row."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log % is append-only.', TG_TABLE_NAME;
END $$;
CREATE TRIGGER transition_event_append_only BEFORE UPDATE OR DELETE ON core_transitionevent
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_log();
"""
BACKWARD = """
DROP TRIGGER transition_event_append_only ON core_transitionevent;
DROP FUNCTION refuse_change_of_log();
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0002_event_author")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
