"""Whether a message is nothing but words of theirs, pasted without a mark or a telling: 「ごめん、今日は仕事で行けない」."""

import re

from coach.lexicon import Folded, fold, lexicon
from coach.said.replying import FINAL
from coach.situation import ReasonKind
from coach.standing.own_reason import kind_of, own_words_in

LONGEST = 80
"""Letters of what may be one reply of theirs."""
_SHORT = 20
"""Letters of an apology with nothing but the name of a reason."""
_NOT_THIS_TIME = re.compile(
    r"今回は、?(?:ちょっと)?(?:やめ[とて]|パス|ぱす|遠慮|見送|ごめん|(?:無理|むり)(?![せしをにや])|なしで)"
)


def bare(message: str) -> bool:
    """Whether it reads like an answer to an invitation and tells nothing about it.

    An apology needs a refusal beside it, or the bare name of a reason (ごめん夜勤); a refusal an apology, or 今回は: 仕事に
    行けない is a worry of the user's own. Who says sorry for having a partner is not the user.
    """
    if len(message) > LONGEST:
        return False
    folded, signs = fold(message), lexicon("signs")
    words = folded.text
    if is_the_users(message):
        return False
    sorry = signs["apology"].find(words)
    if sorry and any(signs[name].find(words) for name in FINAL) and signs["refusal"].find(words):
        return True
    not_now = _NOT_THIS_TIME.search(words)
    told = {name for name, family in lexicon("telling").items() if family.find(words)}
    named = bool(sorry) and _names_a_reason(folded)
    refused = bool(sorry and signs["refusal"].find(words))
    only_named = (
        {"partner"} if named else {"off_topic"} if refused else set()
    )  # ごめん、遠距離; 終電なので無理
    if told - only_named - ({"send_more"} if not_now else set()):  # 見送る sends nothing
        return False
    no = refused or named
    offer = signs["offer"].find(words) and not _asks_us(words)
    return bool(no or not_now or signs["postponed"].find(words) or offer)


_TO_THE_COACH = re.compile(
    r"どうし(?:よう|よ|たら|ましょう)|どうすれば|(?:いい|ええ|よか|よろしい|大丈夫|だめ|ダメ|あり)(?:ん|の)?(?:かな|かね|やろか|でしょうか|ですか(?:ね)?)[?。!笑w…〜ー]*$"
)
"""What is asked of nobody but the coach, a day beside it or none: 明日会うんだけどどうしよう, 来月やったらええんかな."""

_MY_OWN = re.compile(
    r"(?:俺|おれ|僕|ぼく|私|わたし|うち|自分|こっち|こちら)(?:は|が|も|から|的に)|(?:って|と)?(?:送り|言い|伝え|誘い|聞き)(?:たい|ます|ましょう)|(?:送る|言う|聞く|誘う)の(?:は|って)"
)
"""What somebody says of themselves, or means to say: no word of theirs."""

_OWN_QUESTION = re.compile(
    r"(?:どこ|何|なに|どの|どんな|どう)[^。!?]{0,8}(?:しよ(?:う|っ)?|する|行こ(?:う|っ)?|送ろ(?:う|っ)?|返そ(?:う|っ)?)(?:か(?:な)?|かね)?[?。!笑w…〜ー]*$"
    r"|(?:なら|だったら|は|くらい|だけ)(?:[?]|(?:いい|大丈夫|あり|どう|だめ|失礼|重い|変|早い)(?:かな|ですか|でしょうか|ですかね|の)?[?。]*)$"
)


def is_the_users(message: str) -> bool:
    """Whether it asks what nobody but the coach is asked, or tells of the user: no word of theirs."""
    words = fold(message).text
    return bool(_TO_THE_COACH.search(words) or _MY_OWN.search(words))


def _asks_us(words: str) -> bool:
    """Whether an offer without a day may as well be the user's own question: 店どこにしよ, 声だけの通話なら?"""
    return bool(_OWN_QUESTION.search(words)) and not lexicon("signs")["dated"].find(words)


def _names_a_reason(folded: Folded) -> bool:
    """Whether nothing is told beside the apology but a reason of a known kind, by its noun."""
    if len(folded.text) > _SHORT or "?" in folded.text or kind_of(folded.text) is ReasonKind.OTHER:
        return False
    return all(token.pos[0] == "名詞" for token in own_words_in(folded, None))
