"""Background jobs of core. The worker runs them: `manage.py procrastinate worker`."""

from django.utils import timezone
from procrastinate import RetryStrategy, builtin_tasks
from procrastinate.contrib.django import app

from core.jobs import running, stalled
from core.models import Draft, Job, Mail, Notification
from core.outbox import letters, sending

# Long work makes way for what takes a moment, such as a mail.
LATER = -10
SOON = 10
DAYS_KEPT = 3


# At most one waits, and one runs: rounds that a slow mail server holds up would fill the worker one by one.
@app.periodic(cron="* * * * *")
@app.task(lock="outbox", queueing_lock="outbox", priority=SOON)
def deliver(timestamp):
    """Write the mails that are due, and send what is in the sending."""
    sending.give_up_lost()
    letters.write_due()
    sending.send_due()


@app.periodic(cron="7 4 * * *")
@app.task(queueing_lock="forget what is over")
def forget_what_is_over(timestamp):
    """Mails that went or failed, notifications that were read, jobs that ended."""
    for model in (Mail, Notification, Job):
        model.objects.old(timezone.now()).delete()


@app.task(priority=SOON)
def send_at_once(mail_id):
    """For what a person waits for, such as the link to a new password."""
    sending.send(mail_id)


@app.task(queue="jobs", priority=LATER, pass_context=True)
def run_job(context, job):
    running.run(job, entry=context.job.id, should_stop=context.should_abort)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="take up stalled", priority=SOON)
def take_up_stalled(timestamp):
    stalled.take_up_stalled()


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="forget old entries", pass_context=True)
async def forget_old_entries(context, timestamp):
    """Of the queue. What a person started, core.Job, is kept longer."""
    await builtin_tasks.remove_old_jobs(
        context, max_hours=24 * DAYS_KEPT, remove_failed=True, remove_cancelled=True, remove_aborted=True
    )


@app.task(retry=RetryStrategy(max_attempts=3, exponential_wait=5))
def read_text(file):
    """Reads the text of a document for the search."""
    from core.files.texts import keep_text_of

    keep_text_of(file)


@app.periodic(cron="47 3 * * *")
@app.task(queueing_lock="sweep files")
def sweep_files(timestamp):
    from core.files.sweeping import sweep

    sweep()


@app.periodic(cron="57 3 * * *")
@app.task(queueing_lock="forget old drafts")
def forget_old_drafts(timestamp):
    Draft.objects.outdated().delete()


@app.periodic(cron="37 4 * * *")
@app.task(queueing_lock="sweep imports")
def sweep_imports(timestamp):
    from core.imports import previews

    previews.sweep(timezone.now())
