"""Runs the steps on the connection that ``storage.schema`` hands over, or writes them as SQL."""

from alembic import context

if context.is_offline_mode():
    # For PostgreSQL; storage.postgres.migrate runs it in one transaction of its own.
    context.configure(dialect_name="postgresql", transactional_ddl=False, literal_binds=True)
else:
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, transaction_per_migration=True)
with context.begin_transaction():
    context.run_migrations()
