"""What must be true afterwards. Each check returns sentences about what is not."""

import email
import re
import time
from collections import Counter

from bench.faults.work import ACKNOWLEDGED, UNCLEAR

SECONDS_TO_DRAIN = 300


def wait_for_the_queue(seconds=SECONDS_TO_DRAIN):
    """What died with its worker is taken up within a minute and a half. How long it took, or None."""
    from django.db import connection
    from procrastinate.contrib.django.models import ProcrastinateJob

    from core.models import Job

    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if not ProcrastinateJob.objects.filter(status__in=["todo", "doing"]).exists() and not Job.objects.active():
            return time.monotonic() - began
        connection.close()
        time.sleep(1)
    return None


def all_checks(ledger, site):
    return {
        "new interventions": new_interventions(ledger),
        "interventions": edited(ledger, "intervention", interventions),
        "initiatives": edited(ledger, "initiative", initiatives),
        "answers": edited(ledger, "answers", answers),
        "submissions of initiatives": submissions_of_initiatives(ledger),
        "submissions of reports": submissions_of_reports(ledger),
        "log of moves": chains_of_events(),
        "mails": mails(site),
        "jobs": jobs(),
    }


def new_interventions(ledger):
    """An acknowledged one is there once; one without an answer at most once."""
    from meetings.models import Intervention

    found = Counter(Intervention.objects.filter(text_en__startswith="marker").values_list("text_en", flat=True))
    for operation in ledger.of("new intervention"):
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
        if len(stored) > 1:
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


def mails(site):
    """Of each submission of an initiative or a report every officer gets one mail: not none, not two."""
    from core.models import TransitionEvent
    from entities.people import officers

    sent = Counter(sent_mails(site.mails))
    expected = Counter()
    for event in TransitionEvent.objects.filter(event="submit").select_related("content_type"):
        for officer in officers(event.record, event.by):
            expected[officer.email, event.record.get_absolute_url()] += 1
    for key in sorted(expected | sent):
        if sent[key] != expected[key]:
            yield f"{key[0]} got {sent[key]} mails about {key[1]}, not {expected[key]}"


def sent_mails(folder):
    """(recipient, address of the record) of every mail in the files."""
    for path in sorted(folder.glob("*")) if folder.exists() else []:
        for source in re.split(r"^-{79}$", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
            if not source.strip():
                continue
            message = email.message_from_string(source.strip())
            text = message.get_payload(decode=True).decode("utf-8")
            yield message["To"], re.search(r"https?://[^/]+(/\S+)", text).group(1)


def jobs():
    """Nothing is left lying, and nothing failed for having lost its worker."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    from core.models import Job

    for entry in ProcrastinateJob.objects.exclude(status__in=["succeeded", "cancelled"]):
        if entry.task_name != "core.tasks.run_job":
            yield f"{entry} is {entry.status}"
    for job in Job.objects.active():
        yield f"job {job.pk} ({job.kind}) is still {job.state}"


def unanswered(ledger):
    return [operation for operation in ledger.operations if operation.outcome == UNCLEAR]
