"""自分の言葉ファースト: the user's own line as a draft, changed only where the guard does not let it through."""

from collections.abc import Iterator

from coach.compose import compose
from coach.marks import marks
from coach.parts import Draft, Drafted, Kind, Piece, Source
from coach.wanted import Wanted
from guardrails.check import check
from guardrails.vocabulary import Act, Outcome, Verdict

_STEPS = 4
_AS_IT_IS = "あなたの言葉のままで大丈夫そうです。"
_MENDED = "あなたの言葉を残して、気になるところだけ直しました。"
_WARMED = "あなたの言葉に、一言だけ添えました。"


def own_words(wanted: Wanted) -> Iterator[Drafted]:
    """The line itself, mended as little as possible, and the same with one line more; nothing where that fails."""
    if not (wanted.plan.drafts and wanted.own):
        return
    text = _mended(wanted.own, wanted)
    if not text or text in wanted.shown:
        return
    verdict = _judged(text, wanted)
    why = _AS_IT_IS if text == wanted.own else _MENDED
    yield wanted.drafted(_draft(Kind.BRISK, text, verdict, why))
    known = {span.act for span in verdict.acts}
    for warm in compose(wanted, kinds=(Kind.WARM,)):
        for piece in warm.pieces:
            longer = f"{text}\n{piece.text}"
            verdict = _judged(longer, wanted)
            if piece.act not in known and verdict.outcome is Outcome.PASS:
                yield wanted.drafted(_draft(Kind.WARM, longer, verdict, _WARMED))
                return


def _mended(text: str, wanted: Wanted) -> str:
    """The line with as few of the guard's own fixes as let it pass; "" when they do not get there."""
    for _ in range(_STEPS):
        verdict = _judged(text, wanted)
        if verdict.outcome is Outcome.PASS:
            return text
        found = marks(text, verdict, stage=wanted.stage, incoming=wanted.incoming)
        text = next((fix.text for mark in found for fix in mark.fixes[-1:]), "")
        if not text:
            return ""
    return ""


def _judged(text: str, wanted: Wanted) -> Verdict:
    return check(text, stage=wanted.stage, incoming=wanted.incoming, ours=True)


def _draft(kind: Kind, text: str, verdict: Verdict, why: str) -> Draft:
    """The text line by line, each with what its first sentence does; a line that no act is known of goes on."""
    pieces: list[Piece] = []
    at = 0
    for line in text.splitlines(keepends=True):
        acts = [s.act for s in verdict.acts if at <= s.span.start < at + len(line)]
        at += len(line)
        act = acts[0] if acts else pieces[-1].act if pieces else Act.DISCLOSURE
        pieces.append(Piece(act, line.rstrip("\n"), break_before=bool(pieces)))
    return Draft(kind, tuple(pieces), why, Source.COMPOSED)
