"""A story and its keeping: events, turns, the database behind them, ways out of it."""
