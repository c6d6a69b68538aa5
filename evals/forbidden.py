"""Words that may stand in nothing the coach shows, whatever the guard says of them: a second look that shares no rule."""

import re
from collections.abc import Iterable, Iterator

_WORDS: dict[str, str] = {
    "certainty of their heart": r"脈なし|脈あり|嫌われて(?:い|る|ます)|(?:絶対|必ず|きっと)(?:に)?(?:好き|嫌い)",
    "promise": r"(?:必ず|絶対に?|間違いなく)(?:連絡|返事|返信|うまく|振り向|会え|OK)",
    "percentage": r"\d+\s*(?:%|％|パーセント)",
    "trick": r"嫉妬させ|駆け引き|わざと(?:無視|返さ|既読)|焦らし|後悔させ",
    "magic": r"引き寄せ|波動|潜在意識",
    "cliché": r"狩猟本能|男(?:性)?(?:という|って)(?:の|もの|生き物)|女(?:性)?(?:という|って)(?:の|もの|生き物)",
    "diagnosis": r"(?:うつ|依存症|発達障害|愛着障害|境界性)(?:です|だと|かもしれ|の(?:疑い|可能性))",
    "blame": r"あなた(?:が|の)(?:重い|悪い|せい)",
    "placeholder": r"\{\w+\}|〔[^〕]*〕|undefined|None\b",
}  # fmt: skip
_FINDERS = {name: re.compile(pattern) for name, pattern in _WORDS.items()}


def forbidden(texts: Iterable[str], given: str = "") -> Iterator[tuple[str, str]]:
    """The (sort, words) of each forbidden word that is shown; what the user typed (``given``) may be said back."""
    for text in texts:
        for name, finder in _FINDERS.items():
            for found in finder.finditer(text):
                if found[0] not in given:
                    yield name, found[0]
