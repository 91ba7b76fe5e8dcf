"""What the worker does for meetings by itself. The times stand in docs/operations.md too."""

from procrastinate.contrib.django import app

from core.tasks import SOON
from meetings import due_records, reminders
from meetings.papers import bundle


# Early morning in New York, where the day of a due date ends.
@app.periodic(cron="37 6 * * *")
@app.task(queueing_lock="remind of action points")
def remind_of_action_points(timestamp):
    reminders.remind()


@app.periodic(cron="23 4 * * *")
@app.task(queueing_lock="forget archives of papers")
def forget_archives_of_papers(timestamp):
    bundle.forget_old()


@app.periodic(cron="* * * * *")
@app.task(lock="records of meetings", queueing_lock="records of meetings", priority=SOON)
def look_after_records(timestamp):
    """Adopts records whose deadline has passed, and reminds entities of those that wait for them."""
    due_records.look_after_records()
