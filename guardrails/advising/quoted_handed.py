"""Whether the coach hands a quoted message on: tells the user to send it, puts it in another's place, or praises it."""

import re

from guardrails.advising.quotes import STAND_IN
from guardrails.advising.sending import AS_IT_IS, REST, SEND

_Q = STAND_IN

_SENDING = re.compile(
    r"(?:送|返(?:し|す|せ|信|事)|伝え|添え|書|入れ|足し|加え|言(?:え|い(?!回|方|訳)|っ|う)|打|続け|使|つなげ|締め|でいき|いかが|文面|下書き|(?<!提)案|例|作|まとめ|こう(?:なり|書|返|伝)|ひと言|一言|お好き|どうぞ|短く|なら|くらい|どうで|いい|よい)"
)
_PUTS_FORWARD = re.compile(
    rf"(?<!一)(?<!ひと)(?!言葉|言い方|責め){SEND}|ましょう|ませんか|くださ|ください|みて|いかが|どう|どれ|例|案|文面|下書き|おすすめ|お勧め|なら|くらい|ぐらい|使|選|作|替え|変え"
    r"|いい|よい|良|よく|よさ|ぴったり|十分|充分|足り|大丈夫|かま|構|問題|平気|OK|コツ|こつ|手|近道|正解|効|届|伝わ|つなが|始|締|結び|まとま|明る|軽|素直|正直|誠実"
    r"|かわい|すてき|素敵|立派|すばらし|素晴らし|えら|自然|スマート|魅力|喜|残し|残り|似合|好"
)
"""What could hand a message on, or call it good: a sentence that has none of it only speaks of the words."""

_SPOKEN_OF = re.compile(
    rf"{_Q}(?:の[^。\n]|を|が|は|も|や|とか|と(?!いう案)|って|、(?:これ|それ)(?:が|は|だけ))(?P<rest>[^。\n]*)"
)
_TAKEN_UP = re.compile(
    rf"[。\n][^。\n]{{0,10}}(?:それ|これ|その|この|ぜひ|遠慮|ためら|迷わ)[^。\n]{{0,24}}(?:いい|よい|大丈夫|ましょう|ください|ませんか|{SEND})"
)
_READ = re.compile(
    r"書かれ|書いて(?:あ|い(?:ま|た)|くれ|くださ(?:った|い[。まね]))|書いてまし|言われ|言って(?:い(?:ま|た)|くれ)|聞かれ|返って|という(?:ご)?(?:問い|質問)に(?:は|、|対)|お?答え(?:する|られ|は|でき)|言葉|打って、?まだ|まだ[^。]{0,6}送って(?:い)?な"
)
_ENOUGH = re.compile(r"[^。\n]{0,6}(?:それ|これ|その|この)[^。\n]{0,10}(?:十分|充分|足り|いい|よい|送|返)")
"""... それだけで十分です: said right after it."""
_TOLD_TO_SEND = re.compile(
    rf"^{_Q}(?:だけ)?(?:と|って)(?:だけ)?、?{REST}{{0,8}}{SEND}[^。\n{_Q}なずま]{{0,5}}?(?:(?:と|れば|たら|えば|せば)、|ても(?:大丈夫|いい|よい|良い|かま|構|問題|平気)"
    r"|ましょう|て(?:み)?(?:ませんか|ください|みて|ほしい)|ては(?:いかが|どう)|てみては)"
)
_LET = re.compile(
    r"(?:しまって|出して|送って|言って|書いて|渡して|届けて|伝えて)(?:も)?(?:構|かま|大丈夫|いい|よい|良い)|(?:ためらわ|迷わ|遠慮し|悩ま|こわがら|怖がら|気にし)なくて(?:も)?(?:いい|よい|良い|大丈夫)"
    r"|(?:任せ|まかせ)(?:ま|て)|信じて(?:大丈夫|いい|み)|(?:出す|送る|言う|伝える)べき|そのまま(?:出し|送)|(?:では|それでは|さあ)、?(?:送|出)|(?:送|出)(?:信)?しましょう|送りましょう"
)
"""... wherever it stands behind them: 出してしまって構わない, 迷わなくていい, では、送信しましょう."""
_GIVEN = re.compile(r"渡|贈|かけて(?:み|く|お)|でどう")
_ANNOUNCED = re.compile(
    rf"(?:{SEND}(?:す|る|う|つ|く|信|事|し)?(?:なら|には|ときは?|文|言葉)|返(?:事|信|し)(?:は|に|案|の)|文面|下書き|(?<!提)案|例|おすすめ|お勧め|こう|こんな|次の|以下|最後に|結び|締め)[^。\n]{{0,8}}$"
)
_DONE_WELL = re.compile(
    rf"^{_Q}(?:と|って)、?{REST}{{0,8}}(?:送れ|言え|聞け|書け|返せ|打て|誘え|訴えられ|伝えられ|たずねられ|尋ねられ|添えられ)た(?:の(?:は|が|も|って)|こと|あなた|なんて|ところ|ね|、)"
    r"[^。\n]{0,40}(?:[。\n][^。\n]{0,30})?(?:立派|すばらし|素晴らし|勇気|えら(?:い|かっ)|偉|さすが|正し|きちんと|ちゃんと|大切に(?:でき|し)|すてき|素敵|誇|見事|成長|よかった|強さ|一歩)"
)
"""「…」と言えたのは立派です: praise for a message that was sent is advice to send such a one."""
_HERE = re.compile(r"(?:ここ|こちら|私|わたし|ノート|メモ|紙|日記|自分)(?:に|で|へ)")
_IS_NEW = re.compile(rf"^{_Q}(?:に|へ)(?:と)?、?(?:替え|変え|換え|直し|差し替え|置き換え|言い換え)")
_IF_YOU_LIKE = r"た(?:い(?:の)?(?:なら|であれば)|ければ)(?:、)?(?:送|伝え|言|聞|返)(?:っ|い|え|し)?て(?:も)?(?:いい|よい|良い|大丈夫|くだ|かま|構|み)"
_GO_AHEAD = re.compile(rf"^{_Q}[^{_Q}]{{0,70}}?(?:{AS_IT_IS}|{_IF_YOU_LIKE})")


def names_sending(said: str) -> bool:
    """Whether a word of sending or wording is in what is said."""
    return bool(_SENDING.search(said))


def hands_on(lead: str, own: str) -> bool:
    """Whether anything in the sentence, or what comes right after it, could hand the message on or praise it.

    What stands written and what was said to somebody (書かれている, 言われた) is no word of sending.
    """
    told = _READ.sub("", own[1:].partition("。")[0])
    return bool(
        _PUTS_FORWARD.search(told) or _GIVEN.search(told) or _ANNOUNCED.search(lead) or is_taken_up(own)
    )


def is_taken_up(own: str) -> bool:
    """Whether the next sentence hands the words on: それを送って大丈夫です, それだけで十分です."""
    later = own[1:].partition("。")[2]
    return bool(_TAKEN_UP.search("。" + later) or _ENOUGH.match(later))


def is_told_to_send(own: str) -> bool:
    """Whether what follows tells to send the words, lets them out, or says what comes of it: 「…」と送ると、夜のうちに読まれます."""
    return bool(_TOLD_TO_SEND.match(own) or _LET.search(own))


def is_new(lead: str, rest: str) -> bool:
    """Whether the words are put in the place of others, or were sent and are praised for it."""
    return bool(_IS_NEW.match(rest) or (_DONE_WELL.match(rest) and not _HERE.search(lead)))


def is_urged(lead: str, own: str) -> bool:
    """Whether they come instead of what was warned against, or may go as they are."""
    return _is_replacement(lead) or bool(_GO_AHEAD.match(own))


def only_spoken_of(lead: str, own: str) -> bool:
    """Whether the sentence says something of the words and neither hands them on nor calls them good."""
    said = _SPOKEN_OF.match(own)
    if not said or _PUTS_FORWARD.search(said["rest"]) or _PUTS_FORWARD.search(lead):
        return False
    return not _TAKEN_UP.search(own)


def _is_replacement(lead: str) -> bool:
    """「AをBに替えました」, 「聞かずに、B」, 「代わりにB」: what comes after the warning is the better one."""
    return bool(
        re.search(
            r"(?:を|から|かわりに|代わりに|ずに|やめて|避けて|外して|消して|なく)[、,]?[^。\n龘は]{0,6}$",
            lead,
        )
    ) and bool(re.search(rf"{_Q}|ずに|代わりに|かわりに|やめて", lead))
