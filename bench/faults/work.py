"""What the people do: each operation is one POST of a form of the site, and what came back is written down."""

import base64
import hashlib
import itertools
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from bench.faults.browser import Browser, Unclear, filled
from bench.faults.cast import LIVE, PASSWORD, PLANNED

LINES, PIECE = 40_000, 200_000
SECONDS_TO_THINK = (0.1, 0.8)
ACKNOWLEDGED, UNCLEAR, REFUSED = "acknowledged", "unclear", "refused"


@dataclass(frozen=True)
class Operation:
    """`subject` is the record's number or address, `marker` the text that stands nowhere else."""

    kind: str
    subject: object
    marker: str
    outcome: str


class Ledger:
    """All operations in the order in which their answers came."""

    def __init__(self, wanted):
        self.wanted, self.operations, self.refusals = wanted, [], []
        self.interruptions = 0  # of uploads, which then went on
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)

    def marker(self):
        return f"marker{next(self._numbers):05d}"

    def write(self, operation):
        with self._lock:
            self.operations.append(operation)

    def is_full(self):
        return self.count(ACKNOWLEDGED) >= self.wanted

    def count(self, outcome):
        return sum(operation.outcome == outcome for operation in list(self.operations))

    def of(self, kind):
        return [operation for operation in self.operations if operation.kind == kind]

    def table(self):
        """{kind: Counter of outcomes}"""
        found = {}
        for operation in self.operations:
            found.setdefault(operation.kind, Counter())[operation.outcome] += 1
        return found


class Visitor(threading.Thread):
    """Works until the ledger is full. A page that does not come is asked for again, as people do."""

    def __init__(self, site, email, ledger, seed):
        super().__init__(daemon=True)
        self.email, self.ledger, self.chance = email, ledger, random.Random(f"{seed} {email}")
        self.browser = Browser(site.address)
        self.failure = None

    def choices(self):
        """{operation: how often}"""
        raise NotImplementedError

    def run(self):
        choices = self.choices()
        try:
            self.until_answered(self.sign_in)
            while not self.ledger.is_full():
                operation = self.chance.choices(list(choices), choices.values())[0]
                self.until_answered(operation)
                time.sleep(self.chance.uniform(*SECONDS_TO_THINK))
        except Exception as error:
            self.failure = error
            raise

    def until_answered(self, step):
        while True:
            try:
                return step()
            except Unclear:
                time.sleep(self.chance.uniform(0.1, 0.5))

    def sign_in(self):
        path = "/en/accounts/login/"
        fields = filled(self.browser.form(path, "login"), login=self.email, password=PASSWORD)
        answer = self.browser.post(path, fields)
        if answer.status != 302:
            raise LookupError(f"{self.email} cannot sign in: {answer.status}")

    def send(self, kind, subject, marker, path, fields):
        """The one request that counts. A page that comes back instead of a redirect is a refusal."""
        try:
            answer = self.browser.post(path, fields)
        except Unclear:
            outcome = UNCLEAR
        else:
            outcome = ACKNOWLEDGED if answer.status == 302 and "/login/" not in answer.location else REFUSED
            if outcome == REFUSED:
                self.ledger.refusals.append((kind, path, answer.status))
        self.ledger.write(Operation(kind, subject, marker, outcome))

    def token(self, path):
        """The token is the same in every form of a page."""
        return dict(self.browser.form(path, "csrfmiddlewaretoken"))["csrfmiddlewaretoken"]


class Administrator(Visitor):
    """Starts long work from its page, and takes notes in a meeting that goes on."""

    def __init__(self, site, email, speakers, ledger, seed):
        super().__init__(site, email, ledger, seed)
        self.speakers = speakers

    def choices(self):
        return {self.start_job: 1, self.log_intervention: 2}

    def log_intervention(self):
        path, marker = f"/en/meetings/{LIVE}/live/", self.ledger.marker()
        page = self.browser.form(path, "text")
        speaker = self.chance.choice(self.speakers)
        self.send("logged intervention", LIVE, marker, path, filled(page, text=marker, entity=speaker))

    def start_job(self):
        fields = [("csrfmiddlewaretoken", self.token("/en/desk/jobs/"))]
        self.send("start of a job", "", "", "/en/desk/jobs/start/rebuild_search_index/", fields)
        time.sleep(self.chance.uniform(3, 6))


class Person(Visitor):
    """A focal point at work on records of their own."""

    def __init__(self, site, worker, ledger, seed):
        super().__init__(site, worker.email, ledger, seed)
        self.worker = worker

    def choices(self):
        return {
            self.write_intervention: 15,
            self.edit_intervention: 15,
            self.save_initiative: 15,
            self.save_answers: 15,
            self.submit_initiative: 15,
            self.submit_report: 10,
            self.upload: 15,
            self.answer_invitation: 10,
        }

    def write_intervention(self):
        path, marker = f"/en/meetings/{self.worker.meeting}/interventions/new/", self.ledger.marker()
        fields = filled(self.browser.form(path, "text_en"), text_en=marker)
        self.send("new intervention", self.worker.meeting, marker, path, fields)

    def edit_intervention(self):
        number, marker = self.chance.choice(self.worker.interventions), self.ledger.marker()
        path = f"/en/meetings/interventions/{number}/edit/"
        fields = filled(self.browser.form(path, "text_en"), text_en=marker, speaker_name=marker)
        self.send("intervention", number, marker, path, fields)

    def answer_invitation(self):
        """For somebody without an account, who gets a line of the list."""
        path, marker = f"/en/meetings/{PLANNED}/answers/{self.worker.entity}/", self.ledger.marker()
        fields = filled(self.browser.form(path, "replaced_by"), person="other", name=marker, answer="yes")
        self.send("answer to an invitation", self.worker.entity, marker, path, fields)

    def save_initiative(self):
        """Texts of the record and a row beside it: one save, two tables."""
        slug, marker = self.chance.choice(self.worker.initiatives), self.ledger.marker()
        path = f"/en/initiatives/{slug}/edit/"
        fields = self.browser.form(path, "title_en")
        values = {"title_en": marker, "summary_en": marker, "links-0-url": f"https://example.org/{marker}"}
        self.send("initiative", slug, marker, path, filled(fields, **values))

    def save_answers(self):
        """Two answers of one section: one save, two rows."""
        number, marker = self.worker.report, self.ledger.marker()
        path = f"/en/strategy/reports/{number}/edit/?section=3"
        fields = self.browser.form(path, "-text")
        texts = {name: marker for name, _value in fields if name.endswith("-text")}
        self.send("answers", number, marker, path, filled(fields, **texts))

    def submit_initiative(self):
        if not self.worker.drafts:
            return
        path = f"/en/initiatives/{self.worker.drafts[-1]}/transition/submit/"
        fields = [("csrfmiddlewaretoken", self.token(path))]
        self.send("submission of an initiative", self.worker.drafts.pop(), "", path, fields)

    def submit_report(self):
        if not self.worker.reports:
            return
        path = f"/en/strategy/reports/{self.worker.reports[-1]}/transition/submit/"
        fields = [("csrfmiddlewaretoken", self.token(path))]
        self.send("submission of a report", self.worker.reports.pop(), "", path, fields)

    def upload(self):
        """A text in pieces. After each interruption it goes on from where the server says that it is."""
        marker = self.ledger.marker()
        content = "".join(f"{marker} line {number}\n" for number in range(LINES)).encode()
        digest = hashlib.sha256(content).hexdigest()
        name = base64.b64encode(f"{marker}.txt".encode()).decode()
        metadata = {"Upload-Length": str(len(content)), "Upload-Metadata": f"filename {name}"}
        self.browser.get("/en/desk/")
        begun = self.browser.upload("POST", "/uploads/", metadata)
        if begun.status != 201:
            raise LookupError(f"The upload is refused: {begun.status} {begun.text}")
        path, offset = urlsplit(begun.location).path, 0
        while offset < len(content):
            offset = self.until_answered(lambda: self.send_piece(path, content, offset))  # noqa: B023
        self.ledger.write(Operation("upload", urlsplit(path).path.split("/")[-2], digest, ACKNOWLEDGED))

    def send_piece(self, path, content, offset):
        """How far the server has it. An answer that got lost is asked for anew."""
        headers = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        try:
            answer = self.browser.upload("PATCH", path, headers, content[offset : offset + PIECE])
        except Unclear:
            self.ledger.interruptions += 1
            answer = self.until_answered(lambda: self.browser.upload("HEAD", path, {}))
        if answer.status == 409:
            answer = self.browser.upload("HEAD", path, {})
        if answer.status not in (200, 204):
            raise LookupError(f"The piece is refused: {answer.status} {answer.text}")
        return int(answer.headers["Upload-Offset"])
