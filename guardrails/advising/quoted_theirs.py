"""Whether a piece quoted by the coach is what the other side wrote."""

import re

from guardrails.advising.quoted_handed import hands_on, names_sending
from guardrails.advising.quotes import STAND_IN
from guardrails.advising.sending import ACT, DO, REST, SEND

_Q = STAND_IN

_THEY = r"(?:お?相手(?:の方|さま|様)?|先方|向こう|彼女?|その人|あの人|その方|あの方|この方|(?<![たっ仕味見])方|さん|くん|君|ちゃん|あちら|先生|店長|課長|先輩|後輩|本人|ご本人)"
_CAME = (
    r"(?:返っ|返(?:事|信)(?:が(?!でき)|でし|だっ|に(?:は|あ|書)|を(?:くれ|くださ(?:っ|り)|もら|いただ)|は)|来(?:た|て(?:い|し|く|、|[。])|ま)|きた|(?<![ちい][はがも])届(?:い|き)|言われ|言って(?:い(?:る|ま|た)|くれ|くださ(?:っ|り|い[。、]?ま)|きた|もら)|言った|書いて(?:くれ|くださ(?:っ|り|いま)|あ(?:り|る|っ)|い(?:る|ます|まし|た))|書かれ"
    r"|教えて(?:くれ|くださ(?:っ|り|いま)|もら)|伝えて(?:くれ|くださ(?:っ|り|いま)|もらい|もらっ)|断ら|断っ|いただ|おっしゃ|くれ(?:た|て)|くださ(?:った|って|いまし)|打ち明けられ|知らされ|送られ|送って(?:きた|くれ|くださ(?:っ|り))|残して|聞かれ|尋ねられ|話して(?:い(?:る|ま|た)|くれ|くださっ)|誘われ|答え(?:が|て(?:くれ|い(?:る|ま|た)|くださっ))|お?返事(?=[。、でだが]|$)|告げられ|ありました|とのこと|だそう|一つ返)"
)
_SENT_ON = rf"(?!{SEND}(?:[れけせえめべ]?ば|[るくすう]と|(?:っ|い|し|え)?[てで](?:くださいね|ください[。]|み|お[きけ]|から|も)|[りきしい]?ましょ))"
_THEIRS_AFTER = re.compile(
    rf"{_Q}(?:と|って|との|という(?:のは|ふうに|お?返事|言葉|一言|ひと言|お?断り|言い方|書き方|文|メッセージ)?|とだけ|のように|、|,|\s)*(?:{_SENT_ON}{REST}){{0,14}}?{_CAME}"
)
_READ_OFF = re.compile(
    rf"(?:読め|読み取れ|うかがえ|伺え|見え|分か|わか|言え|書かれて|書いてあ|残って|伝わ){REST}{{0,8}}(?:の|こと|もの)は(?:、|、?ただ)?{_Q}"
)
"""読めるのは「…」: what is read off their words."""

_WAS = re.compile(
    rf"(?:お?返事|返信|お?断り|答え|言葉|一言|文面?|メッセージ|届いたの|来たの|書かれていたの)(?:は|が)(?:、)?[^。\n]{{0,10}}{_Q}(?:だけ|のみ|とだけ)?(?:だった|でした|だけです|の(?:一言|ひと言|一行)(?:だけ)?で)"
)
_ANSWER = re.compile(
    rf"{_Q}(?:だけ|のみ|くらい|程度)?の(?:一言|ひと言|一行)?(?:の)?お?断り(?!の?(?:返事|文|LINE|メール)(?:を|で))|{_Q}(?:は|が)(?:、)?{REST}{{0,14}}(?:答え|お?返事|お?断り)(?:です|でした|でしょう|だ(?:っ|と)|な)|{_Q}(?:は|が)(?:、)?{REST}{{0,8}}(?:お願い|頼み|意思(?:表示)?|線引き|申し出|拒否|拒絶)(?:です|でした|でしょう|だと)|{_Q}という(?:お?返事|お?断り|答え)(?!(?:を|で)(?:、)?(?:送|返|出|し))"
)
_IS_THERE = re.compile(
    # 「A」とあります, 「A」とおわびもある: what stands there was written by the other; a way that there is, is offered
    rf"{_Q}(?:と|って|という|との)(?!(?:いう|の)?案)(?:(?!送|返[しすせ]|伝え|添え(?!られ)|入れ|足|加え|続け|打|聞(?!か)|尋|たず|確かめ|書(?!か|いてあ)|[しいきみ]方|例|文面|下書き)[^。\n{_Q}]){{0,20}}?"
    r"(?:あり(?:ま(?!せん)|、|つつ)|ある(?!い)|あった|出て(?:い|お)|見え|読め|読み取)"
)
_THEIRS_BEFORE = re.compile(
    rf"{_THEY}(?:から|が|は|の|も)(?:(?!送|返(?:すなら|信)|伝え){REST}){{0,12}}{_Q}"
    rf"|(?:届いた|返ってきた|もらった|いただいた|言われた|送られてきた|受け取った|書いてある|書いてくれた|書いてくださった|書かれている|書かれた){REST}{{0,10}}{_Q}"
)
_BY_THEM = re.compile(rf"{_THEY}(?:が|から|に|は|も)(?:、)?{REST}{{0,16}}{_Q}$")
_THEIR_OWN = re.compile(
    rf"{_THEY}(?:から)?の(?:(?:お?返事|返信|お?断り|言葉|一言|ひと言|一通|文面?|メッセージ)(?:の|は|が)、?)?{_Q}"
    rf"|(?:お?断り|お?返事)の(?:中の)?{_Q}"
)
_THEY_WENT_ON = re.compile(
    rf"{_THEY}(?:が|は|も)、?(?:(?!送|返すなら|伝えるなら){REST}|{_Q}){{0,40}}?{_Q}(?:と|って)、?(?:言い|書き|答え|続け|返し|伝え|話し)"
    r"(?:、|つつ|ながら|ました|て(?:い(?:ま|る|て|$)|お(?:り|ら)))"
)
"""彼は「A」と言い、そのあと「B」と続けています: what the subject of the sentence says one after the other."""

_ANSWERED = re.compile(
    rf"{_Q}(?:(?:には|に対して(?:は)?|へは)、?{REST}{{0,8}}{_Q}(?:と|って)"
    rf"|(?:への?(?:お?返事|返信|お?返し)|に(?:返す|答える|応える))(?:なら|は|には)、?{REST}{{0,8}}{_Q})"
)
"""「A」には「B」と返せます: what is answered is theirs."""

_RECEIVED = re.compile(
    rf"{_Q}(?:だけ|のみ)?だった(?:の(?:で|なら)|ん(?:で|だ))"
    rf"|{_Q}(?:の(?:一言|ひと言|ひとこと|一行|言葉|お?返事|返信))?(?:は|が|に)、?{REST}{{0,14}}(?:こたえ(?:た|ま)|つら(?:い|か)|寂し|さみし|胸(?:が|に)(?!響|届)|戸惑|とまど|迷い|切な|傷つ|落ち込|しょんぼり|がっかり){REST}{{0,10}}(?:よ?ね|でしょう)"
)
"""「…」だったのですね, 「…」の一言はこたえたでしょう: what one gets and is hurt by."""

_READ_AFTER = re.compile(
    rf"^{_Q}。[^。\n{_Q}]{{0,40}}?(?:書い(?:て(?:あ|くれ)|た)|書かれ|謝って|わびて|読め(?:ま|る)|読み取れ|断り方|(?:日|理由|日付)(?:は|も|が|まで)(?:入|あり|書|な))"
)
"""「…」。理由が書いてあって: what is read right after it is not to be sent."""
_TOLD_OF = re.compile(
    rf"{_Q}(?:と|って|を|なんて)(?:、)?{REST}{{0,10}}?{ACT}(?:た|だ|て(?:い)?た|て(?:い)?る)"
    r"(?=の(?!が(?:いい|よ|良|一番|自然)|も(?:手|いい|よ))|こと|ところ|とき|時|日|夜|人|方は|わけ|ん(?:です|だ|や)|そう|とのこと|以上|なら|ばかり|直後)"
)
"""What was written: 「…」と書いたのは, 「…」と送った直後; told of, and not to be sent again."""
_AS_ITS_LINE = re.compile(
    rf"(?:一行目|書き出し|出だし|書きはじめ|締めくくり|締め|結び|最後の(?:一文|一行|一言)|文面|案|例)は(?:、)?{_Q}"
)


def surely_theirs(lead: str, own: str, rest: str) -> bool:
    """Whether that is clear whatever else the sentence says.

    ``lead`` is the sentence before the piece, ``own`` the piece's stand-in with what is said of it, ``rest`` all that
    follows.
    """
    return bool(
        _THEIR_OWN.search(lead + _Q)
        or _ANSWERED.match(rest)
        or _READ_AFTER.match(own)
        or _THEY_WENT_ON.search(lead + own)
        or _READ_OFF.search(lead + _Q)
        or _WAS.search(lead + own.split("。", 1)[0])
    )


def likely_theirs(lead: str, own: str) -> bool:
    """Whether the sentence says that they wrote it, and tells nobody to send it."""
    return bool(
        _ANSWER.match(own)
        or (_BY_THEM.search(lead + _Q) and told_of(own))
        or _THEIRS_AFTER.match(own)
        or (_RECEIVED.match(own) and not hands_on(lead, own))
        or (
            _THEIRS_BEFORE.search(lead + _Q)
            and not (names_sending(own) or re.search(DO, own) or _AS_ITS_LINE.search(lead + _Q))
        )
    )


def told_of(own: str) -> bool:
    """Whether it was written once, and is only told of."""
    return bool(_TOLD_OF.match(own))


def stands_there(own: str) -> bool:
    """「…」とあります: whether it is said to stand there."""
    return bool(_IS_THERE.match(own))
