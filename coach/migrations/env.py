"""What Alembic runs: the steps, on the connection that the store hands over and inside its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
