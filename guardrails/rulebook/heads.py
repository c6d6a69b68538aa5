"""What a text must have in it for a pattern to match at all: the first letters of the pattern's literal pieces."""

import re
from dataclasses import dataclass, field

GRAM = 4
"""Letters of a piece that are looked up. Three were measured: twice as many patterns were then run in vain."""

GROUPS = 2
"""Of the groups of a way so many are asked for. With one, twice as many patterns are run, and compiled, in vain."""

_SPREAD = 12.0
"""A letter more makes a piece about so many times rarer."""

_MOST = 600  # heads of one piece; where a letter more would make more of them, they stay as short as they are


@dataclass(slots=True)
class _Node:
    """A piece of a pattern: whether it has a gap (a dot), what it can begin with, what is inside."""

    least: int  # characters it takes at least
    gap: bool = False
    words: tuple[str, ...] = ()  # what it may be, if that is a list of literals
    branches: list[list["_Node"]] = field(default_factory=list)
    optional: bool = False


_ELEMENT = re.compile(
    r"(?P<open>\((?:\?(?:P<\w+>|:|[ims]+\)))?)|(?P<close>\))|(?P<bar>\|)|(?P<anchor>[\^$])|(?P<dot>\.)"
    r"|(?P<set>\[[^\]]*\])|\\(?P<escaped>.)"
    r"|(?P<run>[^\\()|\[\]*+?{}^$.]+(?![*+?{]))|(?P<one>[^\\()|\[\]*+?{}^$.])"
)
_LITERALS = re.compile(r"\(\?:([^()\[\].?*+{}\\^$]+)\)")  # a group of nothing but words
_QUANTIFIER = re.compile(r"[?*+]|\{(\d+)(?:,\d*)?\}")


def _parse(source: str, at: int = 0) -> tuple[list[list[_Node]], int]:
    """The branches of a pattern from ``at`` to its end or closing parenthesis."""
    branches: list[list[_Node]] = [[]]
    while at < len(source):
        part = (source.startswith("(?:", at) and _LITERALS.match(source, at)) or _ELEMENT.match(source, at)
        if part is None:
            raise ValueError(f"cannot read the pattern from 「{source[at : at + 10]}」 on")
        at = part.end()
        match part.lastgroup:
            case "run":
                branches[-1].append(_Node(len(part[0]), words=(part[0],)))
                continue
            case "bar":
                branches.append([])
                continue
            case "close":
                return branches, at
            case None:
                words = tuple(part[1].split("|"))
                node = _Node(min(map(len, words)), words=words)
            case "open":
                inner, at = _parse(source, at)
                least = min(sum(n.least for n in branch) for branch in inner)
                node = _Node(least, gap=any(n.gap for branch in inner for n in branch), branches=inner)
            case "set":
                letters = part[0][1:-1]
                known = () if "-" in letters or letters.startswith("^") else tuple(letters)
                node = _Node(1, words=known, gap=not known)
            case "anchor":
                node = _Node(0, words=("\n",))  # what is there is a line's end
            case "dot":
                node = _Node(1, gap=True)
            case _:
                node = _Node(1, words=(part["escaped"] or part["one"],))
        times = _QUANTIFIER.match(source, at)
        if times:
            at = times.end()
            if not (int(times[1]) if times[1] else times[0] == "+"):
                node.optional, node.least = True, 0
        branches[-1].append(node)
        if times and times[0] != "?":
            branches[-1].append(_Node(0, gap=True))  # how often it is there is open, so nothing joins on
    return branches, at


def _heads(run: list[_Node]) -> frozenset[str]:
    """What a gapless run can begin with: strings of ``GRAM`` letters, or shorter where the run is over."""
    done: set[str] = set()
    open_heads = {""}
    for node in run:
        if not open_heads:
            break
        grown: set[str] = set()
        if node.branches:
            for branch in node.branches:
                for tail in _heads(branch):
                    grown.update((head + tail)[:GRAM] for head in open_heads)
        else:
            grown.update((head + word)[:GRAM] for head in open_heads for word in node.words)
        if node.optional:
            grown |= open_heads
        if len(done) + len(grown) > _MOST:
            break
        done |= {head for head in grown if len(head) == GRAM}
        open_heads = {head for head in grown if len(head) < GRAM}
    return frozenset(done | open_heads)


def needs(source: str) -> list[tuple[frozenset[str], ...]]:
    """For each way a pattern can match, one branch of it: groups of heads, the rarest first.

    One head of each group must be in the text; there is no group where the branch has no piece that says anything.
    """
    return [groups for branch in _parse(source)[0] for groups in _branch_needs(branch)]


def _branch_needs(branch: list[_Node]) -> list[tuple[frozenset[str], ...]]:
    if len(branch) == 1 and branch[0].branches and branch[0].gap and not branch[0].optional:
        return [groups for inner in branch[0].branches for groups in _branch_needs(inner)]
    groups: list[frozenset[str]] = []
    run: list[_Node] = []
    for node in [*branch, _Node(0, gap=True)]:
        if not node.gap:
            run.append(node)
            continue
        groups += [_heads(run)] if sum(n.least for n in run) else []
        groups += [_inner_heads(node)] if node.branches and not node.optional else []
        run = []
    telling = [heads for heads in groups if heads and "" not in heads]
    return [tuple(sorted(telling, key=_frequency)[:GROUPS])]


def _inner_heads(node: _Node) -> frozenset[str]:
    """One group for a piece with gaps inside: the rarest of each of its ways; empty where a way has none."""
    rarest = [groups[:1] for inner in node.branches for groups in _branch_needs(inner)]
    return frozenset().union(*[heads for group in rarest for heads in group]) if all(rarest) else frozenset()


def _frequency(heads: frozenset[str]) -> float:
    """How often one of these is met, on a scale of its own."""
    return sum(_SPREAD ** -len(head) for head in heads)
