"""What the user would like to do next, and whether it is the user who is under age."""

import re

from coach.said.exchange import Exchange, Voice
from coach.situation import Aim
from coach.standing.telling import Told

_ASKS_LEAVE = re.compile(
    r"(?:いい|だめ|ダメ|あり|アリ|大丈夫|平気|あかん|ワンチャン)(?:ん(?:だ|です|や|じゃ)?)?(?:です|かな|よね|と思う|…)?\?"
)


def aim_of(told: Told, exchange: Exchange) -> Aim:
    """What the user wants, most binding wish first: rest, to invite, to chat, to answer, to send more."""
    if told.has("resting") and "?" not in told.folded.text:
        return Aim.COMFORT
    if _wishes_to_invite(told) and not told.has("no_invite"):
        return Aim.INVITE
    if told.has("last_word") and not told.has("more_than_a_word"):
        return Aim.REPLY
    if told.has("chat") or told.has("no_invite"):
        return Aim.CHAT
    if told.has("reply_aim") and not told.has("send_more"):
        return Aim.REPLY
    if exchange.of(Voice.DRAFT) or (told.has("send_more") and not _only_longs(told)):
        return Aim.SEND_MORE
    if told.has("reply_aim"):
        return Aim.REPLY
    return Aim.COMFORT if told.has("grief") and not _ASKS_LEAVE.search(told.folded.text) else Aim.NONE


_DONE = re.compile(
    r"っ(?:た(?:ん(?:だ|です)|の(?:に|だ|です)|とこ|とき(?=[、「『□])|けど|けれど|が[、「『□]|。|(?!方|場合|後|際)(?=[一-龠々ァ-ヶa-z])|ら、?[^。!?\n]{0,8}(?:[「『□]|断|だめだった|ダメだった))|て(?:み(?:た(?!い|ら(?:い|だめ|ダメ))|まし)|、?[「『□断]))"
    r"|(?<=して)、?[「『□]|た(?!方|場合|後|際)(?=[一-龠々ァ-ヶ])"
    r"|い(?:まし|を?し(?:た(?!い|ほう|方|ら(?:い|だめ))|て(?=、?[「『□断])|まし))"
)


def _wishes_to_invite(told: Told) -> bool:
    """Whether an invitation is wished for; one that was made (改めて誘ったら「ごめん」) is past."""
    text = told.folded.text
    return any(not _DONE.match(text, end) for _, end in told.places("invite_again"))


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
