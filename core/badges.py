"""The closed list of status words: one key, one tone, one icon, one word. Shown by {% badge "published" %}.

A status is never a colour alone. Tones: "" (quiet), "info", "ok", "warn", "bad", "rev" (with the secretariat).
A room adds its own words in AppConfig.ready: badges.register("silence", "info", "hourglass-split", label).
"""

from typing import NamedTuple

from django.utils.translation import pgettext_lazy

TONES = ("", "info", "ok", "warn", "bad", "rev")


class Badge(NamedTuple):
    tone: str
    icon: str
    label: str


_badges = {}


def register(key, tone, icon, label):
    """Registering a key twice is allowed only with the same look: two rooms must not give one word two colours."""
    if tone not in TONES:
        raise ValueError(f"Unknown tone {tone!r} for {key!r}")
    known = _badges.get(key)
    if known and (known.tone, known.icon) != (tone, icon):
        raise ValueError(f"{key!r} is registered with another look")
    _badges[key] = Badge(tone, icon, label)


def get(key):
    """An unknown key is shown in words, quietly: a page must not fail for a badge."""
    key = str(key)
    return _badges.get(key) or Badge("", "circle", key.replace("_", " ").capitalize())


def known():
    return list(_badges)


# Texts and their way to publication
register("draft", "", "pencil", pgettext_lazy("state", "Draft"))
register("not_started", "", "circle", pgettext_lazy("state", "Not started"))
register("in_progress", "info", "circle-half", pgettext_lazy("state", "In progress"))
register("submitted", "rev", "send", pgettext_lazy("state", "Submitted"))
register("in_review", "rev", "eye", pgettext_lazy("state", "In review"))
register("returned", "warn", "arrow-return-left", pgettext_lazy("state", "Returned"))
register("accepted", "ok", "check-lg", pgettext_lazy("state", "Accepted"))
register("amended", "info", "file-earmark-diff", pgettext_lazy("state", "Amended"))
register("published", "ok", "check-circle-fill", pgettext_lazy("state", "Published"))
register("withdrawn", "", "dash-lg", pgettext_lazy("state", "Withdrawn"))
register("archived", "", "archive", pgettext_lazy("state", "Archived"))
register("duplicate", "", "files", pgettext_lazy("state", "Duplicate"))
register("stale", "warn", "clock-history", pgettext_lazy("state", "Not updated for 9 months"))
register("not_confirmed", "warn", "clock-history", pgettext_lazy("state", "Not confirmed"))
register("confirmed", "ok", "check-lg", pgettext_lazy("state", "Confirmed"))
register("refused", "bad", "x-lg", pgettext_lazy("state", "Refused"))

# What an initiative is doing
register("pipeline", "", "calendar3", pgettext_lazy("state", "In preparation"))
register("planned", "", "calendar3", pgettext_lazy("state", "Planned"))
register("implementation", "info", "play-fill", pgettext_lazy("state", "In implementation"))
register("ongoing", "info", "play-fill", pgettext_lazy("state", "Ongoing"))
register("finalisation", "info", "circle-half", pgettext_lazy("state", "In finalization"))
register("completed", "ok", "check-lg", pgettext_lazy("state", "Completed"))
register("ended", "", "check-lg", pgettext_lazy("state", "Ended"))
register("suspended", "warn", "slash-circle", pgettext_lazy("state", "Suspended"))
register("cancelled", "bad", "x-lg", pgettext_lazy("state", "Cancelled"))

# Meetings and their records
register("scheduled", "info", "calendar-event", pgettext_lazy("state", "Scheduled"))
register("moved", "warn", "arrow-right", pgettext_lazy("state", "Moved"))
register("held", "", "check-lg", pgettext_lazy("state", "Held"))
register("record_preparation", "", "pencil-square", pgettext_lazy("state", "Record in preparation"))
register("clearance", "info", "hourglass-split", pgettext_lazy("state", "Open for comment"))
register("circulated", "info", "hourglass-split", pgettext_lazy("state", "Circulated"))
register("objected", "bad", "exclamation-circle-fill", pgettext_lazy("state", "Objection"))
register("agreed", "ok", "check2-all", pgettext_lazy("state", "Agreed"))
register("adopted", "ok", "check2-all", pgettext_lazy("state", "Adopted"))
register("invited", "", "envelope", pgettext_lazy("state", "No answer yet"))
register("attending", "ok", "check-lg", pgettext_lazy("state", "Attending"))
register("apologies", "", "dash-lg", pgettext_lazy("state", "Apologies"))

# Action points and tasks
register("open", "", "circle", pgettext_lazy("state", "Open"))
register("reported_done", "rev", "send", pgettext_lazy("state", "Reported done"))
register("verified", "ok", "check2-all", pgettext_lazy("state", "Verified"))
register("done", "ok", "check-lg", pgettext_lazy("state", "Done"))
register("reopened", "warn", "arrow-counterclockwise", pgettext_lazy("state", "Reopened"))
register("overdue", "bad", "exclamation-circle-fill", pgettext_lazy("state", "Overdue"))
register("due_soon", "warn", "clock", pgettext_lazy("state", "Due soon"))

# Cycles and indicators
register("grace", "warn", "hourglass-split", pgettext_lazy("state", "In grace period"))
register("extended", "info", "hourglass-split", pgettext_lazy("state", "Extended"))
register("requested", "rev", "hourglass-split", pgettext_lazy("extension", "Asked for"))
register("granted", "ok", "check-lg", pgettext_lazy("extension", "Granted"))
register("declined", "", "x-lg", pgettext_lazy("extension", "Declined"))
register("closed", "", "lock", pgettext_lazy("state", "Closed"))
register("on_track", "ok", "check-lg", pgettext_lazy("state", "On track"))
register("behind", "warn", "exclamation-triangle-fill", pgettext_lazy("state", "Behind"))
register("met", "ok", "check2-all", pgettext_lazy("state", "Target met"))
register("no_data", "", "dash-lg", pgettext_lazy("state", "No data"))
register("carried_over", "", "arrow-repeat", pgettext_lazy("state", "Carried over"))

# Languages and the nature of a content
register("original", "", "check-lg", pgettext_lazy("translation", "Original"))
register("translated", "ok", "check-lg", pgettext_lazy("translation", "Translated"))
register("outdated", "warn", "exclamation-triangle-fill", pgettext_lazy("translation", "Out of date"))
register("missing", "", "circle", pgettext_lazy("translation", "Missing"))
register("working_translation", "", "translate", pgettext_lazy("translation", "Working translation"))
register("no_translation", "", "translate", pgettext_lazy("translation", "No translation"))
register("official", "info", "patch-check", pgettext_lazy("content", "Official"))
register("sample", "", "info-circle", pgettext_lazy("content", "Sample"))
register("demo", "", "info-circle", pgettext_lazy("content", "Demo"))
register("public", "", "globe2", pgettext_lazy("content", "Public"))
register("members", "", "people", pgettext_lazy("content", "Members only"))
register("secretariat", "rev", "lock", pgettext_lazy("content", "Secretariat only"))
register("active", "ok", "check-lg", pgettext_lazy("state", "Active"))
register("inactive", "", "dash-lg", pgettext_lazy("state", "Inactive"))

# Background jobs: what somebody called off is no failure, and looks like none
register("job_queued", "", "hourglass-split", pgettext_lazy("state of a job", "Waiting"))
register("job_running", "info", "circle-half", pgettext_lazy("state of a job", "Running"))
register("job_done", "ok", "check-lg", pgettext_lazy("state of a job", "Done"))
register("job_failed", "bad", "exclamation-circle-fill", pgettext_lazy("state of a job", "Failed"))
register("job_cancelled", "", "slash-circle", pgettext_lazy("state of a job", "Cancelled"))

# Imports, and what each row of a file would do
register("import_reading", "info", "circle-half", pgettext_lazy("state of an import", "Being read"))
register("import_refused", "bad", "exclamation-circle-fill", pgettext_lazy("state of an import", "Not readable"))
register("import_previewed", "info", "eye", pgettext_lazy("state of an import", "Preview"))
register("import_applying", "info", "circle-half", pgettext_lazy("state of an import", "Being imported"))
register("import_applied", "ok", "check-lg", pgettext_lazy("state of an import", "Imported"))
register("import_discarded", "", "trash", pgettext_lazy("state of an import", "Discarded"))
register("import_expired", "", "clock-history", pgettext_lazy("state of an import", "Expired"))
register("row_error", "bad", "exclamation-circle-fill", pgettext_lazy("row of an import", "Error"))
register("row_duplicate", "bad", "files", pgettext_lazy("row of an import", "Duplicate"))
register("row_warning", "warn", "exclamation-triangle-fill", pgettext_lazy("row of an import", "Warning"))
register("row_new", "ok", "plus-lg", pgettext_lazy("row of an import", "New"))
register("row_change", "info", "pencil", pgettext_lazy("row of an import", "Change"))
register("row_unchanged", "", "check-lg", pgettext_lazy("row of an import", "Unchanged"))
