"""The user's own text as the pieces of a draft."""

from coach.parts import Piece
from guardrails.vocabulary import Act, Verdict


def pieces_of(text: str, verdict: Verdict) -> tuple[Piece, ...]:
    """The text line by line, each with what its first sentence does; a line that no act is known of goes on."""
    pieces: list[Piece] = []
    at = 0
    for line in text.splitlines(keepends=True):
        acts = [s.act for s in verdict.acts if at <= s.span.start < at + len(line)]
        at += len(line)
        act = acts[0] if acts else pieces[-1].act if pieces else Act.DISCLOSURE
        pieces.append(Piece(act, line.rstrip("\n"), break_before=bool(pieces)))
    return tuple(pieces)
