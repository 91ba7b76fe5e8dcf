"""The database user of the web server and the worker: it does all that the portal needs, and changes no log."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from psycopg import sql

from core.history.tracking import event_tables, log_tables

ON_THE_SCHEMA = """
    GRANT CONNECT ON DATABASE {database} TO {user};
    REVOKE CREATE ON SCHEMA public FROM PUBLIC, {user};
    GRANT USAGE ON SCHEMA public TO {user};
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {user};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {user};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {user};
    REVOKE ALL ON django_migrations FROM {user};
    GRANT SELECT ON django_migrations TO {user};
"""


class Command(BaseCommand):
    help = __doc__ + " Run it as the owner of the tables after every migrate."

    def add_arguments(self, parser):
        parser.add_argument("user", help="name of the database user")
        parser.add_argument("--create", action="store_true", help="create it, without a password, where it is missing")

    @transaction.atomic
    def handle(self, *, user, create, **options):
        with connection.cursor() as cursor:
            if create and not self.exists(cursor, user):
                cursor.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(user)))
            self.refuse_powerful(cursor, user)
            names = {"user": sql.Identifier(user), "database": sql.Identifier(connection.settings_dict["NAME"])}
            cursor.execute(sql.SQL(ON_THE_SCHEMA).format(**names))
            # The triggers write events with the rights of their owner: the user only reads them.
            self.leave(cursor, user, event_tables(), "SELECT")
            self.leave(cursor, user, log_tables(), "SELECT, INSERT")
            self.ensure_kept(cursor, user)
        self.stdout.write(f"{user} may use the portal, and change no log.")

    def exists(self, cursor, user):
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [user])
        return cursor.fetchone() is not None

    def refuse_powerful(self, cursor, user):
        if not self.exists(cursor, user):
            raise CommandError(f"There is no database user {user}. Create it, or add --create.")
        cursor.execute(
            "SELECT rolsuper OR rolcreaterole OR pg_has_role(rolname, current_user, 'MEMBER') "
            "FROM pg_roles WHERE rolname = %s",
            [user],
        )
        if cursor.fetchone()[0]:
            raise CommandError(
                f"{user} could change any table: the web server and the worker need a user of their own."
            )

    def ensure_kept(self, cursor, user):
        """Rights may also come from a role that the user belongs to: what counts is what is left in the end."""
        cursor.execute(
            "SELECT log FROM unnest(%s::text[]) AS log WHERE has_table_privilege(%s, log, 'UPDATE, DELETE, TRUNCATE')"
            " UNION ALL SELECT log FROM unnest(%s::text[]) AS log WHERE has_table_privilege(%s, log, 'INSERT')",
            [[*event_tables(), *log_tables()], user, list(event_tables()), user],
        )
        if changeable := cursor.fetchone():
            raise CommandError(
                f"{user} could still write {changeable[0]}, by a role that it belongs to: take that role from it."
            )

    def leave(self, cursor, user, tables, rights):
        for table in tables:
            statement = sql.SQL("REVOKE ALL ON {table} FROM PUBLIC, {user}; GRANT " + rights + " ON {table} TO {user}")
            cursor.execute(statement.format(table=sql.Identifier(table), user=sql.Identifier(user)))
