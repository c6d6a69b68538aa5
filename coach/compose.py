"""Drafts and words without an LLM, put together from phrases. Every draft that leaves here has passed the guard."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import product
from random import Random
from zlib import crc32

from coach.answering.wanted import Wanted
from coach.drafting.fitting import briefer, choices, fitting
from coach.drafting.phrases import phrases
from coach.parts import Draft, Kind, Piece, Source
from coach.situation import Action, Reading, ReasonKind
from coach.standing.answered_day import declines_the_day
from coach.standing.care import care_owed
from guardrails.check import check
from guardrails.vocabulary import Act, Outcome, Stage

_TRIES = 60  # per kind; phrases are written to pass, so the first try nearly always does

# What each kind is made of, by stage. A draft's lines follow its pieces; ひとこと stays on one line.
_FRAMES: dict[Stage, dict[Kind, tuple[Act, ...]]] = {
    Stage.DECLINED: {
        Kind.BRISK: (Act.THANKS, Act.ACCEPTANCE, Act.FUTURE),
        Kind.WARM: (Act.THANKS, Act.ACCEPTANCE, Act.CARE, Act.FUTURE),
        Kind.SHORT: (Act.ACCEPTANCE, Act.THANKS, Act.FUTURE),
    },
    Stage.ALTERNATIVE: {
        Kind.BRISK: (Act.THANKS, Act.ANSWER, Act.FUTURE),
        Kind.WARM: (Act.THANKS, Act.ANSWER, Act.CARE, Act.FUTURE),
        Kind.SHORT: (Act.ANSWER, Act.FUTURE),
    },
    Stage.COOLDOWN: {
        Kind.BRISK: (Act.DISCLOSURE, Act.FUTURE),
        Kind.WARM: (Act.DISCLOSURE, Act.QUESTION, Act.FUTURE),
        Kind.SHORT: (Act.DISCLOSURE, Act.FUTURE),
    },
    Stage.SECOND_INVITE: {
        Kind.BRISK: (Act.INTEREST, Act.LIGHT, Act.EXIT),
        Kind.WARM: (Act.INTEREST, Act.LIGHT, Act.EXIT),
        Kind.SHORT: (Act.LIGHT, Act.EXIT),
    },
    Stage.CLOSED: {
        Kind.BRISK: (Act.ACCEPTANCE, Act.THANKS),
        Kind.WARM: (Act.ACCEPTANCE, Act.THANKS, Act.CARE),
        Kind.SHORT: (Act.ACCEPTANCE,),
    },
}
_BARE: dict[Stage, tuple[tuple[Act, ...], ...]] = {
    Stage.DECLINED: ((Act.ACCEPTANCE, Act.THANKS),),
    Stage.ALTERNATIVE: ((Act.ANSWER,),),
}
"""What is left of ひとこと where it is to be shorter still."""


def compose(
    wanted: Wanted, *, kinds: tuple[Kind, ...] | None = None, shown: Collection[str] | None = None
) -> tuple[Draft, ...]:
    """Up to one passed draft a kind, none of them shown before; the same ground gives the same drafts.

    Empty when the plan allows no message, where their own words want an answer of their own, or when nothing new can be
    made of the phrases.
    """
    if wanted.plan.action is Action.SMALL_TALK and wanted.reading.they_wrote and wanted.incoming:
        return ()  # 「怒ってる？」 is not answered by the weather
    if not wanted.plan.drafts or wanted.stage not in _FRAMES:
        return ()
    before = set(wanted.shown if shown is None else shown)
    drafts: list[Draft] = []
    used: set[str] = set()
    for kind in wanted.kinds if kinds is None else kinds:
        for draft in drawn(wanted, kind, used=used):
            if draft.text not in before and passes(draft, wanted):
                used.update(piece.text for piece in draft.pieces)
                drafts.append(draft)
                break
    return tuple(drafts)


def drawn(wanted: Wanted, kind: Kind, *, used: Collection[str] = ()) -> Iterator[Draft]:
    """Drafts of a kind as they are drawn for this ground, unguarded; lines in ``used`` only where there are no others."""
    if not wanted.plan.drafts or wanted.stage not in _FRAMES:
        return
    rng = Random(f"{wanted.seed}/{kind.value}")
    for _ in range(_TRIES):
        draft = _draw(rng, kind, wanted, used=used)
        if draft is None:
            return
        yield draft


def briefest(wanted: Wanted) -> Iterator[Draft]:
    """Drafts on one line, unguarded, the shortest of each frame first: then with a part less, down to what an answer needs."""
    if not wanted.plan.drafts or wanted.stage not in _FRAMES:
        return
    for frame in (_FRAMES[wanted.stage][Kind.SHORT], *_BARE.get(wanted.stage, ())):
        acts = fitting(frame, wanted.reading)
        options = [
            [
                *briefer(wanted.stage, act, wanted.reading),
                *choices(wanted.stage, act, wanted.reading, today=wanted.today),
            ]
            for act in acts
        ]
        if all(options):
            for texts in sorted(product(*options), key=lambda texts: len("".join(texts)))[:_TRIES]:
                yield _assemble(
                    Kind.SHORT,
                    tuple(zip(acts, texts, strict=True)),
                    why_of(wanted.stage, Kind.SHORT, wanted.reading),
                )


def line_of(wanted: Wanted, act: Act) -> Piece | None:
    """One line that does this and fits the ground; None where the phrases have none."""
    options = choices(wanted.stage, act, wanted.reading, today=wanted.today)
    return Piece(act, Random(wanted.seed).choice(options), break_before=True) if options else None


def feeling(wanted: Wanted) -> str:
    """The sentence that meets the feeling, before anything else is said."""
    return _next(phrases().feelings[wanted.plan.stage.value if wanted.plan.stage else "none"], wanted)


def evening(wanted: Wanted) -> str:
    """One small thing for an evening on which nothing is sent."""
    return _next(phrases().evenings, wanted)


def _next(lines: list[str], wanted: Wanted) -> str:
    """Another line in every story, and the next one with every turn of it."""
    return lines[(crc32(wanted.case.id.encode()) + len(wanted.case.turns)) % len(lines)]


def every_draft(stage: Stage, reading: Reading, *, today: date) -> Iterator[Draft]:
    """All drafts that the phrases can make for this reading, guarded or not: what the tests show to the guard."""
    for kind, frame in _FRAMES[stage].items():
        options = [choices(stage, act, reading, today=today) for act in fitting(frame, reading)]
        if all(options):
            for texts in product(*options):
                pieces = tuple(zip(fitting(frame, reading), texts, strict=True))
                yield _assemble(kind, pieces, why_of(stage, kind, reading))


def _draw(rng: Random, kind: Kind, wanted: Wanted, *, used: Collection[str]) -> Draft | None:
    pieces: list[tuple[Act, str]] = []
    for act in fitting(_FRAMES[wanted.stage][kind], wanted.reading):
        options = choices(wanted.stage, act, wanted.reading, today=wanted.today)
        fresh = [text for text in options if text not in used] or options
        if not fresh:
            return None
        pieces.append((act, rng.choice(fresh)))
    if kind is Kind.WARM and _has_emoji(wanted.incoming):
        act, text = pieces[-1]
        pieces[-1] = (act, text.rstrip("。") + rng.choice(phrases().emoji))
    return _assemble(kind, tuple(pieces), why_of(wanted.stage, kind, wanted.reading))


def why_of(stage: Stage, kind: Kind, reading: Reading) -> str:
    """What is said of a kind of draft at this stage."""
    if stage is Stage.ALTERNATIVE and declines_the_day(reading):
        return phrases().unable[kind]
    usual = phrases().whys[stage][kind]
    if stage is Stage.DECLINED and care_owed(reading, stage) == ReasonKind.NONE.value:
        return phrases().no_reason.get(kind, usual)
    return usual


def _assemble(kind: Kind, pieces: tuple[tuple[Act, str], ...], why: str) -> Draft:
    return Draft(
        kind=kind,
        pieces=tuple(
            Piece(act=act, text=text, break_before=kind is not Kind.SHORT and i > 0)
            for i, (act, text) in enumerate(pieces)
        ),
        why=why,
        source=Source.COMPOSED,
    )


def _has_emoji(text: str) -> bool:
    return any(ord(c) >= 0x1F300 for c in text)


def passes(draft: Draft, wanted: Wanted) -> bool:
    """Whether a draft may be shown: heard as strictly as our own drafts are."""
    return check(draft.text, stage=wanted.stage, incoming=wanted.incoming, ours=True).outcome is Outcome.PASS
