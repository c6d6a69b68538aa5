"""Ages in a message: who is under 18 and who is grown up, and whether they are the two it is about."""

import re
from dataclasses import dataclass

from guardrails.vocabulary import Span

_DIGITS = str.maketrans("0123456789", "0123456789")
_NUMBER = r"(?:[1-9][0-9]|[一二三四五六七]?十[一二三四五六七八九]?)"
_AGE = re.compile(
    rf"(?P<age>{_NUMBER})\s*(?:歳|才|さい|代の|の(?:女|男|人|子|おじ|社会|会社)|女|男|♀|♂|です(?:。|が|、|けど|$)|、(?:女|男)|会社員|OL|主婦)"
    rf"|[((](?P<bracket>{_NUMBER})[歳才]?(?:[・、/]?[男女♂♀])?[))]"
    rf"|(?:わたし|あたし|私|俺|おれ|僕|ぼく|うち|当方|相手|彼|彼女|向こう)(?:は|が)?\s*(?P<bare>{_NUMBER})(?![0-9]*(?:日|回|時|分|月|年|人|通|件|万|円|個|点|%|%|kg|キロ|冊|枚|本))"
)
_SCHOOL = re.compile(
    r"小学生|小学[1-6一二三四五六]年|小[1-6456]の|中学生|中学[1-3一二三]年|中[1-3一二三](?![0-9日月年])|高校生|高校[1-3一二三]年"
    r"|高[1-3一二三](?![0-9日月年])|女子高生|男子高生|女子高校生|(?<![A-Za-z])(?:JK|JC|DK|JS)(?![A-Za-z])|未成年|18歳未満|生徒(?:さん|の)"
)
_GROWN = re.compile(
    r"社会人|会社員|大人(?:の|です|な|だけ)|おじさん|おっさん|先生|教師|教員|顧問|コーチ|担任|塾講師|家庭教師|店長|上司|公務員|既婚"
    r"|大学生|サラリーマン|主婦|アラサー|アラフォー|三十代|四十代|五十代|[2-6]0代"
)
_KIN = re.compile(
    r"(?:娘|息子|弟|妹|孫|甥|姪|いとこ|うちの子|子ども|子供|長男|長女|次男|次女)(?:は|が|も|の)?(?:まだ|もう)?[、,((\s]{0,2}$"
)
_PAST = re.compile(r"(?:頃|ころ|時代|のとき|の時|のころ|時から|の同級生|以来|卒業|からの(?:親友|友|知))")
_BOTH = re.compile(
    r"(?:どっちも|どちらも|お互い|二人とも|両方|ふたりとも|同い年|同級生|同じクラス|クラスメ|タメ|同じ学校|同じ高校)"
)
_ADULT = 18
_CHILD_SCHOOLS = re.compile("小|中学|中[1-3一二三]|JC|JS")


@dataclass(frozen=True, slots=True)
class Ages:
    """What a message says of ages: ``minors`` and ``adults`` as spans of it; ``same`` when both are of an age."""

    minors: tuple[Span, ...]
    adults: tuple[Span, ...]
    same: bool

    @property
    def apart(self) -> bool:
        """Whether one of the two is under 18 and the other grown up."""
        return bool(self.minors and self.adults) and not self.same


def read_ages(message: str) -> Ages:
    """Find who is under 18 and who is grown up; the user's own kin and school days long past do not count.

    >>> [s.text for s in read_ages("32歳です。高校生の子が好き").minors]
    ['高校生']
    """
    text = message.translate(_DIGITS)
    minors: list[Span] = []
    adults: list[Span] = []
    for match in _AGE.finditer(text):
        age = _number(match["age"] or match["bracket"] or match["bare"])
        if not 6 <= age < 100 or _aside(text, match.start(), match.end()):
            continue
        span = Span(match.start(), match.end(), message[match.start() : match.end()])
        (minors if age < _ADULT else adults).append(span)
    for match in _SCHOOL.finditer(text):
        if not _aside(text, match.start(), match.end()):
            minors.append(Span(match.start(), match.end(), message[match.start() : match.end()]))
    for match in _GROWN.finditer(text):
        if not _aside(text, match.start(), match.end()):
            adults.append(Span(match.start(), match.end(), message[match.start() : match.end()]))
    return Ages(tuple(minors), tuple(adults), bool(_BOTH.search(text)))


def _aside(text: str, start: int, end: int) -> bool:
    return bool(_KIN.search(text[max(0, start - 8) : start]) or _PAST.match(text[end : end + 8]))


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    tens, _, ones = words.partition("十")
    digits = "〇一二三四五六七八九"
    return (digits.index(tens) if tens else 1) * 10 + (digits.index(ones) if ones else 0)
