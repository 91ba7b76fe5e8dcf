"""A number that every write to the catalogue moves, in the same transaction and by whatever way it comes.

What a process holds about the catalogue (initiatives/catalogue.py) is valid as long as the number stands.
"""

from django.db import migrations, models

TABLES = (
    "initiatives_initiative",
    "initiatives_participation",
    "initiatives_initiativegoal",
    "initiatives_initiative_themes",
    "initiatives_initiative_modalities",
)
FUNCTION = """
CREATE FUNCTION initiatives_catalogue_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE initiatives_catalogueversion SET number = number + 1;
    RETURN NULL;
END $$;
INSERT INTO initiatives_catalogueversion (number) VALUES (1);
"""
TRIGGER = """
CREATE TRIGGER catalogue_moved AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION initiatives_catalogue_moved();
"""


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="CatalogueVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.BigIntegerField(default=1, verbose_name="number")),
            ],
            options={
                "verbose_name": "version of the catalogue",
                "verbose_name_plural": "versions of the catalogue",
                "ordering": ["pk"],
            },
        ),
        migrations.RunSQL(
            FUNCTION + "".join(TRIGGER.format(table=table) for table in TABLES),
            "".join(f"DROP TRIGGER catalogue_moved ON {table};" for table in TABLES)
            + "DROP FUNCTION initiatives_catalogue_moved();",
        ),
    ]
