"""Operations of migrations."""

import uuid

from django.db.migrations.operations.base import Operation

# The label of a row that was there before its history began.
STOOD = "stood"


class Together(Operation):
    """Many operations that do not build upon each other, with one look at the state of all models.

    One by one, the tables and triggers of the history would rebuild that state some three hundred times, which took
    half a minute of every new database.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, operations):
        self.operations = operations

    def deconstruct(self):
        return type(self).__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # what is not built needs no rebuilding; it is built when it is asked for
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            # A trigger is taken off a table that the state before all of them does not know.
            operation.database_backwards(app_label, schema_editor, from_state, from_state)

    def describe(self):
        return "Create the tables and the triggers of the history"


class KeepWhatStands(Operation):
    """A first snapshot of every row that was there before its history was kept.

    Without it the first change of such a row would keep the new text and lose the old one.
    """

    reversible = True

    def state_forwards(self, app_label, state):
        pass

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        context = str(uuid.uuid4())
        for events in to_state.apps.get_app_config(app_label).get_models():
            if any(field.name == "pgh_obj" for field in events._meta.concrete_fields):
                schema_editor.execute(_snapshots(events, schema_editor.quote_name), [STOOD, context])

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """What was kept stays kept."""

    def describe(self):
        return "Keep how every row stood when its history began"


def _snapshots(events, quoted):
    columns = [quoted(field.column) for field in events._meta.concrete_fields if not field.name.startswith("pgh_")]
    rows = events._meta.get_field("pgh_obj").related_model._meta
    table, log, key = quoted(rows.db_table), quoted(events._meta.db_table), quoted(rows.pk.column)
    return f"""
        INSERT INTO {log} ({", ".join(columns)}, pgh_created_at, pgh_label, pgh_obj_id, pgh_context, pgh_context_id)
        SELECT {", ".join(columns)}, now(), %s, {key}, '{{"command": "migrate"}}', %s
        FROM {table} WHERE NOT EXISTS (SELECT FROM {log} WHERE {log}.pgh_obj_id = {table}.{key})
    """
