"""Finds in what the user typed who said what: pasted lines, quotes, and words reported without marks."""

import re
from dataclasses import dataclass, replace

from coach.bare import bare
from coach.by_turns import by_turns
from coach.lexicon import fold, lexicon
from coach.lines import pasted
from coach.typed_lines import Pasted
from coach.voices import Voice, called_draft, invites, quote_voice, surely_theirs
from guardrails.vocabulary import Span

__all__ = ["Exchange", "Said", "Voice", "parse"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words that somebody said or wants to say, with the day written beside them, if any."""

    voice: Voice
    span: Span
    stamp: str = ""
    pasted: bool = False
    reported: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was said, in the order of the text, and the user's own telling around it.

    ``telling`` has the length of the message; what somebody said is blanked out with ``□`` in it, so that
    offsets stay and a quote cannot be taken for the user's own words. ``log`` says that whole lines were
    pasted, ``read_mark`` that the paste ends in 既読, ``labelled`` that a line or quote is called a draft, ``bare`` that
    the whole message is taken for words of theirs: a guess, to be asked back.
    """

    said: tuple[Said, ...]
    telling: str
    log: bool = False
    read_mark: bool = False
    labelled: bool = False
    bare: bool = False

    def of(self, voice: Voice) -> tuple[Said, ...]:
        """What this voice said, in order."""
        return tuple(s for s in self.said if s.voice is voice)


_QUOTE = re.compile(
    r"「([^「」]*)」|『([^『』]*)』|“([^“”]*)”|\"([^\"\n]{2,})\"|”([^”\n]{2,})”|‘([^’\n]{2,})’|＂([^＂\n]{2,})＂"
)
_TO_SAY = r"(?:(?<![誘送会言待持])って|っち|(?<!こ)と|とか|みたいな感じで|的な感じで|、?とのことで|、?という(?:ような)?(?:形|こと|感じ)?で?)"
_REPORT = re.compile(
    rf"(?P<words>[^。！!\n「」『』□()（）]{{2,70}}?[?？!！…〜～ー]*){_TO_SAY}"
    r"(?:は|だけ|やんわり|あっさり|はっきり|(?:向こう|相手|先方|彼女?)から|きっぱり|ハッキリ|キッパリ|軽く|普通に|ふつうに|さらっと|LINEで|相手に|彼女?に|さっき|昨日|今日|先週|半年前に?|何度も|だけど|も)*(?:、(?=言われ|断られ))?"
    r"(?:言われ|いわれ|ゆわれ|云われ|聞かれ|返事(?:が|を|でし|だった|もら)|お返事|返事(?=[。!！?？\n]|$)|返信(?:が|を|でし|だった|もら)|返って|断られ|ことわられ|断りが|お断り|言ってき|言ってくれ|言ってもら|提案(?:して(?:くれ|もら|き)|され)|聞いてくれ|誘ってくれ|言うてき|送られて|(?:LINE|ライン|line|連絡)(?:が|で)?(?:来|き)(?!なく)|流され|かわされ|されて|返され|来(?:た|て|まし)|きた(?!い)|きて(?!も)|きまし|謝ら|謝り倒さ|振られ|ふられ|フラれ|フられ)(?!る)"
)
_SAYS = re.compile(
    r"(?P<words>[^。！!\n「」『』□()（）]{2,70}?[?？]?)(?:、とのこと|とのこと|だって[。!！?？\s]|、という(?:お?断り|お?返事|返答|理由)|というお?断り|との(?:お?返事|返信))"
)
_BECAUSE = re.compile(
    r"(?:(?:(?:断り|お断り)(?:の|文句の?)?)?(?:理由|訳|わけ)|断り文句)(?:は|が|:|：|＝|=)\s*(?P<words>[^。\n「」『』□()（）]{2,50}?)(?=[)）]|。|\n|$|でした|だった|です|ということ|とのこと|で、|って)"
)
_NOT_A_REASON = re.compile(r"聞|訊|うかが|伺|教え|言わ|言って|分から|わから|不明|なし$|なにも|何も|知ら")
_FIRST_TIME = re.compile(
    r"(?:(?:一|1|１)(?:回|度)目|最初|初回|前回|その時|あのとき)(?:は|の(?:返事|断り)は?)?\s*(?:→|⇒|:|：|、)\s*(?P<words>[^。\n「」『』□→⇒()（）]{2,40})"
)
_IN_BRACKETS = re.compile(
    r"(?:断られ|ことわられ|断られた|お断りされ|振られ|フラれ)(?:た|て|まし)?[^。\n□]{0,6}[(（](?:理由(?:は|：|:)?)?(?P<words>[^()（）\n□「」『』]{2,50})[)）]"
)
_AT_THE_END = re.compile(
    r"(?P<words>[^。！!\n「」『』□()（）]{3,60}?)(?:って|(?<!こ)と|だと|だって|やって)(?=[。!！?？…\n]|$|笑|ｗ|w|草)"
)
_ONE_WORD = re.compile(
    r"(?:^|[。、\n!！?？\s])(?P<words>(?!最初|最後|次|この|何か|返事|お礼|あと)[^。、\n「」『』□!！]{2,20}?)(?:、|って|と)?の(?:ひとこと|一言|ひと言|一点張り|[二三四五2-5]文字)"
)
_HEAD = re.compile(
    r"^.*(?:たら|たところ|ですが|ますが|ましたが|んだけど|んやけど|けれど|けど|そしたら|すると|ところ|にも|(?:人|子|方|さん|くん|ちゃん|先輩|後輩|彼女?|相手|向こう|友達|店員|部下|上司)(?:に|から(?:は)?)(?:は)?(?:、)?|からは?、|ので、|のに、?|次は|前は|今朝|さっき|昨日|先ほど|先週|回目は|度目は|先月|今回は?、|って送ったら|て聞いたら|来ましてね?|きましてね?|返事(?:が|は|で)|では、|では|ですが、|で、|それで|やっと)[、,\s]*(?=\S{2})"
)


def _quotes(message: str, taken: list[tuple[int, int]]) -> list[Said]:
    said = []
    for m in _QUOTE.finditer(message):
        group = next(i for i in range(1, 8) if m.group(i) is not None)
        start, end = m.span(group)
        if start == end or any(a < end and start < b for a, b in taken):
            continue
        words = m.group(group)
        refuses = _answers(words)
        voice = quote_voice(message, m.start(), m.end(), words, refuses=refuses, offers=_offers(words))
        sure = surely_theirs(message, m.start(), m.end(), refuses=refuses)
        said.append(Said(voice, Span(start, end, message[start:end]), sure=sure))
    turns = by_turns(message, [s.span for s in said], lambda words: _answers(words) and not invites(words))
    return [replace(s, voice=turns.get(s.span, s.voice)) for s in said]


_NO_WORDS = ("refusal", "apology", "busy", "postponed", "closed")


def _answers(words: str) -> bool:
    """Whether words read like an answer to an invitation."""
    families = lexicon("signs")
    folded = fold(words).text
    return any(families[name].find(folded) for name in _NO_WORDS)


def _offers(words: str) -> bool:
    """Whether words read like an offer of a day, a plan or company."""
    families = lexicon("signs")
    folded = fold(words).text
    return any(families[name].find(folded) for name in ("offer", "group"))


def _reported(message: str, telling: str) -> list[Said]:
    """Words reported without marks: 「忙しいと言われた」."""
    said: list[Said] = []
    for pattern in (_REPORT, _SAYS, _BECAUSE, _FIRST_TIME, _IN_BRACKETS, _ONE_WORD, _AT_THE_END):
        for m in pattern.finditer(telling):
            start, end = m.span("words")
            head = _HEAD.match(telling[start:end])
            if head and end - start - head.end() >= 2:
                start += head.end()
            while start < end and telling[start] in " 　、,。で)）」』":
                start += 1
            if end - start < 2 or any(s.span.start < end and start < s.span.end for s in said):
                continue
            if start and telling[start - 1] in '」』”"□':
                continue
            if pattern is _BECAUSE and _NOT_A_REASON.search(telling[start:end]):
                continue
            if pattern in (_FIRST_TIME, _IN_BRACKETS, _AT_THE_END) and not (
                _answers(message[start:end]) or _offers(message[start:end])
            ):
                continue
            said.append(Said(Voice.THEM, Span(start, end, message[start:end]), reported=True))
    return said


_ASKED = re.compile(
    r"(?:これ|この(?:返信|文|返し|返事|案|内容)|次の文|下書き)[^。\n「」『』□]{0,14}[?？]?\s*(?:→|⇒|:|：|↓)\s*(?P<words>[^\n「」『』□]{4,200}?)(?=\n|$|ちなみに|　　|[←↑])"
    r"|^[【\[(（]?(?:仮|案|下書き|返信案)[】\])）]\s*(?P<draft>[^\n「」『』□]{4,200}?)(?=\n|$|　|←|↑)",
    re.M,
)


def _own(message: str, telling: str, said: list[Said]) -> list[Said]:
    """With the user's request to check a draft, the words that must be the draft."""
    if any(s.voice is Voice.DRAFT for s in said) or not _asks_about_words(fold(telling).text):
        return said
    m = _ASKED.search(telling)
    if m:
        name = "words" if m["words"] else "draft"
        start, end = m.span(name)
        return [*said, Said(Voice.DRAFT, Span(start, end, message[start:end]))]
    families, told = lexicon("telling"), fold(telling).text
    invited = families["invited"].find(told) or families["declined"].find(told)

    def replies(words: str) -> bool:
        return _answers(words) or _offers(words)

    unsure = [s for s in said if not (s.sure or s.pasted or s.reported or (invited and replies(s.span.text)))]
    if not unsure:
        return said
    return [replace(s, voice=Voice.DRAFT) if s is unsure[0] else s for s in said]


def _asks_about_words(told: str) -> bool:
    """Whether the telling asks about words of the user's own: a message to look at, a post."""
    families = lexicon("telling")
    return bool(families["check"].find(told) or families["post"].find(told))


def _joined(lines: list[Pasted]) -> list[Said]:
    return [Said(p.voice, p.span, p.stamp, pasted=True) for p in lines if p.voice is not Voice.NOBODY]


def parse(message: str) -> Exchange:
    """Take a message apart into what was said, by whom, and the user's own telling."""
    lines = pasted(message)
    taken = [(p.span.start - 1, p.span.end + 1) for p in lines]
    said = _joined(lines) + _quotes(message, taken)
    telling = list(message)
    for s in said:
        telling[s.span.start : s.span.end] = "□" * len(s.span.text)
    for p in lines:
        head = message.rfind("\n", 0, p.span.start) + 1
        telling[head : p.span.end] = "□" * (p.span.end - head)
    told = "".join(telling)
    said += _reported(message, told)
    if not said and bare(message):
        return Exchange((Said(Voice.THEM, Span(0, len(message), message)),), "□" * len(message), bare=True)
    said = _own(message, told, said)
    said.sort(key=lambda s: s.span.start)
    drafts = [s for s in said if s.voice is Voice.DRAFT]
    labelled = any(s.pasted or called_draft(message, s.span.start) for s in drafts)
    read_mark = bool(lines) and lines[-1].read_mark
    return Exchange(tuple(said), told, log=bool(lines), read_mark=read_mark, labelled=labelled)
