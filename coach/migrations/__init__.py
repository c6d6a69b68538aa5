"""The steps from each older shape of the database to today's, run by Alembic when a store is opened."""
