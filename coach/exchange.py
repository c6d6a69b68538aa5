"""Finds in what the user typed who said what: pasted lines, quotes, and words reported without marks."""

import re
from dataclasses import dataclass
from enum import StrEnum

from guardrails.vocabulary import Span


class Voice(StrEnum):
    """Whose words they are. ``DRAFT`` is the user's own message that has not been sent."""

    USER = "user"
    THEM = "them"
    DRAFT = "draft"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Said:
    """Words that somebody said or wants to say, with the day written beside them, if any."""

    voice: Voice
    span: Span
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was said, in the order of the text, and the user's own telling around it.

    ``telling`` has the length of the message; what somebody said is blanked out with ``□`` in it, so that
    offsets stay and a quote cannot be taken for the user's own words.
    """

    said: tuple[Said, ...]
    telling: str

    def of(self, voice: Voice) -> tuple[Said, ...]:
        """What this voice said, in order."""
        return tuple(s for s in self.said if s.voice is voice)


_ME = r"自分|俺|おれ|オレ|僕|ぼく|ボク|私|わたし|わたくし|あたし|うち|ウチ|ワイ|わい|わし|当方|こちら|こっち|me|Me|ME|I"
_MY_DRAFT = (
    r"(?:私|俺|僕|自分|わたし|あたし)?の?(?:案\d?|返し|返信案|下書き|したがき|返事案|文面|送る予定|仮|draft)"
)
_STAMP = r"(?:\[?(?:\d{2,4}[/年])?(?:\d{1,2}[/月]\d{1,2}日?)?(?:\([月火水木金土日]\))?\s*(?:\d{1,2}:\d{2})?(?::\d{2})?\]?)"
_LINE = re.compile(
    rf"^[ \t　>＞・\-]*(?P<stamp>{_STAMP})[ \t　]*"
    r"(?P<name>[^\s:：「」『』→>＞\t。、!！?？…()（）]{1,12}?)(?:\([^)\n]{1,6}\)|（[^）\n]{1,6}）)?"
    r"[ \t　]*(?P<sep>[:：→↓＞>]|\t|　+| {1,}(?=\S)|(?=「|『))[ \t　]*(?P<words>\S.*)$",
    re.M,
)
_QUOTE = re.compile(
    r"「([^「」]*)」|『([^『』]*)』|“([^“”]*)”|\"([^\"\n]{2,})\"|”([^”\n]{2,})”|‘([^’\n]{2,})’"
)
_THEIR_NAME = re.compile(
    r"^(?:相手|彼女?|かれ|かのじょ|先方|向こう|むこう|あちら|あの[子人]|その[子人]|先輩|後輩|元[彼カ]|好きな人|気になる人|返事|返信|フレ)"
)
_ASK_ABOUT = re.compile(
    r"(?:お?返事|返信|返答|回答|答え|LINE|ライン|メッセージ|リプ)(?:が|は|には?|で)?[、:：]?\s*$"
)

_SENT = r"送(?:っ(?:た|て(?!も|いい|平気|大丈夫|みた|み[よる]|ほし|おk|OK))|りました|信)|誘(?:っ|い(?:まし|を))|聞(?:い(?:た|て(?!も|いい))|きました|いたら)|返(?:した|しました|信した|事した)|言っ(?:た|ちゃ)|書いて送|LINEした|伝えた|打っ(?:た|て送)|返して(?:ある|おい|いる|終|、)|言うたら|声(?:を)?かけた"
_AFTER_SENT = re.compile(
    rf"^\s*(?:って|と|て|とだけ|とか|なんて|みたいに|の)?(?:[^。\n「『]{{0,6}})(?:{_SENT})"
)
_AFTER_DRAFT = re.compile(
    r"^\s*(?:って|と|て|とだけ|とか|なんて|の|を|だけ|みたいに|だけでも|で|は|←)?[^。\n「『]{0,10}?"
    r"(?:送(?:って(?:も|いい|平気|大丈夫|みた|み[よる]|ほし)|り(?:たい|ます|まし?ょ)|る|ろ|信して)|返(?:す(?:つもり|予定|の|けど|だけ)|そう|したい|して(?:も|いい|大丈夫|平気|み)|せば)|聞(?:いて(?:も|いい)|く(?:の|のは)|きたい|こう)|言(?:って(?:も|いい)|いたい|う(?:の|つもり)|おう)|打って(?:ある|いい)|でいい|で(?:OK|おけ|おk|大丈夫|平気|よろし|合って|どう)|書(?:いて(?:いい|も|載)|こう|きたい)|誘(?:いたい|う|って(?:も|いい)|おう)|載せ|(?:これ)?セーフ|チェック|添削|採点|どう(?:思|\?|？|かな|ですか)|伝えたい|気持ち)"
)
_AFTER_THEM = re.compile(
    r"^\s*(?:[^。\n「『]{0,8}?)(?:って|と|て|とだけ|とか|なんて|みたいな|やて|やって|だと|で|の|という|との|は|が)?[^。\n「『]{0,8}?"
    r"(?:言(?:われ|うて(?:た|くれ|き)|って(?:た|く|き|い(?:た|まし))|われ)|いわれ|返(?:って|事(?:が|は|を(?:もら|いただ|頂))?(?:き|来|あ|もら|いただ|頂|。|$)|信(?:が|は)?(?:き|来|あ|もら|。|$)|されて|答)|来(?:た|て|まし)|きた|きて|きました|きとる|断ら|ことわ|お断り|届い|とのこと|のこと(?:でし|で)|お返事|お答え|とお(?:っしゃ|話)|かわされ|流され|流れ|だって|ってさ|やって|やと|だと|って[。!！?？\s]|って$|一言|二文字|だけ$|とのお|笑って|くれ(?:た|はった|まし)|もらっ|いただ)"
)
_BEFORE_THEM = re.compile(
    r"(?:相手|彼女?|先方|向こう|あちら|あの子|あの人|先輩|後輩|友達|その子|本人|ご本人)(?:から|が|は|の(?:返事|返信|文|ほう|方)(?:が|は)?|に)?[^。\n]{0,6}[、:：は→]?\s*$"
    r"|(?:から|返事は|返事が|返信が|返信は|返答は|答えは|文は|たら|ところ|けど|そしたら|すると|けん|のに|ば|とき|今朝|さっき|先ほど|昨日|やんわり|あっさり|普通に|一言|文言は|(?:断り|お断り)(?:文句|の(?:文|言葉|理由))は|回目は|今日は?|きょうは|先月は?)[、:：は]?\s*$"
)
_BEFORE_DRAFT = re.compile(
    r"(?:下書き|したがき|案\d?|仮|文面|これ送(?:って|る)[^。\n]{0,8}|送る予定|返信案|送信前|自分の分?|最後に|チェック[^。\n]{0,8}|添削[^。\n]{0,10}|採点[^。\n]{0,10}|次の(?:文|下書き)[^。\n]{0,12})[:：→↓、。?？!！]*\s*$"
)
_BEFORE_USER = re.compile(rf"(?:{_ME})(?:は|が|から|も)?[、:：→]?\s*$")
_INVITES = re.compile(
    r"(?:行かない|行きませんか|行こ|いこ|いかない|どう[?？]|どうですか|どうかな|いかが|見ない|食べ(?:ない|に行)|飲み?(?:行|に行)|回らん|まわらん|見らん|しませんか|しない[?？]|暇[?？]|空いて(?:る|ます)[?？か]|行かへん|いこうよ|あるんだけど|よかったら|会えない|会わない)"
)
_REPORT = re.compile(
    r"(?P<words>[^。!?！？\n「」『』□]{2,70}?)(?:って|と|っち|て|とか|みたいな感じで|的な感じで|とのことで)"
    r"(?:は|だけ|やんわり|あっさり|はっきり|きっぱり|軽く|普通に|LINEで|だけ|相手に|彼女?に|さっき|昨日|今日)*[、]?"
    r"(?:言われ|いわれ|返事(?:が|を|でし)|お返事|返信(?:が|を)|返って|断られ|ことわられ|お断り|言ってき|送られて|LINEが?(?:来|き)|ラインが?(?:来|き)|流され|かわされ|のこと|されて|返され|来た|来て|来まし|きた|きまし)"
)
_LEAD_IN = re.compile(
    r"^.*?(?:たら|たところ|のですが|んですが|んだけど|んやけど|したけど|けど|そしたら|すると|ところ|人に|子に|彼女?に|相手に|向こうに|さんに|からは?|から、|のは)[、,]?"
)
_UNSENT = re.compile(r"[(（](?:未送信|いまここ|下書き)[^)）]*[)）]")
_MINE = re.compile(rf"^(?:{_ME})$")


def _voice_of(name: str) -> Voice | None:
    """Who a name at the head of a line is; None when it is no name of a speaker."""
    if re.fullmatch(_MY_DRAFT, name):
        return Voice.DRAFT
    if _MINE.match(name):
        return Voice.USER
    if _THEIR_NAME.match(name):
        return Voice.THEM
    return None


def _lines(message: str) -> list[Said]:
    """Pasted lines with a name in front. Unknown names count when they come with times or beside known ones."""
    found = [(m, _voice_of(m["name"])) for m in _LINE.finditer(message)]
    strong = [
        m for m, voice in found if (voice is not None and m["sep"].strip()) or (voice and m["stamp"].strip())
    ]
    names = {m["name"] for m, voice in found if voice is None}
    said = []
    for m, voice in found:
        sep, stamp = m["sep"], m["stamp"].strip()
        named = voice is not None
        if not named and m["sep"].strip() == "" and "\t" not in sep and not stamp:
            continue
        if not named:
            clear = bool(sep.strip()) or "\t" in sep or bool(stamp)
            if not clear or not (strong or stamp) or len(names) > 2 or len(m["name"]) > 10:
                continue
            voice = Voice.THEM
        elif not sep.strip() and "\t" not in sep and not stamp and len(strong) == 0 and len(found) < 2:
            continue
        start, end = m.span("words")
        words = m["words"]
        if words[0] in "「『" and words.rstrip()[-1] in "」』" and words.count(words[0]) == 1:
            end = start + len(words.rstrip()) - 1
            start += 1
        if re.fullmatch(r"既読|未読|\(?(?:いまここ|未送信|いま)\)?", message[start:end].strip(" ()（）")):
            continue
        unsent = _UNSENT.match(message, start, end)
        if voice is Voice.USER and unsent:
            start = unsent.end()
            voice = Voice.DRAFT
        if start < end:
            said.append(Said(voice or Voice.UNKNOWN, Span(start, end, message[start:end]), stamp))
    return said


def _quote_voice(message: str, start: int, end: int, words: str) -> Voice:
    before = message[max(0, start - 40) : start].split("\n")[-1]
    after = message[end : end + 40].split("\n")[0]
    if _BEFORE_DRAFT.search(before):
        return Voice.DRAFT
    if _AFTER_SENT.match(after):
        return Voice.USER
    if _AFTER_DRAFT.match(after) and not _BEFORE_THEM.search(before):
        return Voice.DRAFT
    if _AFTER_THEM.match(after):
        return Voice.THEM
    if _BEFORE_THEM.search(before):
        return Voice.THEM
    if _BEFORE_USER.search(before):
        return Voice.USER
    if _AFTER_DRAFT.match(after):
        return Voice.DRAFT
    if _INVITES.search(words):
        return Voice.USER
    return Voice.UNKNOWN


def _quotes(message: str, taken: list[tuple[int, int]]) -> list[Said]:
    said = []
    for m in _QUOTE.finditer(message):
        group = next(i for i in range(1, 7) if m.group(i) is not None)
        start, end = m.span(group)
        if start == end or any(a < end and start < b for a, b in taken):
            continue
        said.append(
            Said(
                _quote_voice(message, m.start(), m.end(), m.group(group)),
                Span(start, end, message[start:end]),
            )
        )
    return said


def _reported(message: str, telling: str) -> list[Said]:
    """Words reported without marks: 「忙しいと言われた」."""
    said = []
    for m in _REPORT.finditer(telling):
        start, end = m.span("words")
        lead = _LEAD_IN.match(telling[start:end])
        if lead and lead.end() < end - start - 1:
            start += lead.end()
        piece = telling[start:end]
        start += len(piece) - len(piece.lstrip(" 　、,"))
        if end - start >= 2 and telling[m.start("words") - 1 : m.start("words")] not in tuple('」』”"□'):
            said.append(Said(Voice.THEM, Span(start, end, message[start:end])))
    return said


def parse(message: str) -> Exchange:
    """Take a message apart into what was said, by whom, and the user's own telling."""
    lines = _lines(message)
    taken = [(s.span.start - 1, s.span.end + 1) for s in lines]
    said = lines + _quotes(message, taken)
    telling = list(message)
    for s in said:
        telling[s.span.start : s.span.end] = "□" * len(s.span.text)
    told = "".join(telling)
    said += _reported(message, told)
    said.sort(key=lambda s: s.span.start)
    return Exchange(tuple(said), told)
