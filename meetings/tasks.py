"""What the worker does for meetings by itself, day by day. The times stand in docs/operations.md too."""

from procrastinate.contrib.django import app

from meetings import reminders


# Early morning in New York, where the day of a due date ends.
@app.periodic(cron="37 6 * * *")
@app.task(queueing_lock="remind of action points")
def remind_of_action_points(timestamp):
    reminders.remind()
