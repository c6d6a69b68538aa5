"""What the wishes for one draft come to: the earlier ones of its turns hold until a newer one is contrary."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from coach.answering.wanted import drafts_in
from coach.drafting.style import Style
from coach.drafting.wish import Wish, wish_of
from coach.parts import Declined, Draft, Read
from coach.story.memory import Case, Turn

_AXES = (
    frozenset({Style.POLITE, Style.CASUAL}),
    frozenset({Style.POLITE, Style.DIALECT}),
    frozenset({Style.DIALECT, Style.STANDARD}),
    frozenset({Style.SHORTER, Style.LONGER, Style.SOFTER}),
    frozenset({Style.WAY_OUT, Style.NO_WAY_OUT}),
)
"""Of these the newest wish alone holds."""


def together(wishes: Sequence[Wish]) -> Wish:
    """What wishes for one draft come to, oldest first; the newest wins where two are contrary."""
    return reduce(_joined, wishes, Wish())


def _joined(old: Wish, new: Wish) -> Wish:
    gone = {style for axis in _AXES if axis & set(new.styles) for style in axis - set(new.styles)}
    styles = {style for style in old.styles if style not in gone and style is not Style.ANOTHER} | set(
        new.styles
    )
    kept = [reduce(lambda words, swap: words.replace(*swap), new.swaps, words) for words in old.lines]
    return replace(
        new,
        styles=tuple(style for style in Style if style in styles),
        dialect=(new.dialect or old.dialect) if Style.DIALECT in styles else "",
        lines=()
        if new.whole
        else tuple(w for w in dict.fromkeys((*kept, *new.lines)) if w not in new.without),
        without=tuple(
            w for w in dict.fromkeys((*old.without, *new.without)) if w not in (*new.lines, new.whole)
        ),
        meant=tuple(dict.fromkeys((*old.meant, *new.meant))),
        name=new.name or old.name,
        loose=tuple(dict.fromkeys((*old.loose, *new.loose))),
        was_dialect=Style.DIALECT in old.styles,
        own=bool(old.whole or old.own) and Style.ANOTHER not in new.styles,
    )


def wishes_before(case: Case, draft: Draft) -> tuple[Wish, ...]:
    """The wishes that have led to ``draft``, oldest first: of the turns since the story was last told.

    One whose own drafts came after it, and so led elsewhere, is none of them, nor is one that was refused.
    """
    chain = _since_told(case)
    shown = [i for i, turn in enumerate(chain) if draft.text in {d.text for d in drafts_in(turn.parts)}]
    last = max(shown, default=-1)
    led = (turn for i, turn in enumerate(chain) if i <= last or not drafts_in(turn.parts))
    refused = (turn for turn in led if not any(isinstance(part, Declined) for part in turn.parts))
    return tuple(wish_of(turn.text) for turn in refused)


def _since_told(case: Case) -> tuple[Turn, ...]:
    """The turns after the newest that was read: each of them was a wish."""
    told = (i for i, turn in enumerate(case.turns) if any(isinstance(part, Read) for part in turn.parts))
    return tuple(turn for turn in case.turns[max(told, default=-1) + 1 :] if turn.finished)
