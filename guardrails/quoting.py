"""As what a text of the coach quotes a message: to be sent, as the other side's, as thought, warned against, or named."""

import re
from enum import StrEnum

from guardrails.quotes import GAP, STAND_IN
from guardrails.sending import ACT, AS_IT_IS, AVOIDED, BURDEN, DO, NEGATED, REGRET, REST, SEEMS, SEND


class Role(StrEnum):
    """As what a quoted piece is given."""

    OFFERED = "offered"
    THEIRS = "theirs"
    THOUGHT = "thought"
    WARNED = "warned"
    NAMED = "named"
    ELSEWHERE = "elsewhere"


_Q = STAND_IN

# --- the other side's -------------------------------------------------------------------------------------

_THEY = r"(?:お?相手(?:の方|さま|様)?|先方|向こう|彼女?|その人|あの人|その方|あの方|この方|(?<![たっ仕味見])方|さん|くん|君|ちゃん|あちら|先生|店長|課長|先輩|後輩|本人|ご本人)"
_CAME = (
    r"(?:返っ|返(?:事|信)(?:が(?!でき)|でし|だっ|に(?:は|あ|書)|を(?:くれ|くださ(?:っ|り)|もら|いただ)|は)|来(?:た|て(?:い|し|く|、|[。])|ま)|きた|(?<![ちい][はがも])届(?:い|き)|言われ|言って(?:い(?:る|ま|た)|くれ|くださ(?:っ|り|い[。、]?ま)|きた|もら)|言った|書いて(?:くれ|くださ(?:っ|り|いま)|あ(?:り|る|っ)|い(?:る|ます|まし|た))|書かれ"
    r"|教えて(?:くれ|くださ(?:っ|り|いま)|もら)|伝えて(?:くれ|くださ(?:っ|り|いま)|もらい|もらっ)|断ら|断っ|いただ|おっしゃ|くれ(?:た|て)|くださ(?:った|って|いまし)|送られ|送って(?:きた|くれ|くださ(?:っ|り))|残して|聞かれ|尋ねられ|話して(?:い(?:る|ま|た)|くれ|くださっ)|誘われ|答え(?:が|て(?:くれ|い(?:る|ま|た)|くださっ))|お?返事(?=[。、でだが]|$)|告げられ|ありました|とのこと|だそう|一つ返)"
)
_SENT_ON = rf"(?!{SEND}(?:[れけせえめべ]?ば|[るくすう]と|(?:っ|い|し|え)?[てで](?:くださいね|ください[。]|み|お[きけ]|から|も)|[りきしい]?ましょ))"
_THEIRS_AFTER = re.compile(
    rf"{_Q}(?:と|って|との|という(?:のは|ふうに|お?返事|言葉|一言|ひと言|お?断り|言い方|書き方|文|メッセージ)?|とだけ|のように|、|,|\s)*(?:{_SENT_ON}{REST}){{0,14}}?{_CAME}"
)
_TOLD_OF = re.compile(
    rf"{_Q}(?:と|って|を|なんて)(?:、)?{REST}{{0,10}}?{ACT}(?:た|だ|て(?:い)?た|て(?:い)?る)"
    r"(?=の(?!が(?:いい|よ|良|一番|自然)|も(?:手|いい|よ))|こと|ところ|とき|時|日|夜|人|方は|わけ|ん(?:です|だ|や)|そう|とのこと|以上|なら|ばかり|直後)"
)
"""What was written: 「…」と書いたのは, 「…」と送った直後; told of, and not to be sent again."""

_READ_OFF = re.compile(
    rf"(?:読め|読み取れ|うかがえ|伺え|見え|分か|わか|言え|書かれて|書いてあ|残って|伝わ){REST}{{0,8}}(?:の|こと|もの)は(?:、|、?ただ)?{_Q}"
)
"""読めるのは「…」: what is read off their words."""

_WAS = re.compile(
    rf"(?:お?返事|返信|お?断り|答え|言葉|一言|文面?|メッセージ|届いたの|来たの|書かれていたの)(?:は|が)(?:、)?[^。\n]{{0,10}}{_Q}(?:だけ|のみ|とだけ)?(?:だった|でした|だけです|の(?:一言|ひと言|一行)(?:だけ)?で)"
)
_ANSWER = re.compile(
    rf"{_Q}(?:だけ|のみ|くらい|程度)?の(?:一言|ひと言|一行)?(?:の)?お?断り(?!の?(?:返事|文|LINE|メール)(?:を|で))|{_Q}(?:は|が)(?:、)?{REST}{{0,14}}(?:答え|お?返事|お?断り)(?:です|でした|でしょう|だ(?:っ|と)|な)|{_Q}という(?:お?返事|お?断り|答え)(?!(?:を|で)(?:、)?(?:送|返|出|し))"
)
_IS_THERE = re.compile(
    # 「A」とあります, 「A」とおわびもある: what stands there was written by the other; a way that there is, is offered
    rf"{_Q}(?:と|って|という|との)(?!(?:いう|の)?案)(?:(?!送|返[しすせ]|伝え|添え(?!られ)|入れ|足|加え|続け|打|聞(?!か)|尋|たず|確かめ|書(?!か|いてあ)|[しいきみ]方|例|文面|下書き)[^。\n{_Q}]){{0,20}}?"
    r"(?:あり(?:ま(?!せん)|、|つつ)|ある(?!い)|あった|出て(?:い|お)|見え|読め|読み取)"
)
_THEIRS_BEFORE = re.compile(
    rf"{_THEY}(?:から|が|は|の|も)(?:(?!送|返(?:すなら|信)|伝え){REST}){{0,12}}{_Q}"
    rf"|(?:届いた|返ってきた|もらった|いただいた|言われた|送られてきた|受け取った|書いてある|書かれている|書かれた){REST}{{0,10}}{_Q}"
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

_ANSWERED = re.compile(rf"{_Q}(?:には|に対して(?:は)?|へは)、?{REST}{{0,8}}{_Q}(?:と|って)")
"""「A」には「B」と返せます: what is answered is theirs."""

_READ_AFTER = re.compile(
    rf"^{_Q}。[^。\n{_Q}]{{0,40}}?(?:書い(?:て(?:あ|くれ)|た)|書かれ|謝って|わびて|読め(?:ま|る)|読み取れ|断り方|(?:日|理由|日付)(?:は|も|が|まで)(?:入|あり|書|な))"
)
"""「…」。理由が書いてあって: what is read right after it is not to be sent."""

# --- the user's, and words spoken of ----------------------------------------------------------------------

_MINE_BEFORE = re.compile(
    rf"(?:送ろうと(?:し|思)(?:て(?:い)?た|た)?|送り(?:かけ|たかっ)た|書き?かけ(?:て(?:い)?た|た|の)|打ち?かけ(?:て(?:い)?た|た|の)|送った|書いた|打った|返した|言いかけた|下書きの|下書きにある|(?:行目|段落|語尾|文末|末尾|冒頭|文頭|書き出し|結び|文中)の|ご自分の|あなたの){REST}{{0,4}}{_Q}"
)
_MINE_LEAD = re.compile(
    r"(?:送ろうとし|送りかけ|書いて(?:い|あり)|書きかけ|打ちかけ)[^。\n]{0,8}(?:ね|か)?。$"
)
_THOUGHT = re.compile(
    rf"{_Q}(?:と|って|なんて|とか|かも|のかと|など|(?=、))(?:、)?(?:{REST}{{0,12}}(?:[いきしちにびみりえけせてねめれ])た(?:く?な(?:る|り|っ|く|ら)|く(?:て|も)|い(?:気|の(?:は|も|です)|と(?:思|き)|夜|とき|時|ほど|くらい|なら))|{REST}{{0,6}}(?:つい(?!て)|{ACT}(?:かけ|そうにな|そうだっ))|{REST}{{0,16}}(?:送った(?!ほう|方|ら|って)|送ってしま(?:った|う)|送って(?:い)?る|返した|返して(?:い[るた]|しまった)|打っては|打って(?:しま(?:った|う)|い)|書いて(?:しま(?:った|う)|は)"
    rf"|思(?:う|っ|い|え)|考え(?:て|る|た|が)|感じ|悩|検索|不安|言い聞かせ|期待|(?<!お)願|よく聞|よく言|(?:ほめ|言|すすめ|勧め|話|書)(?:る|う|く|す|いた|っている)?(?:人|声|記事|本)|と言う(?:人|声)|(?:言って|伝えて|聞いて)しま(?:った|い(?!ましょう|ませんか)|う)|気にな(?:さ|る|り)|責めて|迷(?:っ|う)|声に出|言えた|送りつけ|書いていま|送ろうと|書こうと|言おうと))"
    rf"|{_Q}(?:が|は)(?:、)?(?:頭|胸|心|口)(?:から|に|を){REST}{{0,10}}(?:離れ|浮か|残|よぎ|出)"
)
_OTHERS_SAY = re.compile(
    rf"(?:友人|友だち|友達|家族|同僚|周り|まわり|世間|ネット|記事|本|動画|誰か|だれか)(?:は|が|に(?:は|も)|から(?:は)?)(?:、)?{REST}{{0,10}}{_Q}(?:と|って|など|みたい)"
    rf"(?:に|と)?{REST}{{0,8}}(?:言|書|すすめ|勧め|話|聞かされ|あ(?:る|り|っ))(?!(?:って|い)て?(?:もら|おいて))"
)
"""友だちは「…」と言うかもしれませんが: what others advise, not the coach."""

_THOUGHT_BEFORE = re.compile(
    rf"(?:頭|胸|心)の中(?:で|に|は){REST}{{0,8}}{_Q}|た(?:い|かった)(?:の|言葉|こと|気持ち)は(?:、)?{REST}{{0,8}}{_Q}"
)
_SENDING = re.compile(
    r"(?:送|返(?:し|す|せ|信|事)|伝え|添え|書|入れ|足し|加え|言(?:え|い(?!回|方|訳)|っ|う)|打|続け|使|つなげ|締め|でいき|いかが|文面|下書き|(?<!提)案|例|作|まとめ|こう(?:なり|書|返|伝)|ひと言|一言|お好き|どうぞ|短く|なら|くらい|どうで|いい|よい)"
)
_PART = re.compile(
    rf"{_Q}(?:の|と書いた|と書いてある|とある)(?:ところ|部分|行|箇所|一文)|{_Q}(?:という|って)(?:文|気持ち|行|声|問い|考え|部分|ところ|箇所|だけ)(?:が|は|も|だけ)"
    rf"|{_Q}(?:から始まる|で始まる)"
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
_DONE_WELL = re.compile(
    rf"^{_Q}(?:と|って)、?{REST}{{0,8}}(?:送れ|言え|聞け|書け|返せ|打て|誘え|訴えられ|伝えられ|たずねられ|尋ねられ|添えられ)た(?:の(?:は|が|も|って)|こと|あなた|なんて|ところ|ね|、)"
    r"[^。\n]{0,40}(?:[。\n][^。\n]{0,30})?(?:立派|すばらし|素晴らし|勇気|えら(?:い|かっ)|偉|さすが|正し|きちんと|ちゃんと|大切に(?:でき|し)|すてき|素敵|誇|見事|成長|よかった|強さ|一歩)"
)
"""「…」と言えたのは立派です: praise for a message that was sent is advice to send such a one."""

_HERE = re.compile(r"(?:ここ|こちら|私|わたし|ノート|メモ|紙|日記|自分)(?:に|で|へ)")
_COUNTED = re.compile(
    rf"{_Q}(?:が|は)、?[^。\n{_Q}]{{0,4}}[0-9一二三四五六七八九十]+(?:回|つ|か所|箇所|個|行|度)"
)
"""「残念」が二回ある: words that are counted."""

_AS_WORD = re.compile(
    rf"{_Q}(?:という|って(?:いう)?|との|のような|みたいな|や{_Q}という)(?:記事|話|本|動画|説|声|言い方|考え方?|噂|助言|言葉|語|一語|文字|呼び方|単語|表現|響き|提案|申し出|条件)|{_Q}とは(?:、)?{REST}{{0,12}}(?:決め|言え(?!ば)|言い切|限|思え|受け取れ|読め)|{_Q}(?:や[^。、{_Q}]{{1,12}})?(?:は|が|も)(?:、)?{REST}{{0,20}}(?:言葉|合図|意味|響き|読め|サイン)"
)
_KIND_OF_WORD = re.compile(
    rf"(?:ブロック|沈黙|既読|未読|読み取り|サイン|状態|段階|印象)(?:は|も)(?:、)?{REST}{{0,12}}{_Q}|(?<!送る)(?<!返す)(?:うれし|前向き|避け|断|濁|やさし|謝|確か|残念|大事|気にな|はっきり|書かれ|読み取れ){REST}{{0,14}}(?:言葉|部分|ところ|箇所|の)は(?:、)?{_Q}(?={_Q}|$)"
)
_AS_ITS_LINE = re.compile(
    rf"(?:一行目|書き出し|出だし|書きはじめ|締めくくり|締め|結び|最後の(?:一文|一行|一言)|文面|案|例)は(?:、)?{_Q}"
)
_LISTED_ON = re.compile(
    rf"^(?:[、,・や]|とか|と|も)?{_Q}(?:(?:[、,・や]|とか|と|も)?{_Q})*(?=(?:のよう|など|みたい|という|って|は|も|を|と))"
)
_TO_OTHERS = re.compile(
    rf"(?<!共通の)(?<!相手の)(?:友人|友だち|友達|親友|家族|お?(?:母|父)さん|きょうだい|同僚|人|窓口|先生|お医者さん|カウンセラー|自分(?:自身)?)に(?:は|も|だけ)?(?:、)?{REST}{{0,8}}{_Q}"
)

# --- warned against ---------------------------------------------------------------------------------------

_SAID_OF = rf"{REST}{{0,60}}?"
_WARNED = re.compile(
    rf"{_Q}{_SAID_OF}(?:{SEND}{NEGATED}|{AVOIDED}|{BURDEN}|{SEEMS})|{_Q}{REGRET}"
    rf"|{_Q}(?:と|って)、?{ACT}(?:と|ば|たら)、?(?:お?相手|読む(?:人|側|ほう)|受け取る(?:人|側)|向こう|先方|彼女?)(?:は|が|に)(?:(?!焦|追|気にな|連絡|後悔|惜し|本音|やす|うれし|嬉|喜|楽|安心|助か){REST}){{0,50}}(?:かもしれ|ことがあ|てしまいま)"
    rf"|{_Q}(?:だけ|を|は|も)?(?:、)?取(?:ろ|っ|る|り(?!入|上|出|組))|{_Q}(?:という)?{REST}{{0,8}}(?:では|じゃ)なく|{_Q}(?:{REST}{{0,12}}{ACT})?(?:は|の)?より|{_Q}{REST}{{0,12}}[るくすうつむぐぶぬ](?:その)?(?:前に|手前で)"
)
_SWAPPED = re.compile(
    rf"^{_Q}(?:を|から|は)(?:、)?{_Q}(?:に|へ)(?:と)?(?:替|変|換|代|言い換|直|差し替|置き換)"
)
_IS_NEW = re.compile(rf"^{_Q}(?:に|へ)(?:と)?、?(?:替え|変え|換え|直し|差し替え|置き換え|言い換え)")
_TOPIC = re.compile(
    rf"^{_Q}(?P<said>(?:という(?:の|言葉|一言|ひと言|問い))?は、?{REST}{{1,60}}[、は]{REST}{{0,40}}?の?{_Q}を[^。\n]*)(?P<later>.*)$",
    re.DOTALL,
)
"""「A」は短いけれど、「B」を押し返す言葉です: A is spoken of beyond B."""

_SPOKEN_OF_ON = re.compile(
    rf"{_Q}(?:の(?:一言|ひと言|一文|一行|言葉|[一二三四五]文字|ところ|部分)(?=は|も))?(?:は|も|って|。|だと|では|と(?:いう|か|も)?|のような|$)"
)
_WARNED_NEXT = re.compile(
    rf"[^。\n]{{0,70}}(?:[。]|\n)+(?:{_Q})?(?!.{{0,30}}{DO})[^。\n{_Q}]{{0,40}}(?:{SEND}{NEGATED}|{AVOIDED}|{BURDEN})"
)
_WARNED_LEAD = re.compile(
    rf"(?:こう|こんな|このよう|次の|以下|下の|これら?)[^。\n]{{0,20}}{SEND}{NEGATED}[^。\n]{{0,12}}[。:\uff1a\n]+$"
    r"|(?:避けたい|控えたい|やめておきたい|送りたくない|送らない(?:ほうがいい|でおきたい)?|NGの|よくない|残念な|よくある失敗)[^。\n]{0,6}(?:例|もの|言葉|文面?|一言|言い方|書き方)[^。\n]{0,14}[。:\uff1a\n]+$"
)
_IF_YOU_LIKE = r"た(?:い(?:の)?(?:なら|であれば)|ければ)(?:、)?(?:送|伝え|言|聞|返)(?:っ|い|え|し)?て(?:も)?(?:いい|よい|良い|大丈夫|くだ|かま|構|み)"
_GO_AHEAD = re.compile(rf"^{_Q}[^{_Q}]{{0,70}}?(?:{AS_IT_IS}|{_IF_YOU_LIKE})")


def role(frame: str, at: int) -> Role:
    """As what the piece whose stand-in is at ``at`` in a frame is given; ``OFFERED`` where nothing says otherwise.

    >>> role("龘とは送らないでおきましょう。", 0).value
    'warned'
    """
    start = max(frame.rfind(c, 0, at) for c in "。\n!?！？") + 1
    lead, rest = frame[start:at].replace(GAP, ""), frame[at:].replace(GAP, "")
    said_before = frame[:start].replace(GAP, "").rsplit(_Q, 1)[-1]
    if _SWAPPED.match(rest):
        return Role.WARNED
    if _IS_NEW.match(rest) or (_DONE_WELL.match(rest) and not _HERE.search(lead)):
        return Role.OFFERED
    rest = _Q + _LISTED_ON.sub("", rest[1:])  # 「A」や「B」は: what is said of B is said of A
    own = _Q + rest[1:].split(_Q, 1)[0]  # what is said of the next one is not said of this
    topic = _TOPIC.match(rest)
    if topic:  # ... but of a topic, to the end of the sentence
        own = _Q + topic["said"].replace(_Q, "") + topic["later"].split(_Q, 1)[0]
    if _is_replacement(lead) or _GO_AHEAD.match(own):
        return Role.OFFERED
    if (
        _THEIR_OWN.search(lead + _Q)
        or _ANSWERED.match(rest)
        or _READ_AFTER.match(own)
        or _THEY_WENT_ON.search(lead + own)
        or _READ_OFF.search(lead + _Q)
        or _WAS.search(lead + own.split("。", 1)[0])
    ):
        return Role.THEIRS
    if _is_warned(said_before, lead, own):
        return Role.WARNED
    return _as_words(said_before, lead, own, rest)


def _is_warned(said_before: str, lead: str, own: str) -> bool:
    if _WARNED.match(own):
        return True
    if _SPOKEN_OF_ON.match(own) and _WARNED_NEXT.match(own):
        return True
    return not lead.strip() and bool(_WARNED_LEAD.search(said_before.rstrip(" ")))


def _as_words(said_before: str, lead: str, own: str, rest: str) -> Role:
    """Theirs, thought, or only named."""
    sentence = own.split("。", 1)[0]
    if (
        _ANSWER.match(own)
        or (_BY_THEM.search(lead + _Q) and _TOLD_OF.match(own))
        or _THEIRS_AFTER.match(own)
        or (
            _THEIRS_BEFORE.search(lead + _Q)
            and not (_SENDING.search(own) or re.search(DO, own) or _AS_ITS_LINE.search(lead + _Q))
        )
    ):
        return Role.THEIRS
    if _THOUGHT.match(own) or _TOLD_OF.match(own) or _THOUGHT_BEFORE.search(lead + _Q):
        return Role.THOUGHT
    if _TO_OTHERS.search(lead + _Q):
        return Role.ELSEWHERE
    mine = _MINE_BEFORE.search(lead + _Q) or _MINE_LEAD.search(said_before.rstrip())
    if mine and not re.search(DO, own):
        return Role.NAMED
    if _OTHERS_SAY.search(lead + own):
        return Role.THOUGHT
    if _COUNTED.match(own) or _PART.match(own) or (_AS_WORD.match(rest) and not _SENDING.search(sentence)):
        return Role.NAMED
    if _KIND_OF_WORD.search(lead + _Q):
        return Role.NAMED
    if _IS_THERE.match(own):
        return Role.THEIRS
    return Role.NAMED if _only_spoken_of(lead, own) else Role.OFFERED


def _only_spoken_of(lead: str, own: str) -> bool:
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
