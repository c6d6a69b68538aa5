"""What the coach does, known from recorded cases before users know it."""
