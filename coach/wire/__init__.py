"""The wire to a model: one client, its retries, and what comes in piece by piece."""
