"""Who writes, and through what: said before each statement that writes, and kept by the triggers with every row.

pghistory's own context does the same, but breaks statements that hold a percent sign and no parameters, and
statements that run many times (docs/decisions/0008).
"""

import contextlib
import json
import threading
import uuid

from django.db import connection, transaction

# They run for days: what they do is said by each request and each job.
LASTING_COMMANDS = {"procrastinate", "runserver", "shell"}
WRITES = ("insert", "update", "delete", "with", "merge")
LONGEST_ADDRESS = 300
_thread = threading.local()


@contextlib.contextmanager
def through(*, user=None, **what):
    """For everything inside: the person's id, and one of page=, command= and job=. The outermost one counts."""
    if getattr(_thread, "is_inside", False):
        yield
        return
    _thread.is_inside = True
    try:
        with connection.execute_wrapper(_Says({"user": user, **what})):
            yield
    finally:
        _thread.is_inside = False


class _Says:
    """Puts the context before a statement, in the same message: it costs no second way to the database."""

    def __init__(self, context):
        text = json.dumps(context).replace("'", "''")
        self.prefix = (
            f"SELECT set_config('pghistory.context_id', '{uuid.uuid4()}', true), "
            f"set_config('pghistory.context_metadata', '{text}', true); "
        )

    def __call__(self, execute, sql, params, many, context):
        if not isinstance(sql, str) or not sql.lstrip("( \n").lower().startswith(WRITES):
            return execute(sql, params, many, context)
        if many:
            with transaction.atomic():
                context["cursor"].execute(self.prefix)
                return execute(sql, params, many, context)
        prefix = self.prefix if params is None else self.prefix.replace("%", "%%")
        result = execute(prefix + sql, params, many, context)
        while result is not None and result.nextset():
            pass  # to the answer of the statement itself
        return result


def of_command(arguments):
    """Wraps a command of manage.py."""
    name = arguments[1] if len(arguments) > 1 else ""
    return contextlib.nullcontext() if name in LASTING_COMMANDS else through(command=name)


class HistoryMiddleware:
    """Stands after the one that knows the person."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # Without the query: an address may carry what somebody searched for. The database takes no NUL.
        page = request.path.replace("\0", "")[:LONGEST_ADDRESS]
        with through(user=request.user.pk, page=page):
            return self.get_response(request)


def in_a_job(call_next, context, worker):
    """Wraps every job of the worker (PROCRASTINATE_WORKER_DEFAULTS)."""
    with through(job=context.job.task_name):
        return call_next()
