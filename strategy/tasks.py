"""What the worker does for reporting by itself. The times stand in docs/operations.md too."""

from procrastinate.contrib.django import app

from core.tasks import SOON
from strategy import due_cycles, reminders


@app.periodic(cron="*/5 * * * *")
@app.task(lock="cycles", queueing_lock="cycles", priority=SOON)
def look_after_cycles(timestamp):
    due_cycles.look_after_cycles()


# Early morning in New York, where most cycles end their days.
@app.periodic(cron="47 6 * * *")
@app.task(queueing_lock="remind of reports")
def remind_of_reports(timestamp):
    reminders.remind()
