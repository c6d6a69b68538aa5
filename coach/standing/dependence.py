"""Whether one of the two depends on the other, or works beside them and has refused softly: one such no ends it."""

import re

from coach.lexicon import fold, lexicon
from coach.said.heard import Heard
from coach.situation import ReasonKind, SignId
from coach.standing.clues import Clues
from coach.standing.customers import invites_a_customer
from coach.standing.history import noes_in
from coach.standing.own_trade import comes_from_elsewhere, without_own_trade
from coach.standing.private_ties import as_friends
from coach.standing.telling import Told
from guardrails.safety import screen
from guardrails.vocabulary import Danger

_WHO = r"(?:\((?:[、,・ ]|男性?|女性?|大学院生|院生|大学生|学生|社会人|会社員|年[上下]|同い年|[0-9]+[歳才]?|[一二三四五六七八九十]+[歳才]?|修士|博士|代)+\))?"
_OF_A_CIRCLE = re.compile(
    r"(?:(?:市民|社会人|地域の|地元の|町の|趣味の)?(?:吹奏楽団?|楽団|オーケストラ|オケ|合唱団?|コーラス|劇団|サークル|同好会|句会|歌会|読書会|[^。、\n]{1,6}の会|クラブ|(?:草野球|フットサル|サッカー|野球|バスケ|バレー|テニス|ランニング|ボドゲ)(?:チーム|部|会|クラブ|仲間)?|バンド|サロン|(?:テニス|ダンス|料理|英会話|写真|陶芸|ヨガ)(?:教室|スクール)|ジム)(?:の|で(?:一緒|いっしょ)の))"
    rf"(?:先輩|後輩|仲間|団員|メンバー|同期|友[達人だ]ち?)(?:さん)?{_WHO}"
)
"""A senior of a hobby is no superior, whatever they study or work as."""
_NO_LONGER = re.compile(
    r"(?:お?店の)?(?:常連|お?客|お客)(?:の?お?客)?(?:さん|さま|様)?だった(?:人|方|女性|男性|子)?"
)
"""Who was served once, and is not any more."""
_STILL = re.compile(r"(?:今|いま)(?:でも|も)|まだ|毎[日週月]|よく(?:来|いら)|通って(?:くれ|くだ|い?る)|来店")
_A_FRIEND = "友達"
_SAID_OF_PEERS = re.compile(r"常連(?:さん)?|(?:大学)?院生?(?:さん)?[にを]?")
"""Words that sound like power only where somebody serves, teaches or decides."""
_DECIDES = re.compile(
    r"働い|勤め|店員|スタッフ|接客|うちの店|当店|店をや|経営|(?<![a-z])ta(?![a-z])|チューター|家庭教師|教え(?!て(?:くれて)?(?:ください|ほし|下さい))|指導|授業|講義|採点|査読|審査|研究室|助教|講師|教授|先生"
)
_DISTANCE = re.compile(
    r"遠慮|見送|(?<!差し)控え(?!め)|辞退|気持ちだけ|(?:やめ|よし)て?(?:おき|とき)ます|機会が?(?:あれば|ありまし)|(?:また|別|次)の機会|いずれ|そのうち"
)
"""The polite words of a no that keeps its distance and gives no reason."""


def depends(clues: Clues) -> bool:
    """Whether what they answer may not be free, so that the first soft no is the last word."""
    told = clues.told
    if told.has("not_held"):
        return False
    words = _words_of_power(clues)
    if words and not _is_free(words, clues):
        return True
    return told.has("at_work") and _refuses_softly(clues.heard)


def _is_free(words: list[str], clues: Clues) -> bool:
    """Whether the words of power are said of nobody who depends: of peers, of a shop's customer, of a name, of the user's trade."""
    told = clues.told
    customer = invites_a_customer(told.folded.text)  # who is served may go elsewhere
    named = _only_in_name(told.folded.original, clues) or _only_of_oneself(clues)
    return customer or _of_peers(told, words) or named


def _words_of_power(clues: Clues) -> list[str]:
    text = clues.told.folded.text
    words = [text[start:end] for start, end in clues.told.places("held")]
    return words + [e.text for a in clues.alarms if a.danger is Danger.WORK_POWER for e in a.evidence]


def _of_peers(told: Told, words: list[str]) -> bool:
    """Whether the only words for it are said of peers (ジムの常連仲間), and nobody teaches, serves or decides."""
    peers = told.has("peers") and not _DECIDES.search(told.folded.text)
    return peers and all(_SAID_OF_PEERS.fullmatch(word) for word in words)


def _only_in_name(message: str, clues: Clues) -> bool:
    """Whether nothing of it is left where a friend stands for who is met in a hobby, on an app, or was a customer once."""
    even = fold(message).text
    still = _STILL.search(even) is not None
    plain = _of_friends(even, still=still)
    if plain == even:
        return False
    telling = _of_friends(clues.told.folded.text, still=still)
    return _is_plain(telling, plain)


def _of_friends(text: str, *, still: bool) -> str:
    """A folded text that calls a friend whoever is none but in name; who is a customer ``still`` is not."""
    plain = as_friends(_OF_A_CIRCLE.sub(_A_FRIEND, text))
    return plain if still else _NO_LONGER.sub(_A_FRIEND, plain)


def _only_of_oneself(clues: Clues) -> bool:
    """Whether nothing of it is left but the user's own trade, and whom they invited comes from elsewhere."""
    telling = clues.told.folded.text
    if not comes_from_elsewhere(telling) or _they_speak_of_it(clues):
        return False
    message = fold(clues.told.folded.original).text
    return _is_plain(without_own_trade(telling), without_own_trade(message))


def _they_speak_of_it(clues: Clues) -> bool:
    """Whether their own words tell of power: a rule of the house, a patient."""
    found = [e for a in clues.alarms if a.danger is Danger.WORK_POWER for e in a.evidence]
    return any(h.span.start <= e.start < h.span.end for h in clues.heard for e in found)


def _is_plain(telling: str, message: str) -> bool:
    held = lexicon("telling")["held"].find(telling)
    return held is None and Danger.WORK_POWER not in {alarm.danger for alarm in screen(message)}


def _refuses_softly(heard: tuple[Heard, ...]) -> bool:
    noes = noes_in(heard)
    if not noes:
        return False
    reply, words = noes[-1].reply, fold(noes[-1].span.text).text
    bare = reply.reason.kind in (ReasonKind.NONE, ReasonKind.OTHER) and not reply.reason.formula
    polite = {sign.id for sign in reply.signs} <= {SignId.POSTPONED}
    return bare and polite and reply.offered is None and bool(_DISTANCE.search(words))
