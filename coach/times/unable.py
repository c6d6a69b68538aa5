"""The user's own no to a day that was offered: 「日曜ならって言われたけど、日曜は仕事で行けない」."""

import re

from coach.lexicon import fold
from coach.times.offered import DAY, days_left
from guardrails.vocabulary import Span

_ALL = r"(?:どっち|どちら|両方|両日|全部|ぜんぶ|いずれ|どの日|どれ)(?:と?も)?|(?:その|あの|同じ|出してくれた|言ってくれた|提案してくれた|提案された|指定された)日|そこ|それも"
_CANNOT = (
    r"(?:行け|いけ|会え|伺え|うかがえ|出られ|来られ|参加でき|空けられ|時間(?:が|を)?(?:取れ|作れ)|都合(?:が|を)?つけられ)(?:そうに?(?:も)?)?(?:な(?:い|く)(?!は|も|もな|こと)|ま(?:せん|へん)|へん|ん(?!か)|ず)"
    r"|(?:空いて|あいて)(?:い)?(?:な[いく]|ま(?:せん|へん)|へん)"
    r"|(?<![一-龠])(?:無理|むり|ムリ)(?!し|を|せ|なく|のない|やり|すれば)|だめ(?!元|も?と)|ダメ(?!元|も?と)|駄目(?!元)|あかん|都合(?:が|は)?(?:悪|つか|つきま[せへ]|合[わい](?:な|ま[せへ]|ず|へん|ん))|難し|厳し|きつ[いく]"
    r"|(?:予定|先約|用事|仕事|バイト|出張|法事|夜勤|結婚式|試験|シフト|会議|約束)(?:が|も|を|に)?(?:ある|あっ|あり|入っ|入れ|埋ま|かぶ|被|(?:な|な?ん)(?:の|ん)?(?:だ|で|や)|だ(?![ろっ])|です|や(?:ねん|けん|し|から)|で(?![もきす])|やって|(?=[。!、…]|$))"
    r"|埋まって|塞がって|ふさがって|旅行(?:中|で|に行)|遠出"
)
_TAKEN = re.compile(
    rf"(?P<day>{DAY}|{_ALL})(?:の(?:朝|昼|夜|夕方|午前|午後))?(?:だけ)?(?:は|も|が|って|に|、|自分|私|俺|僕|こっち|うち)*[^。!?\n□]{{0,14}}?(?P<cannot>{_CANNOT})"
)
_NOT_OURS = re.compile(
    r"[^。!?\n]{0,8}?(?:って(?:言われ|返(?:って|され|事が|信が)|来|き[たて])|と(?:言われ|のこと|返って)|とのこと|らしい|みたい|だそう|だって(?:さ)?[。!?\n]|(?:ら|れば)(?:いい|どう|断))"
    r"|[^。!?\n]{0,14}?(?:行け(?:る|ます|そう(?!に?な))|いける|休め(?!な)|ずらせ|調整し|空け(?:る|ます|られる)|なんとか|何とか|終わってから|大丈夫)"
    r"|(?:かも)?(?:だ)?(?:ったら|なら|でも(?:いい|大丈夫))|(?:だ|です)?(?:か(?:な)?[?？。]|か(?:どうか|も))"
)
"""Behind it: said by somebody else, got over, or not known yet."""


def unable(telling: str, offered: str) -> Span | None:
    """The words in which the user says that they cannot come on a day of what is ``offered``, in offsets of ``telling``."""
    folded = fold(telling)
    found = [
        m
        for m in _TAKEN.finditer(folded.text)
        if not _NOT_OURS.match(folded.text, m.end()) and days_left(offered, m[0]) != days_left(offered, "")
    ]
    return folded.span(found[0].start(), found[-1].end()) if found else None
