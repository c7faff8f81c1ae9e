"""Alembic's environment: runs the scripts on the connection that `storage.migrate` hands over, in its transaction."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    render_as_batch=True,  # SQLite alters a table by making it anew
    transactional_ddl=True,  # the caller has begun, and SQLite rolls back DDL
)
context.run_migrations()
