"""For monitoring: is the process alive, is it ready to serve?"""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse


@login_not_required
def live(request):
    return JsonResponse({"status": "alive"})


@login_not_required
def ready(request):
    """503 while the database does not answer or its tables are older than the code."""
    try:
        executor = MigrationExecutor(connection)
        pending = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return JsonResponse({"status": "not ready", "database": "unreachable"}, status=503)
    if pending:
        return JsonResponse({"status": "not ready", "database": "migrations pending"}, status=503)
    return JsonResponse({"status": "ready"})
