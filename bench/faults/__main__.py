"""`make faults`: kill -9 at random while people work, then count what is left.

Options (make faults ARGS="..."): --operations 200   acknowledged saves, submissions, uploads and starts of jobs
                                  --seed 1           of victims, moments and work; without it a new one, printed
                                  --quick            30 operations
                                  --keep             leave the database; logs are under var/faults in any case

It starts a portal of its own (web server, worker, PostgreSQL that waits for the disk, mails to files), lets four focal
points and an administrator work through the site's own forms, and kills web workers, the web server, the worker and
PostgreSQL at random. Then it checks that every acknowledged write is there, that no write is half done, that every
submission has one event, that no mail was lost or sent twice, that no job is lost, that every upload has its bytes,
and that the search index is what a rebuild makes. The exit code is 1 where something is wrong.
"""

import argparse
import contextlib
import os
import random
import signal
import sys
import threading
import time

VICTIMS = {"web worker": 4, "web server": 2, "worker": 3, "database": 2}
OPERATIONS_BETWEEN_KILLS = (2, 7)
AT_ONCE = 0.25


def options():
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__.splitlines()[0])
    parser.add_argument("--operations", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--quick", action="store_true", help="30 operations")
    parser.add_argument("--keep", action="store_true", help="leave the database as it is afterwards")
    return parser.parse_args()


def set_up_django():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import django

    django.setup()


class Killer(threading.Thread):
    """kill -9 while people work, after every few things they did, so that a slow machine is hit as often as a fast one.

    One kill in four follows the last at once, into what is being started again.
    """

    def __init__(self, site, ledger, seed, began):
        super().__init__(daemon=True)
        self.site, self.ledger, self.chance, self.began = site, ledger, random.Random(f"{seed} killer"), began
        self.kills = dict.fromkeys(VICTIMS, 0)
        self.enough = threading.Event()

    def run(self):
        while not self.enough.is_set():
            if self.chance.random() > AT_ONCE:
                self.wait_for_work(self.chance.randint(*OPERATIONS_BETWEEN_KILLS))
            if not self.enough.wait(self.chance.uniform(0, 1.5)):
                self.kill(self.chance.choices(list(VICTIMS), VICTIMS.values())[0])

    def wait_for_work(self, number):
        wanted = self.ledger.count("acknowledged") + number
        while self.ledger.count("acknowledged") < wanted and not self.enough.wait(0.05):
            pass

    def kill(self, victim):
        if pid := self.site.kill(victim):
            self.kills[victim] += 1
            done = self.ledger.count("acknowledged")
            seconds = time.monotonic() - self.began
            print(f"  {seconds:6.1f} s  {done:>4} done  kill -9 {pid:<8} {victim}", flush=True)


class Clock(threading.Thread):
    """Has what comes round every minute come every second, so that more of it is under way when a worker dies."""

    def __init__(self):
        super().__init__(daemon=True)
        self.enough = threading.Event()

    def run(self):
        from django.db import DatabaseError, connection
        from procrastinate.exceptions import AlreadyEnqueued, ConnectorException

        from core.tasks import deliver, take_up_stalled

        while not self.enough.wait(1):
            for task in (deliver, take_up_stalled):
                with contextlib.suppress(AlreadyEnqueued, ConnectorException, DatabaseError):
                    task.defer(timestamp=0)
                connection.close()


def main():
    chosen = options()
    wanted = 30 if chosen.quick else chosen.operations
    from bench.faults.site import Site

    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))
    print(f"Seed {chosen.seed}. Preparing a portal of its own ...", flush=True)
    site = Site()
    site.prepare()
    set_up_django()
    try:
        failed = kill_while_people_work(site, wanted, chosen.seed)
    finally:
        site.stop()
    if not chosen.keep:
        import shutil

        shutil.rmtree(site.database.root, ignore_errors=True)
    sys.exit(1 if failed else 0)


def kill_while_people_work(site, wanted, seed):
    from django.db import connection

    from bench.faults import checks
    from bench.faults.cast import ADMINISTRATOR, entity_keys, make_cast
    from bench.faults.work import Administrator, Ledger, Person

    cast, speakers = make_cast(wanted), entity_keys()
    connection.close()
    site.start()
    site.wait_until_answering()
    began = time.monotonic()
    ledger = Ledger(wanted)
    people = [Person(site, worker, ledger, seed) for worker in cast]
    people.append(Administrator(site, ADMINISTRATOR, speakers, ledger, seed))
    helpers = [Clock(), killer := Killer(site, ledger, seed, began)]
    for thread in [*people, *helpers]:
        thread.start()
    for person in people:
        person.join()
    for helper in helpers:
        helper.enough.set()
        helper.join()
    print(f"Worked for {time.monotonic() - began:.0f} s. Waiting for the queue ...", flush=True)
    site.wait_until_answering()
    drained = checks.wait_for_the_queue()
    return report(site, ledger, people, killer, drained, checks)


def report(site, ledger, people, killer, drained, checks):
    print("\nOperations              acknowledged   unclear   refused")
    for kind, outcomes in sorted(ledger.table().items()):
        print(f"  {kind:<30}{outcomes['acknowledged']:>4}{outcomes['unclear']:>10}{outcomes['refused']:>10}")
    print(f"  {'all':<30}{ledger.count('acknowledged'):>4}{ledger.count('unclear'):>10}{ledger.count('refused'):>10}")
    print("Killed                " + ", ".join(f"{number} × {victim}" for victim, number in killer.kills.items()))
    print("Started again         " + ", ".join(f"{number} × {name}" for name, number in site.restarts.items()))
    print(f"PostgreSQL            {disk()}")
    print(f"Uploads interrupted   {ledger.interruptions} times, and gone on with")
    for what, numbers in checks.counts().items():
        print(f"{what:<22}{numbers}")
    print("Queue empty after     " + (f"{drained:.0f} s" if drained is not None else "never"))
    wrong = [f"refused: {refusal}" for refusal in ledger.refusals]
    wrong += [f"{person.email}: {person.failure!r}" for person in people if person.failure]
    wrong += ["The queue did not become empty."] if drained is None else []
    for name, sentences in checks.all_checks(ledger, site).items():
        sentences = list(sentences)
        print(f"  {name:<30}{'in order' if not sentences else f'{len(sentences)} wrong'}")
        wrong += [f"{name}: {sentence}" for sentence in sentences]
    for sentence in wrong:
        print(f"WRONG  {sentence}")
    print("Nothing acknowledged is lost, nothing is done twice." if not wrong else f"{len(wrong)} things are wrong.")
    return wrong


def disk():
    """What the database says about waiting for the disk: the figures mean nothing where it does not."""
    from django.db import connection

    values = []
    with connection.cursor() as cursor:
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            cursor.execute(f"SHOW {name}")
            values.append(f"{name} {cursor.fetchone()[0]}")
    return ", ".join(values)


main()
