"""A wish that a reply sets against its own no (クラゲ撮りたい! けど今回はごめん): it is no reason for it."""

import re
from collections.abc import Iterator

from coach.standing.place import CLAUSE

_SET_AGAINST = re.compile(
    r"たい(?:です|ん(?:だ|です|や)|の(?:だ|です)?|な[ぁあー〜]*|よ|わ|ねん)*[^ぁ-んァ-ヶ一-龠a-z0-9、]*"
    r"(?:けれ?ど|でも(?!い[いけ])|だ(?:けど|が)|ですが|やけど|のに|(?<=[すだ])が(?=、)|(?<![ぁ-んァ-ヶ一-龠])が(?=、)|しかし|ただ(?=、))"
)
"""In a folded reply: the wish, and what turns against it."""
_IDLE = re.compile(
    r"(?:寝|休み?|眠り?|帰り?|ゆっくりし|のんびりし|だらだらし|ダラダラし|こもり|籠り|一人でい|集中し|専念し)$"
)
"""Who would rather rest has said why."""


def wishes_against(words: str) -> Iterator[tuple[int, int]]:
    """Where a folded reply wishes for what it turns down: from the beginning of the clause to its turn."""
    for m in _SET_AGAINST.finditer(words):
        if not _IDLE.search(words, 0, m.start()):
            begin = max((c.start() for c in CLAUSE.finditer(words, 0, m.start() + 1)), default=0)
            yield begin, m.end()
