"""Days as Japanese says and writes them, understood relative to today."""
