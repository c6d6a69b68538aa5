"""Whether the reason for a no is one under which cheer would hurt: a death, a hospital, a misfortune."""

import re

from coach.lexicon import fold, lexicon
from coach.situation import Reading

_PASSED = "in_hospital"
"""What may be over by now: who is in hospital comes home, who has died does not."""
_SAFELY_OVER = re.compile(
    r"(?:無事|成功|うまくい|上手くい|問題な|順調)[^。!?]{0,10}(?:終わ(?:っ(?!たら)|り(?:まし|、))|済(?:ん(?!だら)|み)|終え(?:た(?!ら)|て|まし)|退院(?:し(?:た(?!ら)|て|まし)|でき(?:た(?!ら)|て|まし))|帰って(?:き|来)|乗り(?:越え|切っ)|成功)"
    r"|(?:手術|検査|入院|治療|オペ)[^。!?]{0,8}(?:成功し(?:た(?!ら)|て|まし)|(?:うまく|上手く)い(?:っ(?!たら)|きまし))"
    r"|(?<!再)退院(?:し(?:た(?!ら|い|ばかり|ばっか)|て(?!から|も|ない)|まし)|でき(?:た(?!ら)|て(?!ない)|まし)|も?済)"
    r"|(?:もう|今は|いまは|すっかり)[^。!?、]{0,6}(?:元気(?!が?な|じゃ)|大丈夫(?!じゃ|では|か)|治っ|完治|回復し|よくなっ|良くなっ)|完治し(?:た(?!ら)|て|まし)|全快|快気|回復しました"
)
_GOES_ON = re.compile(
    r"意識(?:が|は)|まだ|今も|いまも|目が離せ|看病|介護|看て|療養|安静|リハビリ|再(?:入院|手術|発)|(?:また|来週|今週|今日|明日)[^。!?、]{0,4}(?:入院|手術|倒れ)|危な"
)
"""Beside it: it is not over yet."""


def grave(reading: Reading) -> bool:
    """Whether their words, or the reason as it was told, say so; then nothing glad is said in the answer (article A).

    An illness that is said to be safely over is no sorrow of these days.
    """
    told = [fold(span.text).text for span in (reading.incoming, reading.reason.span) if span]
    return any(
        family.find(words) and not (name == _PASSED and _is_over(words))
        for words in told
        for name, family in lexicon("gravity").items()
    )


def _is_over(words: str) -> bool:
    return bool(_SAFELY_OVER.search(words)) and not _GOES_ON.search(words)
