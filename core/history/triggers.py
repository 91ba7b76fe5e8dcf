"""The triggers that write history.

Two things differ from those of pghistory. They run with the rights of the owner of the tables, so that the database
user of the application needs no right to write a log. And no setting of the session switches them off.
"""

import pghistory
import pgtrigger
from pghistory import trigger
from pgtrigger import compiler


class HistoryTriggerSql(compiler.UpsertTriggerSql):
    """Migrations name this class: a changed template needs a new class, or older migrations would change with it."""

    def get_template(self):
        return """
            CREATE OR REPLACE FUNCTION {pgid}() RETURNS TRIGGER
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
                BEGIN
                    {func}
                END;
            $$;
            -- Or anybody could hang it on a table of their own and write false history.
            REVOKE ALL ON FUNCTION {pgid}() FROM PUBLIC;

            DROP TRIGGER IF EXISTS {pgid} ON {table};
            CREATE TRIGGER {pgid}
                {when} {operation} ON {table}
                FOR EACH {level} {condition}
                EXECUTE FUNCTION {execute};

            COMMENT ON TRIGGER {pgid} ON {table} IS '{hash}';
        """


class HistoryTrigger(trigger.Event):
    def compile(self, model):
        compiled = super().compile(model)
        return compiler.Trigger(name=compiled.name, sql=HistoryTriggerSql(**compiled.sql.kwargs))


class _WithHistoryTrigger:
    def add_event_trigger(self, event_model):
        pgtrigger.register(
            HistoryTrigger(
                event_model=event_model,
                label=self.label,
                name=self.trigger_name,
                row=self.row,
                operation=self.operation,
                condition=self.condition,
                level=self.level,
            )
        )(event_model.pgh_tracked_model)


class Inserted(_WithHistoryTrigger, pghistory.InsertEvent):
    label = "insert"


class Updated(_WithHistoryTrigger, pghistory.UpdateEvent):
    label = "update"


class Deleted(_WithHistoryTrigger, pghistory.DeleteEvent):
    """Keeps the row as it was."""

    label = "delete"
