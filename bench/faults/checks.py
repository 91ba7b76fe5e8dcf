"""What must be true afterwards. Each check returns sentences about what is not."""

import hashlib
import re
import time
from collections import Counter

from bench.faults.work import ACKNOWLEDGED

SECONDS_TO_DRAIN = 300


def wait_for_the_queue(seconds=SECONDS_TO_DRAIN):
    """What died with its worker is taken up within a minute and a half. How long it took, or None."""
    from django.db import connection
    from procrastinate.contrib.django.models import ProcrastinateJob

    from core.models import Job, Mail, Notification

    began = time.monotonic()
    while time.monotonic() - began < seconds:
        waiting = [
            ProcrastinateJob.objects.filter(status__in=["todo", "doing"]),
            Job.objects.active(),
            Mail.objects.filter(state="queued"),
            Notification.objects.waiting(),
        ]
        if not any(rows.exists() for rows in waiting):
            return time.monotonic() - began
        connection.close()
        time.sleep(1)
    return None


def all_checks(ledger, site):
    return {
        "new interventions": new_interventions(ledger),
        "answers to invitations": answers_to_invitations(ledger),
        "interventions": edited(ledger, "intervention", interventions),
        "initiatives": edited(ledger, "initiative", initiatives),
        "answers": edited(ledger, "answers", answers),
        "submissions of initiatives": submissions_of_initiatives(ledger),
        "submissions of reports": submissions_of_reports(ledger),
        "log of moves": chains_of_events(),
        "uploads": uploads(ledger),
        "files": files(),
        "notifications": notifications(),
        "mails": mails(site),
        "jobs": jobs(ledger),
        "search index": search_index(),
    }


def new_interventions(ledger):
    from meetings.models import Intervention

    stored = Intervention.objects.filter(text_en__startswith="marker").values_list("text_en", flat=True)
    operations = ledger.of("new intervention") + ledger.of("logged intervention")
    yield from there_once(operations, Counter(stored))


def answers_to_invitations(ledger):
    from meetings.models import Attendance

    stored = Attendance.objects.filter(person_name__startswith="marker", answer="yes")
    yield from there_once(ledger.of("answer to an invitation"), Counter(stored.values_list("person_name", flat=True)))


def there_once(operations, found):
    """What was acknowledged is there once; what has no answer, at most once."""
    for operation in operations:
        number = found[operation.marker]
        if operation.outcome == ACKNOWLEDGED and number != 1:
            yield f"{operation.marker} was acknowledged and is there {number} times"
        elif number > 1:
            yield f"{operation.marker} is there {number} times"


def edited(ledger, kind, stored_of):
    """The record holds the last text that was acknowledged, or one sent after it without an answer; and it whole."""
    by_subject = {}
    for operation in ledger.of(kind):
        by_subject.setdefault(operation.subject, []).append(operation)
    for subject, operations in by_subject.items():
        stored = stored_of(subject)
        if len(stored) > 1 and any(text.startswith("marker") for text in stored):
            yield f"{kind} {subject} is half written: {sorted(stored)}"
        last = max((place for place, op in enumerate(operations) if op.outcome == ACKNOWLEDGED), default=-1)
        possible = {operation.marker for operation in operations[max(last, 0) :] if operation.outcome != "refused"}
        if last >= 0 and not stored <= possible:
            yield f"{kind} {subject} holds {sorted(stored)}, not {operations[last].marker}"


def interventions(number):
    from meetings.models import Intervention

    intervention = Intervention.objects.get(pk=number)
    return {intervention.text_en, intervention.speaker_name}


def initiatives(slug):
    from initiatives.models import Initiative

    initiative = Initiative.objects.get(slug=slug)
    links = {link.url.removeprefix("https://example.org/") for link in initiative.links.all()}
    return {initiative.title_en, initiative.summary_en} | links


def answers(number):
    from strategy.models import Answer

    found = Answer.objects.filter(report=number, question__code__startswith="3.")
    return set(found.values_list("text", flat=True))


def submissions_of_initiatives(ledger):
    from initiatives.models import Initiative

    for operation in ledger.of("submission of an initiative"):
        initiative = Initiative.objects.get(slug=operation.subject)
        yield from moved_once(operation, initiative, initiative.state)


def submissions_of_reports(ledger):
    """One event, and one snapshot of what was submitted."""
    from strategy.models import Report

    for operation in ledger.of("submission of a report"):
        report = Report.objects.get(pk=operation.subject)
        yield from moved_once(operation, report, report.state)
        kept = report.submissions.count()
        if kept != (report.state == "submitted"):
            yield f"report {report.pk} is {report.state} with {kept} submissions"


def moved_once(operation, record, state):
    from core.models import TransitionEvent

    events = TransitionEvent.objects.of(record).filter(event="submit").count()
    if operation.outcome == ACKNOWLEDGED and events != 1:
        yield f"{operation.kind} {operation.subject} was acknowledged and has {events} events"
    elif events > 1 or (state == "submitted") != (events == 1):
        yield f"{operation.kind} {operation.subject} is {state} with {events} events"


def chains_of_events():
    """No move without its event and no event without its move: each begins where the last one ended."""
    from core.models import TransitionEvent

    state = {}
    for event in TransitionEvent.objects.order_by("at", "pk"):
        key = (event.content_type_id, event.object_id)
        if state.get(key, event.from_state) != event.from_state:
            yield f"{event.workflow} {event.object_id} moved from {event.from_state}, but was {state[key]}"
        state[key] = event.to_state


def uploads(ledger):
    """What was received to its end is a complete file with the very bytes that were sent."""
    from core.models import File

    for operation in ledger.of("upload"):
        file = File.objects.filter(token=operation.subject).first()
        if file is None or file.state != "complete":
            yield f"upload {operation.subject} was acknowledged and is {file and file.state}"
        elif digest_of(file) != operation.marker:
            yield f"upload {operation.subject} has another content"


def files():
    """No complete row without its object, and its object is what the row says."""
    from core.models import File

    for file in File.objects.complete():
        if digest_of(file) != file.sha256:
            yield f"file {file.token} is not what its row says"


def digest_of(file):
    try:
        with file.open() as stream:
            return hashlib.sha256(stream.read()).hexdigest()
    except FileNotFoundError:
        return None


def notifications():
    """Of each submission every officer is told once, and each of these is in a mail."""
    from core.models import Notification, TransitionEvent
    from entities.people import officers

    submitted = TransitionEvent.objects.filter(event="submit")
    # The portal also tells of what falls due, which nobody submitted.
    of_submissions = Notification.objects.filter(content_type__in=submitted.values("content_type"))
    told = Counter(of_submissions.values_list("person__email", "content_type", "object_id"))
    expected = Counter()
    for event in submitted.select_related("content_type"):
        for officer in officers(event.record, event.by):
            expected[officer.email, event.content_type_id, event.object_id] += 1
    for key in expected.keys() | told.keys():
        if told[key] != expected[key]:
            yield f"{key} was told {told[key]} times, not {expected[key]}"
    for notification in Notification.objects.filter(mail=None):
        yield f"{notification} is in no mail"


def mails(site):
    """A mail that was sent is there once; one whose sender was killed at most once, and the portal says so."""
    from core.models import Mail

    found = Counter(message_ids(site.mails))
    for mail in Mail.objects.all():
        number = found.pop(mail.message_id, 0)
        if mail.state in ("queued", "failed"):
            yield f"mail {mail.pk} is {mail.state}: {mail.last_error}"
        if number > 1 or (mail.state == "sent" and number != 1):
            yield f"mail {mail.pk} is {mail.state} and was sent {number} times"
    for message_id in found:
        yield f"{message_id} was sent, and the outbox does not know it"


def message_ids(folder):
    """Of every mail in the files: one a file, or several with a line of dashes after each."""
    for path in sorted(folder.glob("*")) if folder.exists() else []:
        yield from re.findall(r"^Message-ID: (\S+)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def jobs(ledger):
    """Nothing is left lying: every job that was started has ended, and no task was given up."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    from core.models import Job

    given_up = ProcrastinateJob.objects.filter(status="failed").exclude(task_name="core.tasks.run_job")
    # A round that comes again by itself, such as that of the outbox, makes way for the next one.
    for entry in given_up.filter(queueing_lock=None):
        yield f"{entry} was given up"
    for job in Job.objects.exclude(state="done"):
        if job.state != "failed" or [problem["problem"] for problem in job.problems] != ["died"]:
            yield f"job {job.pk} ({job.kind}) is {job.state}: {job.problems}"
    acknowledged = any(operation.outcome == ACKNOWLEDGED for operation in ledger.of("start of a job"))
    if acknowledged and not Job.objects.exists():
        yield "jobs were started and none is there"


def search_index():
    """What the triggers kept is what a rebuild makes of the records."""
    from core.search.install import rebuild
    from core.search.kinds import kinds

    before = indexed()
    for kind in kinds().values():
        rebuild(kind)
    for key in sorted(before ^ indexed(), key=str)[:20]:
        yield f"{key[:3]} differs from what a rebuild makes"


def indexed():
    from core.models import SearchEntry

    return set(SearchEntry.objects.values_list("kind", "object_id", "language", "vector"))


def counts():
    """{what: number} for the report: how often the portal had to say that it does not know, or tried again."""
    from core.models import File, Job, Mail

    def numbers(model):
        found = Counter(model.objects.order_by().values_list("state", flat=True))
        return ", ".join(f"{number} {state}" for state, number in sorted(found.items())) or "none"

    again = Job.objects.filter(attempts__gt=1).count()
    return {"Mails": numbers(Mail), "Files": numbers(File), "Jobs": f"{numbers(Job)}; {again} taken up again"}
