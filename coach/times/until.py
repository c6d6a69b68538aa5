"""How long a reason lasts, as Japanese says it (来月の10日まで, クリスマスまで, 年内は, お盆明け), relative to a day."""

import re
from dataclasses import dataclass
from datetime import date

from coach.times.dates import WEEKDAYS
from coach.times.named_days import TIME, last_day


@dataclass(frozen=True, slots=True)
class Until:
    """How long a reason lasts: the words, and the last day of it when that can be told."""

    start: int
    end: int
    words: str
    day: date | None


_EVENT = (
    r"(?:試験|期末|中間|テスト|受験|検定|面接|繁忙期|決算|締め?切り?|〆切|納期|出張|旅行|実習|研修|卒論|論文|合宿|発表|就活|大会|試合|ライブ|公演|本番|千秋楽"
    r"|入稿|校正|引っ越し|治療|手術|退院|検査|健診|法事|結婚式)"
)
_OF_IT = r"(?P<in>[^。!?、\nはがもを]{0,10}?)"
_ENDS = re.compile(
    rf"(?P<words>{TIME}{_OF_IT}(?:いっぱい|(?:が来る|になる)?まで|迄|明け|あけ|過ぎ|すぎ|が終わ|中は|中|に終わ|締切|〆切|締め切))",
    re.I,
)
_DUE_ON = re.compile(rf"(?P<words>{_EVENT}(?:が|は|の(?:日|本番)が){TIME})", re.I)
_DAY_OF = re.compile(  # any event with its day: ハーフマラソンが10/26だから
    r"(?P<words>[一-龠々ァ-ヶー]{2,12}が(?=\d{1,2}[/月])"
    rf"{TIME})(?=だ|な|で|に|、|。|$)",
    re.I,
)
_BACK_ON = re.compile(
    rf"(?P<words>{TIME}[のに朝昼夜夕方晩中午前後頃ごろ]{{0,4}}[にでは](?:は|なら|しか)?(?:帰|戻|終わ|治|退院|復帰|抜け|空け))",
    re.I,
)
_ON_IT = re.compile(  # a weekday alone is the day of the invitation, not the end of a reason
    rf"(?P<words>(?![{WEEKDAYS}]曜){TIME}(?:の|に|は|が)?[^。!?、\nはがもに]{{0,6}}?{_EVENT})(?!の?結果)",
    re.I,
)
_FROM_NOW = re.compile(rf"(?P<words>(?:あと|この先|少なくとも)(?=[\d一-龠ひ]){TIME})", re.I)
_SO_LONG = re.compile(
    rf"(?P<words>(?=[\d一-龠ひ]{{1,3}}(?:日|週間|[かカヶケヵ個]月|年)){TIME})(?:くらい|ぐらい|ほど)?(?:は[^。!?、\n]{{0,4}}(?:な|ん|無理|厳|難|安静)|の?(?:入院|安静|療養|出張|治療))",
    re.I,
)
_HOW = r"(?:まじ(?:で)?|マジ(?:で)?|がち(?:で)?|ガチ(?:で)?|ほんと(?:に|う?に)?|本当に|めっちゃ|めちゃくちゃ|めちゃ|かなり|すごく|ちょっと|なかなか|結構|けっこう|ずっと|もう|、)"
_FULL = r"(?:忙し|いそがし|バタバタ|ばたばた|ばったばた|手一杯|手いっぱい|余裕(?:が)?な|予定(?:が)?(?:いっぱい|パンパン|ぱんぱん|埋ま)|詰まって|立て込)"
_ALL_OF = re.compile(
    rf"(?P<words>{TIME})(?<=今週|今月|今年|年内|年度|年始|週末)(?:内|中|一杯)?(?=は|{_HOW}*{_FULL})", re.I
)
_UNDATED = re.compile(
    rf"(?P<words>[^。!?、,\n「」]{{0,14}}?{_EVENT}(?:が|の)?(?:まで|終わ(?:る|った|り|ら)|明け|おわ(?:る|った)|すむ|済む)"
    r"[^。!?、,\n「」]{0,4})"
    r"|(?P<lasting>[一-龠々ァ-ヶー]{2,10}まで(?=続|ずっと|は[^。!?]{0,8}(?:ない|ませ|無理|むり|難|厳|だめ|へん)))"
)
_FREE_ON = re.compile(  # the day behind an end: 夜勤週が終わる日曜
    rf"(?P<words>[一-龠々ァ-ヶー]{{1,8}}(?:が|の)?(?:終わ|おわ)(?:る|った){TIME})", re.I
)
_RESULT_ON = re.compile(rf"(?P<words>{TIME}(?:に|の)?(?:出る|分かる|わかる)[^。!?、\n]{{0,6}}結果)", re.I)
_SAID = (_FREE_ON, _RESULT_ON, _ENDS, _DUE_ON, _DAY_OF, _BACK_ON, _ON_IT, _FROM_NOW, _SO_LONG, _ALL_OF)
_DEADLINE = re.compile(
    rf"(?P<words>(?:提出日?|締め?切り?|〆切|期限|最終日|千秋楽|退院)(?:は|が){TIME})", re.I
)
_TOLD = (_ENDS, _DEADLINE)


def until(text: str, today: date, *, told: bool = False) -> Until | None:
    """How long the reason in a reply lasts, as they put it (「来月の10日まで」「お盆明け」).

    The day counts from ``today``, the day the reply is read. None when nothing is said; ``day`` is None when
    what is said has no date (「試験が終わるまで」). Where the user tells of it (``told``), who also speaks of plans of their
    own, only an end that is called one counts.
    """
    for pattern in _TOLD if told else _SAID:
        if m := pattern.search(text):
            return Until(m.start("words"), m.end("words"), m["words"], last_day(m, today))
    if m := _UNDATED.search(text):
        said = "words" if m["words"] else "lasting"
        return Until(m.start(said), m.end(said), m[said], None)
    return None
