"""The place in a reply where it refuses for good."""

import re

from coach.lexicon import lexicon
from coach.said.replying import FINAL

_AS_BEFORE = "closed_as_before"
_OF_OTHERS = re.compile(
    r"(?:[弟妹姉兄娘甥姪母父]|息子|いとこ|従[兄姉弟妹]+|[両片]?親|おば(?:さん)?|おじ(?:さん)?|幼なじみ|幼馴染|同級生|先輩|後輩|友達|友だち|友人|親友|同僚|同期|上司|部長|課長)(?:さん|ちゃん|くん)?[のがに][^。!?、]{0,6}$"
)  # whose partner or wedding that is (弟の婚約者): no end between the two


def final_no(words: str, *, offers: bool) -> re.Match[str] | None:
    """The first final no in a folded reply, but for what is told of a third person.

    Who ``offers`` a day wishes to go on as before beside it, not instead of it.
    """
    names = [name for name in FINAL if not (offers and name == _AS_BEFORE)]
    found = (m for name in names for m in lexicon("signs")[name].every(words))
    ours = (m for m in found if not _OF_OTHERS.search(words[: m.start()]))
    return min(ours, key=lambda m: m.start(), default=None)
