"""An operation of migrations."""

from django.db.migrations.operations.base import Operation


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
