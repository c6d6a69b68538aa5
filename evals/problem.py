"""What ends a command as a bad call."""


class ProblemError(ValueError):
    """Something that was given cannot be used; ``str`` says what and where."""
