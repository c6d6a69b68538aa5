"""Where the two are without an appointment: at work, in class, at practice."""

import re

from guardrails.kinds.burdens import HEAVY, forms
from guardrails.kinds.predicate import Predicate
from guardrails.text import Token

_WHERE_ANYWAY = re.compile(
    "(?:会|会所|事務所|詰所|(?:教|茶|研究|部|給湯|休憩|談話|自習|図書|職員|事務)室|社内|食堂|社食|学食|ロビー|職場|現場|稽古場|練習場|工場|道場|[大中高]学|学校|校内|会社|ゼミ|サークル|クラス|レッスン"
    "|ジム|コート|クラブ|チーム|図書館|体育館|公民館|稽古|練習|授業|講義|講座|集まり|集い|会議|仕事|廊下|畑|グラウンド|部活"
    "|バイト|パート|シフト|合唱|コーラス|店先|売り場|直売所|町内|近所|朝礼|朝練|夜勤|日勤|^レジ|^バ$|^園|保育園|幼稚園|こども園)$"
)
"""Where the two are without an appointment."""

_OUTING = re.compile("[飲覧奏楽火映宴]|(?<![社学])食(?!堂)|デート|女子会|再会")

_SHOP = ("店", "お店")
"""Where both are only if nobody says which: また店でしゃべろ, not また駅前の店で."""

_PART_OF = forms("先 内 中")

_PIECES = 3
_GOES_WITH = ("で", "の", "と")


def both_are_there(said: Predicate) -> bool:
    """Whether it names a place where the two are without an appointment."""
    around = zip([None, *said.words], said.words, [*said.words[1:], None], strict=False)
    return any(where_both_are(before, word, after) for before, word, after in around)


def where_both_are(before: Token | None, word: Token, after: Token | None) -> bool:
    """Whether a word is such a place: 句会 of 句会で, 練習 of 練習の折に, 先 of バイト先で."""
    if word.lemma in _PART_OF and before is not None:
        return bool(_WHERE_ANYWAY.search(before.surface))
    if word.surface in _SHOP and before is not None and before.lemma == "又":
        return after is not None and after.surface == "で"
    follows = after is not None and (after.surface.rstrip("ー") in _GOES_WITH or after.lemma in _PART_OF)
    return follows and bool(_WHERE_ANYWAY.search(word.surface)) and not _OUTING.search(word.surface)


def of_a_gathering(words: tuple[Token, ...]) -> bool:
    """Whose or what gathering: 役員 of 役員の集まりで, 読書 of 読書会で."""
    compound = len(words) == _PIECES and words[0].pos[0] == words[1].pos[0] == "名詞"
    if compound and words[0].pos[2] != "副詞可能" and words[0].lemma not in HEAVY:
        return where_both_are(None, words[1], words[2]) and not _OUTING.search(words[0].surface)
    if len(words) < _PIECES or words[1].surface != "の" or words[0].pos[0] != "名詞":
        return False
    if words[0].pos[2] == "副詞可能":
        return False  # 夜の教室で, 来週の例会で
    return words[0].lemma not in HEAVY and bool(_WHERE_ANYWAY.search(words[2].surface))
