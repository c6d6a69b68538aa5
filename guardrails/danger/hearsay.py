"""Words of danger that speak of no danger now: denied, a story, a dream, long over, another's tale, or laughed at."""

import re

from guardrails.text import Sentence, Text
from guardrails.vocabulary import Span

_NAMED = (
    r"(?:とか|なんか|なんて|など|みたいな(?:の|話|こと)?|(?:って|て)(?:いう)?(?:の|わけ|話|こと|ほど|感じ)?"
    r"|という(?:の|わけ|話|こと|ほど|感じ)?|(?:そう|こう)(?:いう|いった)(?:の|話|こと|やつ|感じ|系)?|(?:重い|怖い|こわい|暗い)(?:の|話|こと|やつ)"
    r"|わけ|訳|ほど|つもり|気|の?話|の?勧誘|の?要求|の|ん|こと)"
)
_NONE = (
    r"(?:もう|もはや|全然|ぜんぜん|まったく|全く|一切|いっさい|一度も|一回も|別に|べつに|特に|とくに|決して|まだ)*"
    r"(?:な(?:い|く(?:て)?|かった)|ありません|ございません|無(?:い|く)|出て(?:い)?(?:な|ま)|されて(?:い)?(?:な|ま))(?!か|よね|でしょ|だろ|の[かで])"
)
_DENIED = re.compile(
    rf"^(?:する|した|たい|い|って)?{_NAMED}{{1,4}}[、,]?(?:は|が|も|で(?:は|も)?|じゃ|には)*[、,]?{_NONE}"
    r"|^たり(?:は|とか|なんて)?し(?:て(?:い)?)?(?:な|ま)"
    r"|^[」』]?(?:って|とは|て)?、?(?:何|なに|なん|どういう意味|どうしたの?)(?:の(?:こと|話))?(?:か|だろう?|や)?(?:と|って)?思(?:ったら|えば|いきや|たら)"
)
"""What follows denied words: 「…とかそういうのじゃ全然ない」, or misheard ones: 「…って何かと思ったら」.

What is not doubted is not denied (…のは怖くない).
"""

_NEVER_DONE = re.compile(
    rf"(?:ら|さ)?れ(?:た|る)(?:こと|覚え|ためし|経験)(?:も|は|が)?(?:[^。、,!?！？\n]{{0,10}}れ(?:た|る)(?:こと|覚え)(?:も|は|が)?)*[、,]?{_NONE}(?!こと|と(?:は|いう)|わけ|訳|日|時|とき|の(?:は|に))"
)
"""What was never done to the user, one thing or a row of them: 「怒鳴られたことも叩かれたことも一度もない」."""

_WITH_KIN = re.compile(
    r"^[^。、,!?！？\n]{0,6}?(?:は|も|を)?(?:家族|親|実家|姉妹|兄弟|母|父|友達|友人|子ども|子供)(?:と|に)(?:だけ|しか)"
)
"""What is shared with one's own people and nobody else: 「位置アプリは家族とだけ使っている」."""

_STORY = (
    r"(?:映画|ドラマ|小説|漫画|マンガ|まんが|アニメ|ゲーム|舞台|お?芝居|ミュージカル|落語|怪談|ミステリ|サスペンス|ホラー|絵本"
    r"|歌|曲|番組|ドキュメンタリー|ニュース|記事|新聞|ポスター|研修|講座|ポッドキャスト|コント)"
)
_PART = (
    r"(?:主人公|ヒロイン|犯人|登場人物|キャラ|シーン|場面|[台科]?白|台詞|セリフ|せりふ|展開|最終回|終わり方|結末|ラスト|あらすじ|歌詞"
    r"|撲滅|予防|防止|冤罪|特集|出てくる|脚本|の役)(?!みたい|のよう|と同じ)"
)
_TOLD = re.compile(rf"{_STORY}.{{0,40}}{_PART}|{_PART}.{{0,40}}{_STORY}")
_THEN_A_STORY = re.compile(rf"^.{{0,4}}(?:する|した|る|た|って(?:いう)?|という|の){_STORY}(?!に誘|を断|で会)")
_DREAM = re.compile(
    r"(?<!将来の)夢(?:の(?:中|話)|で(?:は|も)?(?!す|あ)|に(?:も)?(?!向|近|挑|まで見|終)|を?(?:見|み)(?:た|て|る))"
)
_AWAKE = re.compile(
    r"夢(?:じゃ|では)な|夢みたい|夢のよう|夢でも(?:見|み)て|正夢|現実(?:で|に)も|起きて(?:から)?も(?!な)"
)
_LIKE = re.compile(r"みたい|のよう|そのもの|そっくり|と同じ|まんま")
"""「ドラマみたいに」 tells of no drama."""

_LONG_AGO = re.compile(
    r"昔|むかし|かつて|当時|(?:[2-9二三四五六七八九]|[0-9]{2,}|十|何|数)(?:十)?(?:数)?年(?:も|以上|くらい|ほど)?(?:前|してない|たっ|経)"
    r"|(?:学生|子ども|子供|小さい|幼い|若い|若かりし|高校|中学|小学|大学|新婚|十代)生?の?(?:頃|ころ|時代|とき|時)|前の(?:夫|妻|彼|結婚|旦那)|育(?:った|ち)"
)
_OVER = re.compile(
    r"(?:今|いま)(?:は|では)(?:もう|すっかり)?.{0,8}(?:元気|平気|平和|大丈夫|幸せ|普通|落ち着|穏やか|笑|離れ|問題な)"
    r"|(?:もう|完全に|とっくに|全部|すべて|裁判も|離婚も).{0,6}(?:終わっ|済ん|過去|解決|昔)|笑い話|以上(?:し|やって)(?:い)?ない"
    r"|(?:いま|今|今回|今度)(?:の|は).{0,10}(?:人|相手|方)(?:に|は|の|で)"
)
_AGAIN = re.compile(
    r"また|最近|久し|再び|今も|いまも|今でも|まだ|ときどき|時々|たまに|続(?:い|け)|やめられ|昨日|ゆうべ|今夜|今日|のに|毎[日晩朝週]"
)

_ANOTHER = re.compile(
    r"(?:友達|友だち|友人|ダチ|同僚|知り合い|知人|ママ友|先輩|後輩|元カノ|元カレ|芸能人|有名人|姉|妹|兄|弟|母|父|祖母|祖父|いとこ|叔母|叔父)(?:が|の|は|から)"
)
_A_TALE = re.compile(
    r"^.{0,16}?(?:た|る|って|という)話(?:を|で|が|に|、)?.{0,8}(?:聞|盛り|笑|ウケ|うけ|送|ネタ|読)"
)
_WORRY = re.compile(r"心配|助け|どうすれば|どうした(?:ら|ほう)|相談に乗")
_LAUGHED_AT = re.compile(
    r"[るたいよなわねすぞー〜！!。、\s]{0,4}(?:(?:って|という|みたいな)(?:感じ|気分|気持ち|勢い|レベル|やつ))?(?:[wWｗ]+(?![a-zA-Z])|[(（]笑|笑(?=[笑。、！!\s]|$)|草(?!む|原)|[😂🤣])"
)

_LIKENED = re.compile(
    r"^(?:て)?(?:い)?る?(?:みたい|よう)(?:で|な(?:の|ん)?で?)?(?:もう|ほんと|普通に|ちょっと)?(?:[wWｗ]+(?![a-zA-Z])|[(（]笑|笑|草)"
)
"""A likeness that is laughed at: 「監視されてるみたいで草」."""


def only_told(text: Text, span: Span) -> bool:
    """Whether these words of a message say no danger of the people it is about, or none that lasts.

    >>> from guardrails.text import view
    >>> t = view("死にたいとかじゃないです")
    >>> only_told(t, t.span(0, 4))
    True
    """
    sentence = text.sentence_at(span.start)
    if sentence is None:
        return False
    line = text.original[sentence.start : sentence.end]
    before = text.original[sentence.start : span.start]
    after = text.original[span.end : sentence.end]
    return (
        bool(_DENIED.match(after) or _LIKENED.match(after) or _WITH_KIN.match(after))
        or _never_done(text, span, sentence)
        or _story(line, after)
        or _dreamt(text, sentence)
        or _over(text.original, line)
        or _tale(before, after)
    )


_THOUGHT_BETTER = re.compile(
    r"^[^。!?！？\n]{0,16}?(?:思っ|おも(?:っ|う)|考え|迷っ|しかけ)(?:た|て(?:い)?た|てん|とっ?た|ました)?(?:ん)?(?:です|だ|や)?(?:けど|けれど|が|ものの|のに|ど)、?"
    r"(?:もう|結局|やっぱり?|さすがに|すぐ)?(?:やめ(?:た|まし|とい|とく|とき|ときま)|思いとどま|踏みとどま|我慢し)"
)
_DOES_NOT = re.compile(
    r"^(?:とか|なんか|なんて|まで|から|で|を|に|へ)*(?:は|も|までは?)?(?:もう|絶対|別に|さすがに)?(?:[^。、!?！？\n]{0,4}(?:を|は|に|とか))?"
    r"(?:やら|し|作ら|つくら|使わ|送ら|行か|しようと(?:は|も)思わ|作ろうと(?:は|も)思わ|(?:する|作る|送る|行く)(?:つもり|気)(?:は|も)?)"
    r"(?:な(?!きゃ|けれ|くて)い?|ません|へん|ん)(?![とかけ]|の?(?:は|に)|ほう|方)"
)
_WOULD_NEVER = re.compile(
    r"(?:絶対|ぜったい|決して|二度と|間違っても|死んでも)(?:に)?[^。、!?！？\n「」『』]{0,14}"
    r"(?:行か|送ら|使わ|近づか|連絡し|話しかけ|押しかけ|のぞか|探さ|調べ)(?:ない|ません|へん|ん|ねえ)(?:です|よ|わ|し|から)?(?=[。！!、\n]|$)"
)


def given_up(text: Text, span: Span) -> bool:
    """Whether the user thought of it and stopped, or says afterwards that it is never to be."""
    sentence = text.sentence_at(span.start)
    if sentence is None:
        return False
    return bool(
        _THOUGHT_BETTER.match(text.original[span.end : sentence.end])
        or _WOULD_NEVER.search(text.original, span.end)
    )


def not_done(text: Text, span: Span) -> bool:
    """Whether the user says that it is not done: 「別アカとかはやらない」."""
    sentence = text.sentence_at(span.start)
    return sentence is not None and bool(_DOES_NOT.match(text.original[span.end : sentence.end]))


def laughed_at(text: Text, span: Span) -> bool:
    """Whether the user laughs at these words: 「殺すw」. Laughter is no part of a sentence, nor does it undo a wish."""
    return bool(_LAUGHED_AT.match(text.original, span.end))


def _never_done(text: Text, span: Span, sentence: Sentence) -> bool:
    denied = _NEVER_DONE.search(text.original, span.start, sentence.end)
    return denied is not None and denied.start() - span.end < 4


def _story(line: str, after: str) -> bool:
    return bool(_TOLD.search(line) or _THEN_A_STORY.match(after)) and not _LIKE.search(line)


def _dreamt(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence, or the one before it, tells a dream."""
    begun = max((s.start for s in text.sentences if s.start < sentence.start), default=sentence.start)
    return bool(_DREAM.search(text.original, begun, sentence.end)) and not _AWAKE.search(text.original)


def _over(message: str, line: str) -> bool:
    """Whether a sentence is of long ago, and the message says that it is over and not that it goes on."""
    return bool(_LONG_AGO.search(line) and _OVER.search(message)) and not _AGAIN.search(message)


def _tale(before: str, after: str) -> bool:
    """Whether it befell another, is told as a tale, and nobody asks for help with it."""
    return bool(_ANOTHER.search(before) and _A_TALE.match(after)) and not _WORRY.search(after)
