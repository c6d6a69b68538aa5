"""Where the two are without an appointment: at work, in class, at practice, on the stairs of the house they live in."""

import re
from collections.abc import Sequence

from guardrails.kinds.burdens import HEAVY, forms
from guardrails.kinds.predicate import Predicate
from guardrails.kinds.whereabouts import gone_to
from guardrails.text import Token

_WHERE_ANYWAY = re.compile(
    "(?:会|会所|(?:事務|詰|喫煙|休憩|集会|直売|営業|教習|停留|診療|作業)所|(?:教|茶|研究|部|給湯|休憩|談話|自習|図書|職員|事務|更衣|待合|待ち合い|控え?|会議|音楽|調理|ゼミ|講義|実験|準備|医務|保健)室"
    "|社内|食堂|社食|学食|ロビー|職場|現場|稽古場|練習場|工場|道場|作業場|[大中高]学|学校|ガッコー|校内|校庭|園庭|校門|キャンパス|塾|予備校|スクール|昇降口|下駄箱|会社|オフィス|フロア|部署|ゼミ|サークル|クラス|レッスン"
    "|ジム|コート|クラブ|チーム|楽団|オケ|吹奏楽部?|図書館|体育館|公民館|稽古|練習|合奏|リハ|リハーサル|授業|講義|講座|研修|集まり|集い|寄り合い|寄合|会議|定例|仕事|廊下|階段|踊り場|エレベーター|畑|グラウンド|部活"
    "|バイト|パート|シフト|合唱|コーラス|店先|売り場|厨房|バックヤード|楽屋|病棟|医局|ステーション|町内|近所|垣根|回覧板|待合|待ち合い|朝礼|朝練|夜勤|日勤|申し送り|引き継ぎ|当番|見回り|ゴミ出し|ごみ出し|ゴミ捨て場?|ごみ捨て場?"
    "|送り迎え|送迎|お迎え|御迎え|^レジ|^バ$|^園|保育園|幼稚園|こども園|コインランドリー|tl|タイムライン|掲示板|チャット|ギルチャ|グルチャ|ギルド|サーバー|ディスコード|コメント欄|コメ欄|リプ欄?|グループ|打ち合わせ|納品"
    "|(?:青年|婦人|陶芸|文芸|演劇|写真|美術|音楽|茶道|華道|書道|弓道|剣道|柔道|野球|サッカー|テニス|バスケ|バレー|卓球|陸上|水泳|登山|山岳|軽音|合唱|放送|新聞|園芸|料理|将棋|囲碁)部)$",
    re.IGNORECASE,
)
"""Where the two are without an appointment."""

_OUTING = re.compile(
    "[飲覧奏楽火映宴](?!部|室|屋|団)|(?<![社学])食(?!堂)|デート|女子会|再会|茶会(?!室)|誕生|婚活|合コン"
    "|(?:忘年|新年|歓迎|送別|懇親|親睦|交流|試写|展示|即売|講演|発表|鑑賞|観賞|品評|見学|説明|体験|同窓|祝賀|二次|慰労|オフ|花見|お別れ|^大)会"
)
"""What one is invited to or buys a ticket for, though it ends like a gathering: 忘年会, 講演会."""

_SHOP = ("店", "お店")
"""Where both are only if nobody says which: また店でしゃべろ, not また駅前の店で."""

_PART_OF = forms("先 内 中")

_SPOT = forms("隅 隅っこ 列 席 所 方 辺り 机 卓 島 棚 本棚 窓際 カウンター 椅子 ベンチ 時 折 際 合間")
"""Where in a place, or when in a lesson: 隅 of グラウンドの隅で, 折 of 練習の折に; not 前 of 会社の前で, where people meet to go."""

_GATE, _CHILD_CARE = "門", re.compile("園|迎え")
"""Where parents are anyway: 園の門."""
_BACK = "裏"
"""Of レジ裏, where one works; not of 学校の裏."""
_OVER, _HEDGE = "越し", forms("垣根 生け垣 庭 御庭 塀 柵 フェンス ベランダ 畑")
"""Over which neighbours talk: 庭ごしに; not 画面越しに."""
_NAMES = ("名詞", "接頭辞", "接尾辞", "代名詞")
_USUAL = ("何時も", "いつも")
"""Of いつもの道場で."""
_PIECES = 3
_GOES_WITH = ("で", "の", "と")
_STANDS_BEFORE = ("で", "に", "とか")


def both_are_there(said: Predicate) -> bool:
    """Whether it names a place where the two are without an appointment."""
    around = zip([None, *said.words], said.words, [*said.words[1:], None], strict=False)
    return any(where_both_are(before, word, after) for before, word, after in around) or bool(
        shared_places(said.words)
    )


def where_both_are(before: Token | None, word: Token, after: Token | None) -> bool:
    """Whether a word is such a place: 句会 of 句会で, 練習 of 練習の折に, 先 of バイト先で."""
    if word.lemma in _PART_OF and before is not None:
        return _anyway(before)
    if word.surface in _SHOP and before is not None and before.lemma == "又":
        return after is not None and after.surface == "で"
    follows = after is not None and (after.surface.rstrip("ー") in _GOES_WITH or after.lemma in _PART_OF)
    whole = before.surface + word.surface if before is not None else word.surface  # 試写 + 会
    return follows and _anyway(word) and not _OUTING.search(whole)


def of_a_gathering(words: tuple[Token, ...]) -> bool:
    """Whose or what gathering: 役員 of 役員の集まりで, 読書 of 読書会で."""
    compound = len(words) == _PIECES and words[0].pos[0] == words[1].pos[0] == "名詞"
    if compound and words[0].pos[2] != "副詞可能" and words[0].lemma not in HEAVY:
        return where_both_are(words[0], words[1], words[2]) and not _OUTING.search(words[0].surface)
    if len(words) < _PIECES or words[1].surface != "の" or words[0].pos[0] != "名詞":
        return False
    if words[0].pos[2] == "副詞可能":
        return False  # 夜の教室で, 来週の例会で
    return words[0].lemma not in HEAVY and _anyway(words[2]) and not _OUTING.search(words[0].surface)


def shared_places(words: Sequence[Token]) -> frozenset[int]:
    """Which words name a spot in a place where both are: グラウンドの隅っこ of グラウンドの隅っこで, not ジムのサウナで."""
    found: set[int] = set()
    first = 0
    while first < len(words):
        end = first
        while end < len(words) and _of_a_name(words[end]):
            end += 1
        if end > first and _names_a_spot(words[first:end], words[end : end + 1]):
            found |= set(range(first, end))
        first = max(end, first + 1)
    return frozenset(found)


def _of_a_name(word: Token) -> bool:
    return word.pos[0] in _NAMES or word.surface in ("の", "や") or word.lemma in _USUAL


def _names_a_spot(chain: Sequence[Token], after: Sequence[Token]) -> bool:
    if after and after[0].surface.rstrip("ー") not in _STANDS_BEFORE:
        return False
    names = [t for t in chain if t.pos[0] in _NAMES and t.pos[0] != "接頭辞"]
    if not names or not (_anyway(names[-1]) or names[-1].lemma in _SPOT or _own_spot(chain, names)):
        return False
    if after and after[0].surface == "に" and names[-1].lemma not in _SPOT | {_OVER}:
        return False  # またゼミに来て
    if names[-1].lemma == _OVER:
        return True
    beside = [t for t in names if not _anyway(t) and t.lemma not in _SPOT | {_GATE, _BACK}]
    if _OUTING.search("".join([t.surface for t in names])):
        return False
    return any(map(_anyway, names)) and not any(
        t.pos[2] == "副詞可能" or t.pos[1] == "数詞" or t.lemma in HEAVY or gone_to(t) for t in beside
    )


def _own_spot(chain: Sequence[Token], names: Sequence[Token]) -> bool:
    """A spot that only beside its own word is where both are: 園の門, レジ裏, 庭ごし."""
    last, before = names[-1].lemma, names[:-1]
    if last == _GATE:
        return any(_CHILD_CARE.search(t.surface) for t in before)
    if last == _BACK:
        return bool(before) and chain[-2] is before[-1]
    return last == _OVER and len(before) == 1 and before[0].lemma in _HEDGE


def _anyway(word: Token) -> bool:
    return bool(_WHERE_ANYWAY.search(word.surface)) and not _OUTING.search(word.surface)
