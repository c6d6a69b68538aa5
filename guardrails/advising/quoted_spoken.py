"""Whether a quoted piece is only thought, told to somebody else, or spoken of as words."""

import re

from guardrails.advising.quoted_handed import hands_on, names_sending
from guardrails.advising.quotes import STAND_IN
from guardrails.advising.sending import ACT, DO, REST

_Q = STAND_IN

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
_PART = re.compile(
    rf"{_Q}(?:の|と書いた|と書いてある|とある)(?:ところ|部分|行|箇所|一文)|{_Q}(?:という|って)(?:文|気持ち|行|声|問い|考え|部分|ところ|箇所|だけ)(?:が|は|も|だけ)"
    rf"|{_Q}(?:から始まる|で始まる)"
)
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
_TYPED = re.compile(
    rf"{_Q}(?:と|って)、?(?:打って|書いて|入れて)(?:、?まだ{REST}{{0,6}}(?:送って|出して)い?な|い?ましたよ?ね|くださ(?:った|いまし))"
)
"""「…」って書いてましたよね, 「…」と打って、まだ送っていない: what the user wrote, and told of."""

_LABELLED_AS = re.compile(
    rf"{_Q}という(?:ご)?(?:式|質問|問い|疑問|名前|札|見立て|読み|結果|思い込み|心配|気がかり|お?友(?:だち|達|人)の|先輩の|周りの)"
    rf"|{_Q}には?、?{REST}{{0,8}}お?答え(?:られな|でき(?:な|ませ)|ることは)"
    rf"|{_Q}(?:は|も)、?{REST}{{0,12}}(?:だと|として)受け(?:取|と)って(?:おく|おき|くだ|み)"
    rf"|{_Q}の(?:ページ|サイト|ストーリー|動画|[歌曲本]|画面|[一二三四五六]?文字(?!で|だけ|なら))"
)
_DRAWN = re.compile(rf"(?:占い|おみくじ|カード|記事|動画|本|歌詞?|曲|診断)(?:の|が|で)、?{_Q}$")
"""カードが「待て」と出た: what a thing says."""

_TO_OTHERS = re.compile(
    rf"(?<!共通の)(?<!相手の)(?:友人|友だち|友達|親友|家族|お?(?:母|父)さん|きょうだい|同僚|人|窓口|先生|お医者さん|カウンセラー|自分(?:自身)?)に(?:は|も|だけ)?(?:、)?{REST}{{0,8}}{_Q}"
)


def is_thought(lead: str, own: str) -> bool:
    """Whether the user thinks, or is tempted to write it."""
    return bool(_THOUGHT.match(own) or _THOUGHT_BEFORE.search(lead + _Q))


def is_said_elsewhere(lead: str) -> bool:
    """Whether it is for a friend, a counsellor, oneself."""
    return bool(_TO_OTHERS.search(lead + _Q))


def is_mine(said_before: str, lead: str, own: str) -> bool:
    """Whether it is of the user's own draft, and nobody is told to send it."""
    mine = _MINE_BEFORE.search(lead + _Q) or _MINE_LEAD.search(said_before.rstrip())
    return (bool(_TYPED.match(own)) and not hands_on(lead, own)) or (bool(mine) and not re.search(DO, own))


def is_said_by_others(lead: str, own: str) -> bool:
    """Whether friends, books or the net say it."""
    return bool(_OTHERS_SAY.search(lead + own))


def is_named(lead: str, own: str, rest: str) -> bool:
    """Whether the words are counted, pointed at, or explained as words."""
    explained = _AS_WORD.match(rest) and not names_sending(own.split("。", 1)[0])
    labelled = (_LABELLED_AS.match(own) or _DRAWN.search(lead + _Q)) and not hands_on(lead, own)
    return bool(
        _COUNTED.match(own) or _PART.match(own) or explained or labelled or _KIND_OF_WORD.search(lead + _Q)
    )
