"""What kind of text is judged: apart from the judges, so that `--help` need not load them."""

from enum import StrEnum


class Kind(StrEnum):
    """A message to them, words to the user, or a wish for a rewrite."""

    DRAFT = "draft"
    ADVICE = "advice"
    REQUEST = "request"
