"""What was submitted stays: the database itself refuses to change or delete a submission."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION refuse_change_of_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A submission is immutable.';
END $$;
CREATE TRIGGER submission_immutable BEFORE UPDATE OR DELETE ON strategy_submission
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submission();
"""
BACKWARD = """
DROP TRIGGER submission_immutable ON strategy_submission;
DROP FUNCTION refuse_change_of_submission();
"""


class Migration(migrations.Migration):
    dependencies = [("strategy", "0001_initial")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
