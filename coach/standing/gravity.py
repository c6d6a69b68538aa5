"""Whether the reason for a no is one under which cheer would hurt: a death, a hospital, a misfortune."""

from coach.lexicon import fold, lexicon
from coach.situation import Reading


def grave(reading: Reading) -> bool:
    """Whether their words, or the reason as it was told, say so; then nothing glad is said in the answer (article A)."""
    told = (span.text for span in (reading.incoming, reading.reason.span) if span)
    return any(family.find(fold(words).text) for words in told for family in lexicon("gravity").values())
