"""What the user would like to do next, and whether it is the user who is under age."""

import re

from coach.said.exchange import Exchange, Voice
from coach.situation import Aim
from coach.standing.telling import Told

_ASKS_LEAVE = re.compile(
    r"(?:いい|だめ|ダメ|あり|アリ|大丈夫|平気|あかん|ワンチャン)(?:ん(?:だ|です|や|じゃ)?)?(?:です|かな|よね|と思う|…)?\?"
)


_LEAVES = re.compile(
    r"もう(?:二度と|こちらからは?|私からは?)?お?(?:誘|さそ|送|連絡)[^。!?]{0,6}?(?:しない|らない|わない|[しわら]へん|わん(?!ばか)|せん(?!か))(?!で|(?:ほう|方)が|と(?:いけ|だめ))"
)
_HOW_TO_ANSWER = re.compile(
    r"返(?:事|信|答|し)[^。!?\n□]{0,14}?(?:(?:でしょう|ましょう|です|ます|べき|もの|よろしい|いい|良い|ええ)(?:の|ん)?(?:か(?:な|しら|ね)?)?(?:\?|。|$|、迷|迷|悩)|考えて|教えて|作って|ください|下さい)"
)


_IS_IT_TIME = re.compile(
    r"(?:^|[。!?\n、])(?:そろそろ|もう|ぼちぼち)、?(?:いい|良い|よい|ええ|よか|よろしい|大丈夫|ok|動いて(?:も)?(?:いい|ええ))(?:ん)?(?:です|でしょう|やろう?|だろう|と)?か?(?:な|しら|ね|い)?[〜ー]*(?:[。!?\n]|$)"
)
"""A question that only means something in a story: そろそろいいかな, もうええやろか."""


def asks_whether_it_is_time(told: Told) -> bool:
    """Whether it is asked if the time has come, without saying for what."""
    return bool(_IS_IT_TIME.search(told.folded.text))


def aim_of(told: Told, exchange: Exchange) -> Aim:
    """What the user wants, most binding wish first: rest, to invite, to chat, to answer, to send more."""
    if _answers_and_leaves(told):
        return Aim.REPLY
    if told.has("resting") and "?" not in told.folded.text:
        return Aim.COMFORT
    if _wishes_to_invite(told) and not told.has("no_invite"):
        return Aim.INVITE
    if told.has("last_word") and not told.has("more_than_a_word"):
        return Aim.REPLY
    if told.has("chat") or told.has("no_invite"):
        return Aim.CHAT
    more = _wishes_for_more(told)
    if told.has("reply_aim") and not more:
        return Aim.REPLY
    if exchange.of(Voice.DRAFT) or (more and not _only_longs(told)):
        return Aim.SEND_MORE
    if told.has("reply_aim"):
        return Aim.REPLY
    return Aim.COMFORT if told.has("grief") and not _ASKS_LEAVE.search(told.folded.text) else Aim.NONE


def _answers_and_leaves(told: Told) -> bool:
    """Whether it is asked how to answer by somebody who will not ask again (もう誘わないつもりですが): no distress."""
    text = told.folded.text
    if not (_LEAVES.search(text) and _HOW_TO_ANSWER.search(text) and told.has("reply_aim")):
        return False
    return not (told.has("more_than_a_word", "chat", "send_more") or _wishes_to_invite(told))


_DONE = re.compile(
    r"っ(?:た(?:ん(?:だ|です)|の(?:に|だ|です)|とこ|とき(?=[、「『□])|けど|けれど|が[、「『□]|。|(?!方|場合|後|際)(?=[一-龠々ァ-ヶa-z])|ら、?[^。!?\n]{0,8}(?:[「『□]|断|だめだった|ダメだった))|て(?:み(?:た(?!い|ら(?:い|だめ|ダメ))|まし)|、?[「『□断]))"
    r"|(?<=して)、?(?:[「『□]|断ら|ことわら)|た(?!方|場合|後|際)(?=[一-龠々ァ-ヶ])"
    r"|い(?:まし|を?し(?:た(?!い|ほう|方|ら(?:い|だめ))|て(?=、?[「『□断])|まし))"
)
_MADE = re.compile(
    r"[?!]*(?:って|と|て)?、?(?:(?:line|ライン|dm|メッセージ|メール)(?:で|を|に)?)?"
    r"お?(?:送[っり]|誘[っい]|聞[いき]|尋ね|伺[っい]|伝え|打[っち]|言[っい]|書[いき]|声(?:を|が)?(?:お)?(?:か|掛|が)け)(?:を?(?:し|いたし|申し上げ))?"
    r"(?:た(?:ところ|の(?:に|だ|です)|ん(?:だ|です|やけど|だけど)|けど|けれど|が[、「『□]|。|ら、?[^。!?\n]{0,8}(?:[「『□]|断られ(?:た|て|まし)|だめだった|ダメだった))"
    r"|て(?=、?[「『□])|まし(?:て(?!も)|た(?!ら(?!、?[「『□])|方|ほう)))"
    r"|(?<=誘い、)(?:[「『□]|[^。!?\n]{0,40}?(?:(?:断|ことわ)られ(?:た(?!ら|く)|て|まし)|お?(?:返事|返信)(?:を|が|で)|と(?:言|い)われ(?:た|て|まし)))"
)
"""Behind the words of an invitation: they went out (一緒に行かない?って誘ったら「…」, 食事に誘い、「…」)."""


def _wishes_to_invite(told: Told) -> bool:
    """Whether an invitation is wished for; one that was made (改めて誘ったら「ごめん」) is past."""
    text = told.folded.text
    return any(
        not (_DONE.match(text, end) or _MADE.match(text, end)) for _, end in told.places("invite_again")
    )


_TOLD_THEM = re.compile(
    r"(?:気持ち|想い|思い|好意|好き(?:だ|です)?(?:って|と|なこと))[^。!?\n]{0,8}?(?:伝え|話|ぶつけ|打ち明け|告げ)"
)
_AND_THEN = re.compile(
    r"(?:た(?!い|く|ら、?(?:いい|だめ|ダメ|駄目|迷惑|しつこ|重|どう)|ほう|方|場合|そう|がって)|まし(?:た(?!ら、?(?:いい|どう|迷惑))|て)"
    r"|て(?:から)?(?=、?[「『□])|て(?:あ[るりっ]|お(?:り?ます|いた|きました)|い?(?:る|ます|ました|た(?!い|だ))|しま(?:った|いまし)|み(?:た(?!い|ら、?(?:いい|どう))|まし)|きた|来た)"
    r"|て、?[^。!?\n□]{0,12}(?:誘(?:った|って(?=[、「『□])|いまし|い(?:を)?した)|声(?:を)?(?:かけ|掛け)(?:た(?!い)|まし)|断られ|振られ|ふられ)|済み|ずみ)"
)
"""Behind the deed: it was done, and their answer came to it."""
_OVER_AND_OVER = re.compile(r"何(?:度|回|べん|遍)|毎[日回晩週]|ずっと|[つ続]づ?け|いつも")


def _wishes_for_more(told: Told) -> bool:
    """Whether a message beyond the answer is wished for; feelings that were told before it (気持ちを伝えて誘ったら「…」) are past."""
    text = told.folded.text
    past = [
        m.span()
        for m in _TOLD_THEM.finditer(text)
        if _AND_THEN.match(text, m.end())
        and not _OVER_AND_OVER.search(text, max(0, m.start() - 12), m.end() + 6)
    ]
    return any(
        not any(start < behind and before < end for before, behind in past)
        for start, end in told.places("send_more")
    )


def _only_longs(told: Told) -> bool:
    """Whether sending is only a part of the longing: nothing is asked."""
    return told.has("waiting", "longing") and "?" not in told.folded.text


_SENDS = re.compile(
    r"(?:送|打|聞|きい|訊|言|書|載せ|のせ|上げ|あげ|投稿|電話|通話|かけ|伝え|連絡|確かめ|催促|line|話しかけ)[^。!?\n]{0,8}"
    r"(?:た[いく](?!のか|わけ|なんて)|そう(?!だ)|[よろおこ]う(?!に)|て(?:も)?(?:い[いけ]|良い|大丈夫|だめ|ダメ)|つもり|べき|ちゃ|っか(?:な|$)|(?:の|こと)は)"
)


def wishes_to_send(told: Told) -> bool:
    """Whether sending is wished for or asked about, not only spoken of (「約束は通話だけ」)."""
    return bool(_SENDS.search(told.folded.text))


_YOUNG = re.compile(
    r"(?:^|[^一-龠])(?:1[0-7])(?:歳|才|です|女|男|♀|♂|、|。)|(?:高|中)[1-3一二三](?:です|の|女|男|。|、|$)|(?:高校|中学)生です"
)


def young_user(told: Told) -> bool:
    """Whether the user is the one under 18, and somebody older comes near."""
    if not _YOUNG.search(told.folded.text):
        return False
    return not (
        told.has("confessed", "invite_again", "never_yet")
        or re.search(r"好きです|好きにな", told.folded.text)
    )
