"""One changed case with both of its sides beside each other, the words that it turns on marked."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from rich.table import Column
from rich.table import Table as Grid
from rich.text import Text

from evals.compare import Flip, Key, brief
from evals.result import Result

_MARK = ("⟦", "⟧")  # brackets as well as a colour: a log has no colours


def sides(flip: Flip, before: Mapping[Key, Result], after: Mapping[Key, Result]) -> Grid:
    """The case before and after; a side that is not there stays empty."""
    suite, case, epoch = flip.key
    name = f"{suite}/{case}" + (f" epoch {epoch}" if epoch else "")
    grid = Grid(
        Column("before", ratio=1), Column("after", ratio=1), title=f"{flip.change.value} {name}",
        title_justify="left", title_style="bold red" if flip.grave else "bold", expand=True, show_edge=False,
    )  # fmt: skip
    old, new = before.get(flip.key), after.get(flip.key)
    grid.add_row(_verdict(old), _verdict(new))
    grid.add_row(_text(old, new), _text(new, old))
    return grid


def marked(text: str, pieces: Iterator[str]) -> Text:
    """The text with each piece in brackets and in colour, where it first stands."""
    places = {(text.find(p), text.find(p) + len(p)) for p in pieces if p and p in text}
    found = sorted(places, key=lambda place: (place[0], -place[1]))
    out, at = Text(), 0
    for start, end in found:
        if start >= at:
            out.append(text[at:start]).append(_MARK[0] + text[start:end] + _MARK[1], style="reverse")
            at = end
    return out.append(text[at:])


def _verdict(result: Result | None) -> Text:
    if result is None:
        return Text("–")
    failed = "; ".join(f"{f.what}: want {f.want}, got {f.got}" for f in result.failures)
    return Text(" · ".join(filter(None, (result.status.value, brief(result.seen), failed))), style="italic")


def _text(result: Result | None, other: Result | None) -> Text:
    if result is None:
        return Text()
    text = "\n".join(f"{name}: {words}" for name, words in result.shows.items() if words)
    return marked(text, _pieces(result, text, other))


def _pieces(result: Result, text: str, other: Result | None) -> Iterator[str]:
    """What a rule or a failure points at, and the lines that only this side has."""
    yield from (f.mark for f in result.failures)
    yield from result.seen.get("spans", ())
    if other is None or other.shows == result.shows:
        return
    lines = text.splitlines()
    theirs = "\n".join(f"{name}: {words}" for name, words in other.shows.items() if words).splitlines()
    for tag, start, end, _, _ in SequenceMatcher(None, lines, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from lines[start:end]
