from django.db import migrations
from django.db.models import Case, Value, When


def say_what_events_were(apps, schema_editor):
    """What was held online only was a webinar; the others were meetings of the Mechanism."""
    events = apps.get_model("meetings", "Meeting").objects.filter(kind="event")
    events.update(kind=Case(When(format="online", then=Value("webinar")), default=Value("mechanism")))


class Migration(migrations.Migration):

    dependencies = [
        ("meetings", "0009_series_and_templates"),
    ]

    operations = [
        migrations.RunPython(say_what_events_were, migrations.RunPython.noop),
    ]
