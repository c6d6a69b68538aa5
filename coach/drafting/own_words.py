"""自分の言葉ファースト: the user's own line, judged, and as a draft without what the guard does not let through."""

from collections.abc import Generator, Iterator
from dataclasses import replace
from itertools import combinations, islice, pairwise

from coach.answering.wanted import Wanted, drafts_in
from coach.compose import compose
from coach.parts import Draft, Drafted, Judged, Kind, Piece, Source
from coach.situation import Action
from guardrails.check import check
from guardrails.text import view
from guardrails.vocabulary import Act, Outcome, Verdict

_MOST = 120  # ways of thinning a line out that are tried
_AS_IT_IS = "あなたの言葉のままで大丈夫そうです。"
_MENDED = "あなたの言葉を残して、気になるところだけ直しました。"
_WARMED = "あなたの言葉に、一言だけ添えました。"
_TELL_MORE = (
    "その文は、どんなやりとりのあとのものですか。相手の言葉がそのままあると、代わりの文も一緒に考えられます。"
)


def own_first(wanted: Wanted) -> Generator[Judged | Drafted, None, Wanted]:
    """The user's line judged, and what can be made of it; gives what is left to be answered.

    Who only shows a draft gets a corrected one where it fails, none where it passes, and further ones only where
    the other's words are known.
    """
    checked = wanted.plan.action is Action.CHECK_DRAFT
    if wanted.own:
        verdict = check(wanted.own, stage=wanted.stage, incoming=wanted.incoming)
        wanted = replace(wanted, judged=verdict)
        yield Judged(wanted.own, verdict)
    if checked and (wanted.judged is None or wanted.judged.outcome is Outcome.PASS):
        return replace(wanted, kinds=())
    if checked and not wanted.incoming:
        wanted = replace(wanted, kinds=())
    drafted = tuple(own_words(wanted))
    yield from drafted
    kept = drafts_in(drafted)
    if checked and not kept and not wanted.kinds and not wanted.reading.question:
        return replace(wanted, reading=replace(wanted.reading, question=_TELL_MORE))
    made = {draft.kind for draft in kept}
    return replace(wanted, kept=kept, kinds=tuple(kind for kind in wanted.kinds if kind not in made))


def own_words(wanted: Wanted) -> Iterator[Drafted]:
    """The line itself, thinned out as little as possible, and with one line more where a warm draft is wanted."""
    if not (wanted.plan.drafts and wanted.own):
        return
    text = _mended(wanted.own, wanted)
    if not text or text in wanted.shown:
        return
    verdict = _judged(text, wanted)
    why = _AS_IT_IS if text == wanted.own else _MENDED
    yield wanted.drafted(_draft(Kind.BRISK, text, verdict, why))
    known = {span.act for span in verdict.acts} or {Act.DISCLOSURE}
    for warm in compose(wanted, kinds=(Kind.WARM,)) if Kind.WARM in wanted.kinds else ():
        for piece in warm.pieces:
            longer = f"{text}\n{piece.text}"
            verdict = _judged(longer, wanted)
            if piece.act not in known and verdict.outcome is Outcome.PASS:
                yield wanted.drafted(_draft(Kind.WARM, longer, verdict, _WARMED))
                return


def _mended(text: str, wanted: Wanted) -> str:
    """As many of the line's sentences as pass together, all of them if they do; "" when none does."""
    tried = islice(_thinned(text), _MOST)
    return next((left for left in tried if _judged(left, wanted).outcome is Outcome.PASS), "")


def _thinned(text: str) -> Iterator[str]:
    """The text, then without one sentence, then without two; what leaves more of it first."""
    ends = [sentence.end for sentence in view(text).sentences[:-1]]
    sentences = [text[a:b] for a, b in pairwise((0, *ends, len(text)))]
    for out in range(len(sentences)):
        kept = ("".join(left).strip() for left in combinations(sentences, len(sentences) - out))
        yield from sorted(filter(None, kept), key=len, reverse=True)


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
