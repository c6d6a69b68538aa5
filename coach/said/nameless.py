"""Pasted talk without names: lines marked with ``>``, lines with times only, a name alone over an indented block."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coach.said.replying import answers
from coach.said.typed_lines import DAY, GAP, TIME, Pasted, TypedLine
from coach.said.voices import Voice, invites
from guardrails.vocabulary import Span

_WHEN = re.compile(rf"(?:昨日|今日|おととい|今朝)?\s*(?:{DAY})?\s*(?:{TIME})?")


def timed(lines: Sequence[TypedLine], message: str) -> list[Pasted]:
    """Lines with a time and no name: theirs, when there are at least two."""
    timed = [x for x in lines if ":" in x.stamp and not x.name and x.words(message)]
    if len(timed) < 2:
        return []
    out = []
    for x in timed:
        words = message[x.words_at : x.end].rstrip()
        out.append(Pasted(Voice.THEM, Span(x.words_at, x.words_at + len(words), words), x.stamp))
    return out


def marked(lines: Sequence[TypedLine], message: str) -> list[Pasted]:
    """Talk where one side is marked with ``>``: the marked lines are the user's, those between are theirs."""
    at = [i for i, x in enumerate(lines) if x.marked]
    if len(at) < 2:
        return []
    out = []
    alone = all(b - a == 1 for a, b in pairwise(at))  # one block, all of it quoted from the other
    asked = _asks_and_is_answered([lines[i].whole(message).strip("＞> 　") for i in at]) if alone else ()
    end = at[-1] + (not alone and not GAP.match(lines[at[-1]].whole(message).strip("＞> 　")))
    for i in range(at[0], min(end + 1, len(lines))):  # an answer may stand under the last marked line
        x = lines[i]
        start = x.start
        piece = message[start : x.end]
        start += len(piece) - len(piece.lstrip("＞> 　"))
        words = message[start : x.end].strip()
        if words and not GAP.match(words) and not _WHEN.fullmatch(words):
            out.append(
                Pasted(
                    Voice.USER if (x.marked and not alone) or i - at[0] in asked else Voice.THEM,
                    Span(start, start + len(words), words),
                )
            )
    return out


def _asks_and_is_answered(quoted: Sequence[str]) -> tuple[int, ...]:
    """Which of the lines of one block is the user's: the first, where it invites and the next one says no."""
    return (0,) if len(quoted) > 1 and invites(quoted[0]) and answers(quoted[1]) else ()


def blocks(lines: Sequence[TypedLine], message: str) -> Iterator[tuple[int, Pasted]]:
    """Lines under a name that stands alone, each with its place: at least two, all of them indented."""
    under = False
    for i, x in enumerate(lines):
        under = (under and x.indented and bool(x.whole(message))) or _is_head(lines, message, i - 1)
        if under:
            words = x.whole(message)
            start = message.index(words, x.start)
            yield i, Pasted(Voice.THEM, Span(start, start + len(words), words))


def _is_head(lines: Sequence[TypedLine], message: str, i: int) -> bool:
    """Whether line ``i`` is a name alone, with at least two indented lines under it."""
    if i < 0 or i + 2 >= len(lines) or lines[i].name or lines[i].stamp or lines[i].indented:
        return False
    head = lines[i].whole(message)
    return (
        0 < len(head) <= 10
        and not re.search(r"[。!！?？、]", head)
        and all(lines[j].indented and lines[j].whole(message) for j in (i + 1, i + 2))
    )
