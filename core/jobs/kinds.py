"""What long work there is: a function for each kind, and the words for what comes of it.

    @kind("check_links", _("Check of links"), may_start=is_secretariat, summary=words_of_result)
    def check_links(progress, scope):
        addresses = ...
        progress.total(len(addresses))
        for address in addresses:
            if not answers(address):
                progress.problem("silent", subject=address)
            progress.step()
        return {"checked": len(addresses)}

    job = start("check_links", by=user, scope="published")

What the function promises: **done again, it does no harm.** A worker may be killed at any moment; then the function
is called once more from its beginning with the same parameters, after an unknown part of the first run. So it either
reads only, or writes what it would have written anyway (keyed rows, replaced wholes), or begins with what is left.
It is called outside any transaction and opens its own. `progress.step` may end it (the worker stops, lost its hold, or
somebody cancelled the job): a function lets that exception pass.

What it gets: a count that others see at once, at most one run at a time, and an end in words. It raises `Failed` for
what its person can understand; any other exception is kept in the log and told as an error of the portal.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.urls import translate_url
from django.utils.translation import get_language, gettext_lazy

KINDS: dict[str, "Kind"] = {}
PROBLEMS = {
    "crashed": gettext_lazy("An error of the portal stopped this job. The administrators find it in the log."),
    "died": gettext_lazy("The worker stopped twice in the middle of this job. It is not tried a third time."),
    "unknown": gettext_lazy("This version of the portal does not know this kind of job."),
}


class Failed(Exception):
    """The work cannot be done. `problem` is a key of the kind's `problems`, `details` fill its words."""

    def __init__(self, problem, **details):
        super().__init__(problem)
        self.problem, self.details = problem, details


def no_words(job):
    return ""


def no_link(job):
    return None


@dataclass(frozen=True)
class Kind:
    """`problems` are sentences by key, made in the language of who reads; `{name}` stands for a detail.

    `summary(job)` says what came of it, `link(job)` returns (label, address) of where the result is.
    Of a kind that is `single`, one job runs at a time, whoever started it. One that is about a record is not `offered`
    on the page of jobs: it is started from the page of that record, which gives its parameters.
    """

    name: str
    label: str
    function: Callable[..., dict | None]
    may_start: Callable[[Any], bool]
    explanation: str = ""
    summary: Callable[[Any], str] = no_words
    link: Callable[[Any], tuple | None] = no_link
    problems: dict = field(default_factory=dict)
    single: bool = False
    offered: bool = True


def kind(name, label, **options):
    """Declares the function that does the work of this kind."""

    def register(function):
        KINDS[name] = Kind(name, label, function, **options)
        return function

    return register


def kinds_for(user):
    """What this person may start."""
    return [known for known in KINDS.values() if known.may_start(user)]


def explain(job, problem):
    """A stored problem in the language of who reads."""
    words = (job.described.problems if job.described else {}) | PROBLEMS
    sentence = str(words.get(problem["problem"], problem["problem"]))
    return {
        "subject": problem.get("subject", ""),
        "address": problem.get("details", {}).get("address", ""),
        "link": translate_url(problem["link"], get_language()) if problem.get("link") else "",
        "words": sentence.format_map(Details(problem.get("details", {}))),
    }


class Details(dict):
    """A job of an older version may lack a detail: its sentence is shown with a dash there."""

    def __missing__(self, key):
        return "–"
