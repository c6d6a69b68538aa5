"""What a wish for a rewrite takes out of the message, and what it leaves in."""

import re
from collections.abc import Iterator

from guardrails.text import view
from guardrails.wishes.slots import ADD, slot

NOTHING = "\u200b"
"""Stands for a letter that was cut out, so that places are kept."""

_CLAUSE = re.compile(r"[^。．.!！?？\n、,]*(?:「[^」]*」|『[^』]*』)?[^。．.!！?？\n、,]*[。．.!！?？\n、,]*")
_WITHOUT = re.compile(
    r"(?<!かな)[かわさたならがばせけれえべめ]ずに?|ないで(?!す|き|ほしい|くだ|くれ)"
    r"|(?:やめ|消し|抜い|削っ|外し|なくし)て(?=[^、。]{2,40}(?:に(?:し|す)|入れ|足し|だけ|変え|書)|[^、。]{2,12}[でに]$)"
)
"""Where a clause ends that says what to do without: 「理由は聞かずにお礼を」, 「文はやめて名前だけにする」."""

_QUOTED = re.compile(r"[「『][^」』]*[」』]")
_REMOVE = "{REMOVE}"
_REMOVED = "{REMOVE}(?:て|た|と|で|さい|ださい|ほしい|くれ|よ|ね|お願い|な|い|ます|です){0,4}$"
_FORCES = "{FORCES}"
_BARE = "{BARE}"
_WHY = re.compile(r"(?:から|ので|んで|けど|し)[、,]?$")
"""A clause that gives a reason."""

_POINTS_BACK = "^の(?:くだり|とこ|ところ|部分|一文|一行|行|あたり|へん)|そこ|それ|これ|その(?:部分|へん|辺|あたり|一文|行|文)|この(?:部分|へん|一文|行|文)|あそこ"


def parted(text: str) -> tuple[str, str]:
    """The wish without the clauses that take something out, and those clauses alone; places are kept.

    「そこ削って」 takes out what the clause before it names.
    """
    clauses = list(_clauses(text))
    out: set[int] = set()
    for index, (start, end) in enumerate(clauses):
        seen = view(_QUOTED.sub(lambda quoted: NOTHING * len(quoted[0]), text[start:end]))
        if slot(_FORCES).spans(seen):
            continue
        if slot(_REMOVED).spans(seen) or (slot(_REMOVE).spans(seen) and not slot(ADD).spans(seen)):
            out.update(range(start, end))
            if slot(_BARE).spans(seen) or slot(_POINTS_BACK).spans(seen):
                out.update(range(_named_from(text, clauses[:index], start), start))
    kept = "".join(NOTHING if i in out else c for i, c in enumerate(text))
    removed = "".join(c if i in out else NOTHING for i, c in enumerate(text))
    return kept, removed


def _named_from(text: str, before: list[tuple[int, int]], end: int) -> int:
    """Where that begins which a clause that only says to take it out speaks of: the clause before, reasons apart.

    「来週どう?」の部分、断られたとこだから、抜いて: a clause that points back takes the one before it along.
    """
    for start, stop in reversed(before):
        end = start
        said = view(text[start:stop])
        if not (_WHY.search(text[start:stop]) or slot(_POINTS_BACK).spans(said)):
            break
    return end


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The places of the clauses of a wish."""
    for clause in _CLAUSE.finditer(text):
        start = clause.start()
        for without in _WITHOUT.finditer(text, start, clause.end()):
            said = text[start : without.end()]
            if said.count("「") + said.count("『") > said.count("」") + said.count("』"):
                continue  # 「気にしないで」は消して: the words of a quote part nothing
            yield start, without.end()
            start = without.end()
        if start < clause.end():
            yield start, clause.end()
