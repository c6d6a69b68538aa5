"""A shown draft made to what is wished, by rule: what can be shown of it, and what is said of what cannot."""

from dataclasses import dataclass, replace

from coach.answering.wanted import Wanted
from coach.compose import briefest, drawn, line_of, passes
from coach.drafting.dialect import sounds_of
from coach.drafting.pieces import pieces_of
from coach.drafting.register import sounds
from coach.drafting.remarks import NO_LONGER, NO_SHORTER, NOUN, THEIR_OWN, beside
from coach.drafting.restyle import (
    UNCHANGED,
    addressed,
    in_dialect,
    swapped,
    with_line,
    with_piece,
    with_way_out,
    without_emoji,
    without_way_out,
)
from coach.drafting.style import Style, kind_for
from coach.drafting.wish import Wish
from coach.parts import Draft, Kind, Piece, Source
from coach.situation import Register
from guardrails.check import check
from guardrails.vocabulary import Stage

_AS_SAID = "あなたの言葉のままです。"
_ANEW = (Style.SHORTER, Style.LONGER, Style.SOFTER, Style.POLITE, Style.ANOTHER)


@dataclass(frozen=True, slots=True)
class Reworded:
    """The drafts that have passed, none where the draft stays as it is; ``notes`` is what is said with them."""

    drafts: tuple[Draft, ...]
    notes: tuple[str, ...]


def reworded(draft: Draft, new: Wish, every: Wish, wanted: Wanted) -> Reworded:
    """The draft as ``new`` wishes, with what ``every`` wish that led to it and this one come to."""
    notes = [*beside(draft, new, every, wanted)]
    if new.whole:
        own = Draft(
            draft.kind, pieces_of(new.whole, check(new.whole, stage=wanted.stage)), _AS_SAID, Source.COMPOSED
        )
        made = _finished(own, replace(new, lines=()), wanted)
        return _guarded(made, draft, notes, wanted)
    if every.own and new.has(*_ANEW, Style.CASUAL):
        notes.append(THEIR_OWN)
    if every.own or not _is_anew(draft, new, every):
        made = _finished(draft, every, wanted)
        return _guarded(made, draft, notes, wanted) if made.text != draft.text else Reworded((), tuple(notes))
    kept = tuple(p for p in draft.pieces if any(words in p.text for words in new.kept))
    drafts: list[Draft] = []
    brief = every.has(Style.SHORTER) and not new.has(Style.ANOTHER)
    for kind in tuple(Kind) if new.has(Style.ANOTHER) else (kind_for(every.styles, draft.kind),):
        used = [piece.text for one in drafts for piece in one.pieces]
        tried = briefest(wanted) if brief else drawn(wanted, kind, used=used)
        bases = (_with(base, kept) for base in tried)
        found = _first([_finished(base, every, wanted) for base in bases], draft, new, every, wanted)
        if found is None and every.has(Style.WAY_OUT) and new.has(Style.SHORTER):
            shorn = replace(every, styles=tuple(s for s in every.styles if s is not Style.WAY_OUT))
            found = _first(
                [_finished(_with(b, kept), shorn, wanted) for b in briefest(wanted)],
                draft,
                new,
                shorn,
                wanted,
            )
        drafts += [found] if found else []
    if drafts:
        if new.has(Style.DIALECT) and not any(sounds_of(base.text, every.dialect) for base in drafts):
            notes.append(UNCHANGED[Style.DIALECT])
            drafts = drafts if new.has(*_ANEW) else []
        return Reworded(tuple(drafts), tuple(notes))
    if new.has(Style.SHORTER, Style.LONGER):
        notes.append(NO_SHORTER if new.has(Style.SHORTER) else NO_LONGER)
        rest = replace(every, styles=tuple(s for s in every.styles if s not in _ANEW))
        made = _finished(draft, rest, wanted)
        if made.text != draft.text and passes(made, wanted):
            return Reworded((made,), tuple(notes))
    if new.lines:
        return _guarded(_finished(draft, every, wanted), draft, notes, wanted)
    return Reworded((), tuple(notes))


def _is_anew(draft: Draft, new: Wish, every: Wish) -> bool:
    """Whether other phrases are needed: what can be changed in the draft itself is changed there."""
    polite = sounds(draft.text) is Register.POLITE
    turned = polite and new.has(Style.CASUAL, Style.DIALECT)
    turned = turned or (new.has(Style.DIALECT) and in_dialect(draft, every.dialect) == draft)
    gone = any(words in draft.text for words in new.without)
    return new.has(*_ANEW) or turned or gone or (new.has(Style.STANDARD) and bool(every.was_dialect))


def _with(base: Draft, kept: tuple[Piece, ...]) -> Draft:
    for piece in kept:
        base = base if piece.text in base.text else with_piece(base, piece)
    return base


def _finished(base: Draft, wish: Wish, wanted: Wanted) -> Draft:
    """The draft with everything of a wish that is changed in a draft itself."""
    register = wanted.reading.register
    if wish.has(Style.NO_WAY_OUT) and wanted.stage is not Stage.SECOND_INVITE:
        base = without_way_out(base)
    if wish.has(Style.WAY_OUT):
        base = with_way_out(base, wanted)
    for act in wish.meant:
        line = line_of(wanted, act)
        if line and not any(piece.act is act for piece in base.pieces):
            base = with_piece(base, line)
    if wish.has(Style.DIALECT):
        base = in_dialect(base, wish.dialect, own=wish.lines)
    for words in (words for words in wish.lines if not NOUN.search(words)):
        base = with_line(base, words, register, literal=words not in wish.loose)
    for old, new in wish.swaps:
        base = swapped(base, old, new)
    if wish.has(Style.NO_EMOJI):
        base = without_emoji(base)
    return addressed(base, wish.name) if wish.name else base


def _first(made: list[Draft], draft: Draft, new: Wish, every: Wish, wanted: Wanted) -> Draft | None:
    """The first that is what was wished, was not shown before, and passes."""
    fit = [
        one
        for one in made
        if one.text not in (*wanted.shown, draft.text)
        and not any(words in one.text for words in every.without)
        and (not new.has(Style.SHORTER) or _length(one) < _length(draft))
        and (not new.has(Style.LONGER) or _length(one) > _length(draft))
    ]
    if every.has(Style.DIALECT):  # what sounds of the place comes first
        fit.sort(key=lambda one: not sounds_of(one.text, every.dialect))
    return next((one for one in fit if passes(one, wanted)), None)


def _length(draft: Draft) -> int:
    return len("".join(draft.text.split()))


def _guarded(made: Draft, draft: Draft, notes: list[str], wanted: Wanted) -> Reworded:
    """The draft if it passes; else why it does not, in the finding's words."""
    if passes(made, wanted):
        return Reworded((made,), tuple(notes))
    findings = check(made.text, stage=wanted.stage, incoming=wanted.incoming, ours=True).findings
    why = next(((f.why, f.hint) for f in findings if f.why), ())
    return Reworded((), (*notes, *filter(None, why)))
